/** Where in the original a line of the extracted text stood. */
export interface Place {
  /** 1-based. */
  readonly page?: number
  /** Left, top, right, bottom in points from the page's upper left corner. */
  readonly box?: readonly [number, number, number, number]
  readonly sheet?: string
  /** First and last cell of a row: `A4:F4`. */
  readonly cells?: string
  readonly heading?: string
  /** 1-based among the document's tables, and the row within it. */
  readonly table?: number
  readonly row?: number
  /** Read off a picture by text recognition: a figure of such a line counts as read only where arithmetic or a person confirms it. */
  readonly recognised?: true
  /** How sure text recognition is of the words with digits of such a line. */
  readonly words?: readonly SureWord[]
}

/** A word of a line of text, by its offsets, and how sure recognition is of it: from 0 to 1. */
export interface SureWord {
  readonly start: number
  readonly end: number
  readonly sure: number
}

/**
 * A document of any format as lines of text: cells of a table row are parted by tabs, pages (or sheets) by form feeds.
 * The same table reader and reconciler serve every format because all of them arrive in this shape.
 */
export interface ExtractedText {
  readonly text: string
  /** By 1-based line of `text`; empty for plain text, which is its own place. */
  readonly places: ReadonlyMap<number, Place>
  /** What was left out or could not be read, for people: hidden sheets, pages without text, formulas without a stored value. */
  readonly omissions: readonly Omission[]
}

export type Omission =
  | { readonly code: 'hidden-sheet'; readonly sheet: string }
  | { readonly code: 'formula-without-value'; readonly sheet: string; readonly cell: string }
  | { readonly code: 'page-without-text'; readonly page: number }
  | { readonly code: 'page-recognised'; readonly page: number }
  | { readonly code: 'page-unreadable'; readonly page: number }
  | { readonly code: 'pages-beyond-limit'; readonly pages: number; readonly limit: number }

/** How far a long reading has come: page 12 of 40. */
export interface ReadProgress {
  /** 1-based; the page that was read last. */
  readonly page: number
  readonly of: number
}

export type ExtractFailureCode = 'encrypted' | 'damaged' | 'unsupported-type' | 'too-large' | 'no-text' | 'too-slow' | 'empty'

/** Builds a text line by line and remembers the place of each. */
export class LineWriter {
  readonly #lines: string[] = []
  readonly #places = new Map<number, Place>()
  #pageBreak = false

  write(text: string, place?: Place): void {
    this.#lines.push((this.#pageBreak ? '\f' : '') + text.replace(/[\r\n\f]+/g, ' '))
    this.#pageBreak = false
    if (place) this.#places.set(this.#lines.length, place)
  }

  /** The next line begins a new page. */
  breakPage(): void {
    if (this.#lines.length > 0) this.#pageBreak = true
  }

  get isEmpty(): boolean {
    return this.#lines.every(line => line.trim() === '')
  }

  finish(omissions: readonly Omission[] = []): ExtractedText {
    return { text: `${this.#lines.join('\n')}\n`, places: this.#places, omissions }
  }
}
