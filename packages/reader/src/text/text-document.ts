import { pagesOf } from '../pages/page-marks.ts'

/** One line of a file. `number` is 1-based; `page` is absent where the text has no page marks. */
export interface TextLine {
  readonly number: number
  readonly page?: number
  readonly text: string
  /** The line as it stands in the file, where `text` marks cells that it does not. */
  readonly printed?: string
}

/** A text as lines with their places. `hash` is the SHA-256 of the file's bytes. */
export interface TextDocument {
  readonly id: string
  readonly hash: string
  readonly lines: readonly TextLine[]
  /** How many pages the text marks; absent where it marks none. */
  readonly pages?: number
}

/** Hyphens that word processors and fonts set in place of the plain one, character for character: before a figure they are its minus. */
const plainHyphens = (line: string): string => line.replace(/[\u2010\u2011\u2043\ufe63\uff0d]/g, '-')

/**
 * Splits a text into numbered lines with their pages. Line ends may be LF, CRLF or CR; form feeds mark pages and are removed.
 *
 * @example parseTextDocument(' A\nb\n C', { id: 'x', hash: '' }).lines[2] // → { number: 3, page: 2, text: ' C' }
 */
export function parseTextDocument(text: string, identity: { readonly id: string; readonly hash: string }): TextDocument {
  const raw = text.replace(/^\uFEFF/, '').split(/\r\n|\n|\r/)
  const pages = pagesOf(raw)
  const lines = raw.map((line, index): TextLine => {
    const page = pages?.[index]
    return { number: index + 1, ...(page === undefined ? {} : { page }), text: plainHyphens(line.replaceAll('\f', '')) }
  })
  return { ...identity, lines, ...(pages ? { pages: pages.at(-1) ?? 1 } : {}) }
}
