import { failure, type Result, success } from '@finsam/domain'
import { decodeBytes, maxFileBytes } from '../document/decode-bytes.ts'
import { extractCsv } from './extract-csv.ts'
import { extractPages } from './extract-pages.ts'
import type { ExtractedText, ExtractFailureCode, ReadProgress } from './extracted-text.ts'
import { fileKind } from './file-kind.ts'
import type { WorkLimits } from './in-worker.ts'
import { extractMarkup } from './markup.ts'
import { oldWord, unreadContent } from './unread-content.ts'

/** A scanned page takes some seconds to recognise. */
const usualLimits: WorkLimits = { milliseconds: 600_000, megabytes: 768, silentMilliseconds: 150_000 }

type DecodeFailure = Extract<ReturnType<typeof decodeBytes>, { ok: false }>['failure']['code']

/** As many characters as a text file may have. */
const mostCharacters = maxFileBytes

const tooMuchText = failure('too-large', 'The file holds more text than a document may. Split it, and read the parts.')

/** What a reading may cost, and who is told how far it has come. */
export interface ExtractOptions {
  readonly limits?: WorkLimits
  /** Called after each page of a PDF. */
  readonly onProgress?: (progress: ReadProgress) => void
}

const withinSize = <Code extends string>(extracted: Result<ExtractedText, Code>): Result<ExtractedText, Code | 'too-large'> =>
  extracted.ok && extracted.value.text.length > mostCharacters ? tooMuchText : extracted

/**
 * A file of any known format as lines of text, with the place of each line. The kind is told by the bytes, not by the name.
 * Binary formats are read in a worker with a limit on time and memory.
 */
export async function extractText(
  bytes: Uint8Array,
  extension: string,
  { limits = usualLimits, onProgress }: ExtractOptions = {},
): Promise<Result<ExtractedText, ExtractFailureCode | DecodeFailure>> {
  // An empty file is told as one, whatever its name promises.
  const kind = bytes.length === 0 ? 'text' : fileKind(bytes, extension)
  switch (kind) {
    case 'pdf':
    case 'docx':
    case 'workbook':
    case 'picture':
      return withinSize(await extractPages({ kind, bytes }, limits, onProgress))
    case 'encrypted-office':
      return failure(
        'encrypted',
        `The ${extension.startsWith('do') ? 'Word file' : 'workbook'} is protected by a password. Save a copy without protection and read that one.`,
      )
    case 'old-word':
      return oldWord
    case 'unknown':
      return unreadContent(bytes, extension)
    default: {
      const decoded = decodeBytes(bytes)
      if (!decoded.ok) return decoded
      if (kind === 'html') return withinSize(success(extractMarkup(decoded.value)))
      return kind === 'csv' ? extractCsv(decoded.value) : success({ text: decoded.value, places: new Map(), omissions: [] })
    }
  }
}
