import type { CellId, Term } from '../reconcile/equation.ts'

/** A row of a table with percents in it, or of another table whose amounts they may be shares of. */
export interface ShareRow {
  readonly label: string
  /** What stands in each column of the table: one cell, or a cell of another table in its own unit; undefined where nothing does. */
  readonly cells: readonly (Term | undefined)[]
  /** Holds percents in every column. */
  readonly share: boolean
  /** Sums others, or is a result. */
  readonly total: boolean
  /** In a unit of its own, which nothing else in its columns is a share of: heads among amounts. */
  readonly apart: boolean
}

/** A table as its percents see it. */
export interface ShareTable {
  readonly rows: readonly ShareRow[]
  /** The columns that hold percents. */
  readonly shares: readonly boolean[]
  /** Scenario and time of each column, as one word. */
  readonly times: readonly string[]
  /** Totals of other tables, by the columns of this one. */
  readonly beyond: readonly ShareRow[]
}

export const cellAt = (row: ShareRow | undefined, column: number): CellId | undefined => row?.cells[column]?.cell
