import { type Finding, type Result, success } from '@finsam/domain'
import { parseFileName } from './document/file-id.ts'
import { extractText } from './formats/extract-text.ts'
import type { ExtractFailureCode, Omission, Place, ReadProgress } from './formats/extracted-text.ts'
import { fileKind } from './formats/file-kind.ts'
import { flagUnproved } from './formats/ocr/flag-unproved.ts'
import { recognitionEase } from './formats/ocr/recognition-ease.ts'
import { linesThatDiffer } from './formats/pdf/reading-differences.ts'
import { secondReading } from './formats/pdf/second-reader.ts'
import { keepPlaces } from './places/keep-places.ts'
import { type DocumentRead, type FileToRead, type ReadFailureCode, readText } from './read-document.ts'

/** A file of any format, read. */
export interface FileRead extends DocumentRead {
  /** The text as it was read, line by line; for a text file its own. */
  readonly text: string
  /** Where in the original each line stood: page and box, sheet and cells, table and row. */
  readonly places: ReadonlyMap<number, Place>
  readonly omissions: readonly Omission[]
}

/** Who is told of a long reading. */
export interface ReadFileOptions {
  /** Called after each page of a PDF, scanned ones too: page 12 of 40. Other formats are read at one go. */
  readonly onProgress?: (progress: ReadProgress) => void
}

/** Two readers of the same PDF see other digits on a line. */
const differenceAt = (line: number, { id, hash, lines }: DocumentRead['document']): Finding => ({
  code: 'second-reader-differs',
  severity: 'warning',
  parameters: { line },
  at: { document: id, hash, line, text: (lines[line - 1]?.text ?? '').slice(0, 400) },
})

/**
 * Reads a file of any known format: PDF (scanned ones too), Word, Excel, OpenDocument, HTML, CSV, Markdown, text.
 * Figures that text recognition read off a picture count as read only where the statement's own sums prove them,
 * and so do those of a PDF that poppler, where it is installed, reads otherwise.
 *
 * @returns  the reading with the place of every line, or a coded failure with one sentence that says what to do
 * @example  await readFile({ bytes, fileName: 'budget-2024.pdf', registry: { associations: [] } })
 */
export async function readFile(
  file: FileToRead,
  options: ReadFileOptions = {},
): Promise<Result<FileRead, ReadFailureCode | ExtractFailureCode>> {
  const { id, extension } = parseFileName(file.fileName)
  const second = fileKind(file.bytes, extension) === 'pdf' ? secondReading(file.bytes) : undefined
  const extracted = await extractText(file.bytes, extension, options)
  if (!extracted.ok) return extracted
  const { text, places, omissions } = extracted.value
  const read = readText(text, id, file, recognitionEase(places))
  const lines = text.split('\n')
  const differing = linesThatDiffer(lines, places, (await second) ?? [])
  const doubtful = new Set([...differing, ...[...places].flatMap(([line, place]) => (place.recognised ? [line] : []))])
  const statements = read.reading.statements.map(statement => flagUnproved(statement, doubtful))
  const findings = [...read.reading.findings, ...differing.map(line => differenceAt(line, read.document))]
  const reading = keepPlaces({ ...read.reading, statements, findings }, { lines, places })
  return success({ ...read, reading, text, places, omissions })
}
