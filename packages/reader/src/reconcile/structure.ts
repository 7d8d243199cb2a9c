import { sourceErrorCost } from '../number/costs.ts'
import { roundingSlack } from './equation.ts'
import { candidateMapOf, type Grid, type GridCell, valueKey } from './grid.ts'

/** What one row sums: other rows with their signs. */
export interface RowSum {
  readonly total: number
  readonly parts: readonly { readonly row: number; readonly weight: number }[]
  readonly kind: 'sum' | 'result' | 'copy'
}

/** The reading chosen for each row. */
export type Choice = readonly number[]

interface Hypothesis {
  readonly parts: RowSum['parts']
  readonly kind: RowSum['kind']
  /** What the hypothesis costs before any figure is looked at. */
  readonly prior: number
}

const mostWindows = 120
const needed = 6

/**
 * Finds which rows sum which, from labels, headings and order, and from the figures themselves: for each row all windows of
 * rows above it are weighed by how well their sums meet its printed values in every column. Rows that call themselves totals
 * come first; another row counts as a total only where no total that holds has it and its parts side by side (what a region
 * pays is by law the sum of what municipalities pay, and yet an item).
 */
export function findSums(grid: Grid, choice: Choice): readonly RowSum[] {
  const labelled = sumsOf(grid, choice, new Map())
  const silent = new Map<number, RowSum>()
  const takenByLabelled = new Set(labelled.flatMap(found => found.sum.parts.map(part => part.row)))
  for (let row = 1; row < grid.rows.length; row += 1) {
    if (grid.rows[row]?.role.total !== 'none') continue
    const found = bestSum(grid, choice, row, takenBefore(labelled, row))
    if (!found) continue
    const above = labelled.find(other => other.sum.parts.some(part => part.row === row))
    const sharesParts = above && found.sum.parts.some(part => above.sum.parts.some(other => other.row === part.row))
    if ((sharesParts && above.score < 0) || (!above && takenByLabelled.has(row))) continue
    silent.set(row, found.sum)
  }
  if (silent.size === 0) return labelled.map(found => found.sum)
  const again = sumsOf(grid, choice, silent)
  return [...again.map(found => found.sum), ...silent.values()].sort((a, b) => a.total - b.total)
}

interface FoundSum {
  readonly sum: RowSum
  readonly score: number
}

/** Sums of the rows that call themselves totals; `silent` rows are taken for totals of theirs. */
function sumsOf(grid: Grid, choice: Choice, silent: ReadonlyMap<number, RowSum>): readonly FoundSum[] {
  const found: FoundSum[] = []
  const taken = new Set<number>()
  const take = (sum: RowSum): void => {
    const whole = sum.parts.every(part => part.row < sum.total) && (sum.kind !== 'copy' || sum.parts[0]?.row === sum.total - 1)
    if (whole) for (const part of sum.parts) taken.add(part.row)
  }
  for (let row = 0; row < grid.rows.length; row += 1) {
    const known = silent.get(row)
    if (known) take(known)
    if (grid.rows[row]?.role.total === 'none') continue
    const best = bestSum(grid, choice, row, taken)
    if (!best) continue
    found.push(best)
    take(best.sum)
  }
  return found
}

const takenBefore = (sums: readonly FoundSum[], row: number): ReadonlySet<number> =>
  new Set(sums.filter(found => found.sum.total < row).flatMap(found => found.sum.parts.map(part => part.row)))

const cellAt = (grid: Grid, choice: Choice, row: number, column: number): GridCell | undefined =>
  grid.rows[row]?.readings[choice[row] ?? 0]?.cells[column]

function bestSum(grid: Grid, choice: Choice, row: number, taken: ReadonlySet<number>): FoundSum | undefined {
  const role = grid.rows[row]?.role
  if (!role || role.apart || role.ofWhich) return undefined
  const hypotheses = role.total === 'none' ? exactWindows(grid, choice, row, taken) : windows(grid, row, taken)
  if (hypotheses.length === 0) return undefined
  const near = cheapest(grid, choice, row, hypotheses)
  const elsewhere =
    role.total === 'result'
      ? [...copies(grid, row), ...differences(grid, row)]
      : role.total === 'strong' && !(near && plausible(grid, choice, row, near.hypothesis))
        ? copies(grid, row)
        : []
  const far = (near?.score ?? 0) > -1 && grid.rows.length <= 150 ? cheapest(grid, choice, row, elsewhere) : undefined
  const best = far && far.score < -1 && far.score < (near?.score ?? 99) ? far : near
  if (!best) return undefined
  const accepted =
    role.total === 'strong'
      ? best.score < 0 || plausible(grid, choice, row, best.hypothesis)
      : role.total === 'result'
        ? best.score < 1
        : best.score < -needed - Math.log(hypotheses.length) * 1.5
  if (!accepted) {
    const typical = role.total === 'result' ? hypotheses.find(hypothesis => isTypical(grid, row, hypothesis)) : undefined
    return typical ? { sum: { total: row, parts: typical.parts, kind: typical.kind }, score: 1 } : undefined
  }
  return { sum: { total: row, parts: best.hypothesis.parts, kind: best.hypothesis.kind }, score: best.score }
}

/**
 * Whether rows under a total may be its parts although their sums do not meet it: they stand where parts stand, measure the
 * same, and come near it in most columns.
 */
function plausible(grid: Grid, choice: Choice, row: number, hypothesis: Hypothesis): boolean {
  const total = grid.rows[row]
  if (!total || hypothesis.prior >= 1.2 || hypothesis.parts.some(part => grid.rows[part.row]?.role.cost !== total.role.cost)) return false
  let near = 0
  let told = 0
  for (let column = 0; column < grid.columns; column += 1) {
    const printed = cellAt(grid, choice, row, column)?.base
    const sum = hypothesis.parts.reduce((all, part) => all + part.weight * (cellAt(grid, choice, part.row, column)?.base ?? 0), 0)
    if (printed === undefined || printed === null) near += 1
    else if (Math.abs(sum - printed) <= Math.max(2, Math.abs(printed) * 0.6)) near += 1
    told += 1
  }
  return near * 2 >= told
}

/**
 * Whether a result has the parts that results have by their nature, although its figures do not meet them: a closing balance
 * its opening one and the result, a result the totals of income and costs.
 */
function isTypical(grid: Grid, row: number, hypothesis: Hypothesis): boolean {
  const roles = hypothesis.parts.map(part => grid.rows[part.row]?.role)
  if (grid.rows[row]?.role.closing)
    return roles.length === 2 && roles.filter(role => role?.opening).length === 1 && roles.some(role => role?.total === 'result')
  const totals = roles.length === 2 && roles.every(role => role?.total === 'strong' && !role.opening)
  return (
    totals &&
    hypothesis.kind === (costsPrintedNegative(grid, hypothesis) ? 'sum' : 'result') &&
    roles.some(role => role?.cost) &&
    !roles.every(role => role?.cost)
  )
}

const costsPrintedNegative = (grid: Grid, hypothesis: Hypothesis): boolean =>
  hypothesis.parts.some(part => {
    const own = grid.rows[part.row]
    const values = own?.readings[0]?.cells.map(cell => cell.base ?? 0) ?? []
    return own?.role.cost === true && values.filter(value => value < 0).length * 2 > values.length
  })

interface Weighed {
  readonly hypothesis: Hypothesis
  readonly score: number
}

function cheapest(grid: Grid, choice: Choice, row: number, hypotheses: readonly Hypothesis[]): Weighed | undefined {
  let best: Weighed | undefined
  for (const hypothesis of hypotheses) {
    const score = weigh(grid, choice, row, hypothesis)
    if (!best || score < best.score - 1e-9) best = { hypothesis, score }
  }
  return best
}

/** Windows of rows directly above, innermost first; for results also with costs taken off. */
function windows(grid: Grid, row: number, taken: ReadonlySet<number>): readonly Hypothesis[] {
  const found: Hypothesis[] = []
  const role = grid.rows[row]?.role
  const open: number[] = []
  for (let from = row - 1; from >= 0 && found.length < mostWindows; from -= 1) {
    const other = grid.rows[from]
    if (!other || other.role.apart || other.role.ofWhich || taken.has(from)) continue
    open.unshift(from)
    const prior = boundaryCost(grid, row, from, taken)
    const parts = open.map(part => ({ row: part, weight: 1 }))
    if (open.length > 1 || role?.total !== 'none') found.push({ parts, kind: 'sum', prior })
    const signed = open.map(part => ({ row: part, weight: grid.rows[part]?.role.cost ? -1 : 1 }))
    if (open.length > 1 && signed.some(part => part.weight < 0) && signed.some(part => part.weight > 0)) {
      found.push({ parts: signed, kind: 'result', prior: prior + (role?.total === 'result' ? 0 : 2) })
    }
    if (role?.total === 'result' && open.length > 1 && open.length <= 4 && signed.every(part => part.weight === signed[0]?.weight)) {
      found.push({ parts: open.map((part, at) => ({ row: part, weight: at === 0 ? 1 : -1 })), kind: 'result', prior: prior + 1.5 })
    }
    const totals = open.filter(part => grid.rows[part]?.role.total === 'strong')
    if (totals.length > 1 && totals.length < open.length && totals.includes(from)) {
      found.push({ parts: totals.map(part => ({ row: part, weight: 1 })), kind: 'sum', prior: prior + 2 })
      const weighted = totals.map(part => ({ row: part, weight: grid.rows[part]?.role.cost ? -1 : 1 }))
      if (weighted.some(part => part.weight < 0) && weighted.some(part => part.weight > 0))
        found.push({ parts: weighted, kind: 'result', prior: prior + 2 })
    }
  }
  return found
}

/** Windows above a row that does not call itself a total, as far as their sums meet it in most columns. */
function exactWindows(grid: Grid, choice: Choice, row: number, taken: ReadonlySet<number>): readonly Hypothesis[] {
  const sums = new Array<number>(grid.columns).fill(0)
  const open: number[] = []
  const found: Hypothesis[] = []
  for (let from = row - 1; from >= 0 && open.length < mostWindows; from -= 1) {
    const other = grid.rows[from]
    if (!other || other.role.apart || other.role.ofWhich || taken.has(from)) continue
    open.unshift(from)
    let holds = 0
    for (let column = 0; column < grid.columns; column += 1) {
      sums[column] = (sums[column] ?? 0) + (cellAt(grid, choice, from, column)?.base ?? 0)
      if (Math.abs((sums[column] ?? 0) - (cellAt(grid, choice, row, column)?.base ?? Number.NaN)) <= 1.5) holds += 1
    }
    if (open.length < 2 || holds * 3 < grid.columns * 2) continue
    found.push({ parts: open.map(part => ({ row: part, weight: 1 })), kind: 'sum', prior: boundaryCost(grid, row, from, taken) })
  }
  return found
}

/** Sums begin at headings, after totals and at the top of the table. */
function boundaryCost(grid: Grid, row: number, from: number, taken: ReadonlySet<number>): number {
  if (from === 0) return 0.3
  const above = grid.rows[from - 1]
  const here = grid.rows[from]
  const total = grid.rows[row]
  if (above && here && above.sectionIndex !== here.sectionIndex) return here.sectionIndex === total?.sectionIndex ? 0 : 0.6
  if (above && above.role.total !== 'none') return 0.2
  if (taken.has(from - 1)) return 1
  return 3
}

/** Σ over the columns of how surprising the printed values are under the hypothesis; negative where they speak for it. */
function weigh(grid: Grid, choice: Choice, row: number, hypothesis: Hypothesis): number {
  let score = hypothesis.prior
  for (let column = 0; column < grid.columns; column += 1) score += weighColumn(grid, choice, row, column, hypothesis)
  return score
}

function weighColumn(grid: Grid, choice: Choice, row: number, column: number, hypothesis: Hypothesis): number {
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
  if (couldHold(grid, choice, row, column, hypothesis, off, roundingSlack(steps))) return 0.5 - evidence
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

const near = 1.5

/** Whether another placement of one row, about as likely, makes the column hold. */
function couldHold(grid: Grid, choice: Choice, row: number, column: number, hypothesis: Hypothesis, off: number, slack: number): boolean {
  return [{ row, weight: -1 }, ...hypothesis.parts].some(part => {
    const readings = grid.rows[part.row]?.readings ?? []
    const chosen = readings[choice[part.row] ?? 0]
    const value = chosen?.cells[column]?.base
    if (!chosen || value === undefined || value === null || !chosen.cells.some(cell => cell.printed === '')) return false
    return readings.some(
      other => other.cost <= chosen.cost + near && Math.abs(off + part.weight * ((other.cells[column]?.base ?? value) - value)) <= slack,
    )
  })
}

const copies = (grid: Grid, row: number): readonly Hypothesis[] =>
  grid.rows.flatMap((other, index) =>
    index >= row || other.role.apart
      ? []
      : [{ parts: [{ row: index, weight: 1 }], kind: 'copy' as const, prior: Math.log(grid.rows.length) }],
  )

function differences(grid: Grid, row: number): readonly Hypothesis[] {
  const plus = grid.rows.flatMap((other, index) => (index === row || other.role.apart || other.role.cost ? [] : [index]))
  const minus = grid.rows.flatMap((other, index) =>
    index === row || other.role.apart || !other.role.cost || other.role.total === 'none' ? [] : [index],
  )
  const prior = Math.log(1 + plus.length * minus.length)
  return plus.flatMap(a =>
    minus.map(b => ({
      parts: [
        { row: a, weight: 1 },
        { row: b, weight: -1 },
      ],
      kind: 'result' as const,
      prior,
    })),
  )
}
