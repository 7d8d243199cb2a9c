import { documentReadingSchema } from '@finsam/domain'
import { norm } from '../analysis/terms.ts'
import type { Embedder } from '../embed/embedder.ts'
import { tableWords } from '../search/table-words.ts'
import { sha256 } from './originals.ts'
import { embeddedText } from './passages-table.ts'
import type { ReadFile } from './reading-port.ts'
import type { StoredDocument } from './rows.ts'

/** A document's row: `about` is what is listed of it, `full` what is written. Its edition names content and reading together. */
export function documentRow(id: string, hash: string, fileName: string, file: ReadFile) {
  const reading = JSON.stringify(documentReadingSchema.parse(file.reading))
  const { association, fiscalYear, kind } = file.reading.document
  const edition = sha256(`${hash}\n${reading}\n${JSON.stringify(file.passages)}`).slice(0, 16)
  const about: StoredDocument = { id, hash, edition, fileName, association, year: fiscalYear ?? null, kind, passages: file.passages.length }
  return { about, full: { ...about, reading, lines: file.lines.join('\n'), pages: JSON.stringify(file.pages) } }
}

/** A passage is found by its own words, its heading's, those of the tables that it shows rows of, and those that say whose document it is. */
export async function passageRows(embedder: Embedder, row: StoredDocument, { passages, reading }: ReadFile) {
  const { associationName, title } = reading.document
  const inTable = tableWords(reading.statements)
  const parts = passages.map(({ text, heading = null, page = null, line, lineTo }) => ({
    subject: [associationName, inTable({ line, lineTo })].filter(Boolean).join('\n'),
    heading,
    text,
    page,
    line,
    lineTo,
  }))
  const vectors = await embedder.embed(parts.map(embeddedText))
  const { id: document, edition, association, year, kind } = row
  return parts.map((part, index) => ({
    key: `${document}@${edition}#${index}`,
    document,
    edition,
    association,
    year,
    kind,
    ...part,
    norm: norm(`${title}\n${embeddedText(part)}`),
    vector: vectors[index] ?? new Float32Array(embedder.dimensions),
  }))
}
