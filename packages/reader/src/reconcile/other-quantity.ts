import { roundingSlack } from './equation.ts'
import { amountColumns, candidateMapOf, type Grid, valueKey } from './grid.ts'
import { noisy, unseenDamage } from './noise-level.ts'
import { type Choice, cellAt, type RowSum } from './sum-hypotheses.ts'

/** The dearest slip that is likely enough to explain an amount that misses its sum. */
const likelySlip = 8.5

/**
 * Whether a result is another quantity than the rows above it make: it misses them in most columns, at least two, by amounts
 * that for at least half of them no likely slip explains, and all digits are clean. An overview that leaves out the financial
 * items prints such a result.
 */
export function isOtherQuantity(grid: Grid, choice: Choice, sum: RowSum): boolean {
  const role = grid.rows[sum.total]?.role
  if (role?.total !== 'result' || role.closing || sum.kind === 'copy' || grid.columns < 2) return false
  const columns = amountColumns(grid).map(column => missOf(grid, choice, sum, column))
  const told = columns.filter(miss => miss !== 'untold').length
  const missed = columns.filter(miss => miss === 'slip' || miss === 'unexplained').length
  const unexplained = columns.filter(miss => miss === 'unexplained').length
  if (missed < 2 || missed * 3 < told * 2 || unexplained * 2 < missed) return false
  return unseenDamage(grid.rows.flatMap((row, index) => row.readings[choice[index] ?? 0]?.cells ?? [])) < noisy
}

/** How a sum does in one column: whether all its cells are clean, whether it holds, and if not, whether one likely slip would explain it. */
function missOf(grid: Grid, choice: Choice, sum: RowSum, column: number): 'untold' | 'holds' | 'slip' | 'unexplained' {
  const members = [{ row: sum.total, weight: -1 }, ...sum.parts].flatMap(({ row, weight }) => {
    const cell = cellAt(grid, choice, row, column)
    return cell && cell.baseSlip === 'none' && cell.base !== null ? [{ cell, weight, value: cell.base }] : []
  })
  if (members.length <= sum.parts.length) return 'untold'
  const off = members.reduce((all, member) => all + member.weight * member.value, 0)
  if (Math.abs(off) <= roundingSlack(members.map(member => member.cell.step))) return 'holds'
  const explained = members.some(({ cell, weight, value }) => {
    const slip = candidateMapOf(cell).get(valueKey(value - off / weight))
    return slip !== undefined && slip.cost <= likelySlip
  })
  return explained ? 'slip' : 'unexplained'
}
