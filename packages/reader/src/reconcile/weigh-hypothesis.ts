import { COSTS, MARGIN, sourceErrorCost } from '../number/costs.ts'
import { roundingSlack } from './equation.ts'
import { candidateMapOf, type Grid, valueKey } from './grid.ts'
import { againstConvention, type Choice, cellAt, type Hypothesis, type RowSum } from './sum-hypotheses.ts'

/**
 * Σ over the columns of how surprising the printed values are under the hypothesis; negative where they speak for it. Percents speak for a sum that
 * they add up to, and never against one: rates of change do not add up.
 */
export function weigh(grid: Grid, choice: Choice, row: number, hypothesis: Hypothesis): number {
  const columns = Array.from({ length: grid.columns }, (_, column) => column)
  const plain = columns.map(column => {
    const score = weighColumn(grid, choice, row, column, hypothesis, false)
    return grid.shares?.[column] ? Math.min(0, hypothesis.kind === 'result' ? 0 : score) : score
  })
  const failing = plain.filter(score => score > 1.5).length
  if (failing === 0 || failing > Math.max(1, grid.columns / 3)) return plain.reduce((sum, score) => sum + score, hypothesis.prior)
  return columns.reduce((sum, column) => {
    const score = plain[column] ?? 0
    return sum + (score > 1.5 ? weighColumn(grid, choice, row, column, hypothesis, true) : score)
  }, hypothesis.prior)
}

/** A slip is weighed in only where few columns need one: more of them tell that the hypothesis is wrong. */
function weighColumn(grid: Grid, choice: Choice, row: number, column: number, hypothesis: Hypothesis, slips: boolean): number {
  const total = cellAt(grid, choice, row, column)
  if (!total) return 0
  let sum = 0
  let unknown = total.base === null ? 1 : 0
  const steps = [total.step]
  for (const part of hypothesis.parts) {
    const cell = cellAt(grid, choice, part.row, column)
    if (!cell) continue
    if (cell.base === null) unknown += 1
    sum += part.weight * (cell.base ?? 0)
    steps.push(cell.step)
  }
  if (unknown > 0) return grid.rows[row]?.role.total === 'strong' ? 0 : 2
  const off = sum - (total.base ?? 0)
  const evidence = Math.min(8, Math.log(1 + Math.abs(sum) / total.step))
  if (Math.abs(off) <= roundingSlack(steps)) return total.base === 0 && sum === 0 ? -0.2 : -evidence
  if (lacksMinus(grid, choice, column, [{ row, weight: -1 }, ...hypothesis.parts], off, roundingSlack(steps)))
    return COSTS.lostMinus.nats - evidence
  const reread = rereadCost(grid, choice, row, column, hypothesis, off, roundingSlack(steps))
  if (reread !== undefined && reread < evidence) return reread - evidence
  if (!slips) return Math.min(9, 2 + sourceErrorCost(off / total.step) / 3)
  const slip = Math.abs(off) > 0 ? candidateMapOf(total).get(valueKey(sum)) : undefined
  if (slip && slip.cost + 2 < evidence) return slip.cost + 2 - evidence
  const inner = hypothesis.prior < 1.2 && grid.columns <= 2 ? slipOfPart(grid, choice, column, hypothesis, off) : undefined
  if (inner !== undefined && inner + 2 < evidence) return inner + 2 - evidence
  return Math.min(9, 2 + sourceErrorCost(off / total.step) / 3)
}

/** The cheapest single slip of one part that makes the column hold, with what it costs to pick that part among all. */
function slipOfPart(grid: Grid, choice: Choice, column: number, hypothesis: Hypothesis, off: number): number | undefined {
  let least: number | undefined
  for (const part of hypothesis.parts) {
    const cell = cellAt(grid, choice, part.row, column)
    if (!cell || cell.base === null) continue
    const wanted = cell.base - off / part.weight
    const found = candidateMapOf(cell).get(valueKey(wanted))
    if (found && found.cost < (least ?? 12)) least = found.cost
  }
  return least === undefined ? undefined : least + Math.log(hypothesis.parts.length)
}

/** Whether one cost without a minus, in a table that prints costs with one, is all that keeps a column from holding. */
function lacksMinus(grid: Grid, choice: Choice, column: number, members: RowSum['parts'], off: number, slack: number): boolean {
  if (againstConvention(grid).taken === 0) return false
  return members.some(({ row, weight }) => {
    const value = cellAt(grid, choice, row, column)?.base ?? 0
    return value > 0 && grid.rows[row]?.role.cost === true && Math.abs(off - 2 * weight * value) <= slack
  })
}

/** How much dearer the placement of a row with blanks may be, and the reading of another row. */
const near = 1.5
const far = MARGIN

/** What it costs that another reading of one row, not much dearer, makes the column hold; undefined where none does. */
function rereadCost(
  grid: Grid,
  choice: Choice,
  row: number,
  column: number,
  hypothesis: Hypothesis,
  off: number,
  slack: number,
): number | undefined {
  let least: number | undefined
  for (const part of [{ row, weight: -1 }, ...hypothesis.parts]) {
    const readings = grid.rows[part.row]?.readings ?? []
    const chosen = readings[choice[part.row] ?? 0]
    const value = chosen?.cells[column]?.base
    if (!chosen || value === undefined || value === null || readings.length < 2) continue
    const placed = chosen.cells.some(cell => cell.printed === '')
    for (const other of readings) {
      const dearer = Math.max(0, other.cost - chosen.cost)
      if (!placed && other.cells.some(cell => cell.printed === '')) continue
      if (dearer > (placed ? near : far) || Math.abs(off + part.weight * ((other.cells[column]?.base ?? value) - value)) > slack) continue
      least = Math.min(least ?? Number.POSITIVE_INFINITY, placed ? 0.5 : 0.5 + dearer + Math.log(hypothesis.parts.length))
    }
  }
  return least
}
