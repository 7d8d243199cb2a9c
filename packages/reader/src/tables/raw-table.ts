import type { TextLine } from '../text/text-document.ts'
import type { HeaderCell } from './header-columns.ts'
import type { RowDraft } from './row-draft.ts'
import type { RowReading } from './row-readings.ts'
import type { HeaderLine } from './table-block.ts'

/** A row with its whole label, the headings it stands under, and the ways to read its amounts. */
export interface RawRow {
  readonly draft: RowDraft
  readonly label: string
  /** Headings above, outermost first, as far as they follow each other without rows between. */
  readonly section: string
  /** Index of the heading run; rows with the same number stand under the same heading. */
  readonly sectionIndex: number
  readonly readings: readonly RowReading[]
  /** A dash stands in a column of its own beside the amounts. */
  readonly dashed: boolean
}

/** A table before anything is inferred from its arithmetic. */
export interface RawTable {
  readonly headers: readonly HeaderLine[]
  readonly titles: readonly TextLine[]
  readonly around: readonly TextLine[]
  readonly columns: number
  readonly hasNotes: boolean
  /** Which marked cell of a line each column is, where cells are marked. */
  readonly cellIndexes?: readonly number[]
  /** The columns that hold percents, where some do. */
  readonly shares?: readonly boolean[]
  /** The columns as a line of plain words over the first row names them. */
  readonly columnWords?: readonly string[]
  /** The columns as the lines of the head, laid over one another word by word, name them. */
  readonly head?: readonly HeaderCell[]
  readonly rows: readonly RawRow[]
}
