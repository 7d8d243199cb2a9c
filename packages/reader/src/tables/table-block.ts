import type { TextLine } from '../text/text-document.ts'
import type { HeaderAtom } from './header-atoms.ts'
import type { RowDraft } from './row-draft.ts'

/** A heading, caption or piece of a label between the rows of a table. */
export interface TextItem {
  readonly kind: 'text'
  readonly line: TextLine
  readonly text: string
  /** Whether a blank line parts it from what stands before. */
  readonly apart: boolean
}

/** A line read as a row of amounts. */
export interface RowItem {
  readonly kind: 'row'
  readonly row: RowDraft
  readonly apart: boolean
}
export type TableItem = TextItem | RowItem

/** A line of a header, with what each piece of it says. */
export interface HeaderLine {
  readonly line: TextLine
  readonly atoms: readonly HeaderAtom[]
}

/** Lines that hang together as a table: its header, then rows with the headings between them. */
export interface TableBlock {
  readonly headers: readonly HeaderLine[]
  readonly items: readonly TableItem[]
  /** The lines right over the first row, top down: its head, and headings of its first rows. */
  readonly above: readonly TextLine[]
  /** The nearest headings above, nearest first. */
  readonly titles: readonly TextLine[]
  /** Lines above (header captions) and below that may tell the unit. */
  readonly around: readonly TextLine[]
}
