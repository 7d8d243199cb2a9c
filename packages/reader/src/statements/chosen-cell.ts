import type { GridCell } from '../reconcile/grid.ts'
import type { DraftStatement } from './draft-statement.ts'

/** The cell of a row in the reading chosen for it. */
export const chosenCell = (draft: DraftStatement, row: number, column: number): GridCell | undefined =>
  draft.sheet.grid.rows[row]?.readings[draft.sheet.choice[row] ?? 0]?.cells[column]
