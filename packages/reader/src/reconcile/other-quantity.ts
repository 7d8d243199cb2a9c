import { roundingSlack } from './equation.ts'
import type { Grid } from './grid.ts'
import { unseenDamage } from './noise-level.ts'
import { type Choice, cellAt, type RowSum } from './sum-hypotheses.ts'

/** From this share of digits damaged unseen on, amounts that miss their sum are damaged rather than meant. */
const noisy = 0.002

/**
 * Whether a result is another quantity than the rows above it make: it misses them in most columns, at least two, and all
 * digits are clean. An overview that leaves out the financial items prints such a result.
 */
export function isOtherQuantity(grid: Grid, choice: Choice, sum: RowSum): boolean {
  const role = grid.rows[sum.total]?.role
  if (role?.total !== 'result' || role.closing || sum.kind === 'copy' || grid.columns < 2) return false
  let told = 0
  let missed = 0
  for (let column = 0; column < grid.columns; column += 1) {
    const cells = [sum.total, ...sum.parts.map(part => part.row)].map(row => cellAt(grid, choice, row, column))
    if (cells.some(cell => cell === undefined || cell.baseSlip !== 'none')) continue
    told += 1
    const off = sum.parts.reduce((all, part, at) => all + part.weight * (cells[at + 1]?.base ?? 0), -(cells[0]?.base ?? 0))
    if (Math.abs(off) > roundingSlack(cells.map(cell => cell?.step ?? 1))) missed += 1
  }
  if (missed < 2 || missed * 3 < told * 2) return false
  return unseenDamage(grid.rows.flatMap((row, index) => row.readings[choice[index] ?? 0]?.cells ?? [])) < noisy
}
