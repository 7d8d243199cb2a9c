import { fold } from '../tables/fold.ts'
import { amountColumns, type Grid } from './grid.ts'
import {
  againstConvention,
  type Choice,
  cellAt,
  copies,
  differences,
  exactWindows,
  type Hypothesis,
  type RowSum,
  windows,
} from './sum-hypotheses.ts'
import { weigh } from './weigh-hypothesis.ts'

export type { Choice, RowSum } from './sum-hypotheses.ts'

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
  const inner = setInSums(grid, choice, new Set(labelled.map(found => found.sum.total)))
  if (silent.size === 0) return [...labelled.map(found => found.sum), ...inner]
  const again = sumsOf(grid, choice, silent)
  const known = new Set([...again.map(found => found.sum.total), ...silent.keys()])
  return [...again.map(found => found.sum), ...silent.values(), ...inner.filter(sum => !known.has(sum.total))].sort(
    (a, b) => a.total - b.total,
  )
}

/** Rows whose amounts the rows set in below them add up to, in every column that both print. */
function setInSums(grid: Grid, choice: Choice, known: ReadonlySet<number>): readonly RowSum[] {
  return grid.rows.flatMap((row, index): readonly RowSum[] => {
    const next = grid.rows.findIndex((other, at) => at > index && other.depth <= row.depth)
    const parts = Array.from({ length: (next < 0 ? grid.rows.length : next) - index - 1 }, (_, at) => index + 1 + at).filter(
      part => !grid.rows[part]?.role.apart,
    )
    if (known.has(index) || parts.length < 2 || parts.length > 30) return []
    const holds = amountColumns(grid).map(column => {
      const sum = parts.reduce((all, part) => all + (cellAt(grid, choice, part, column)?.base ?? 0), 0)
      return Math.abs(sum - (cellAt(grid, choice, index, column)?.base ?? Number.NaN)) <= 1.5 && sum !== 0
    })
    return holds.every(Boolean) ? [{ total: index, parts: parts.map(part => ({ row: part, weight: 1 })), kind: 'sum' }] : []
  })
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
    if (!whole) return
    for (const part of sum.parts) taken.add(part.row)
    for (const row of setIn(grid, sum)) taken.add(row)
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

/** Rows between the parts of a sum that are set in further than all of them: parts of a part. */
function setIn(grid: Grid, sum: RowSum): readonly number[] {
  const rows = sum.parts.map(part => part.row)
  const first = rows.reduce((low, row) => Math.min(low, row), sum.total)
  const deepest = rows.reduce((most, row) => Math.max(most, grid.rows[row]?.depth ?? 0), 0)
  return grid.rows.flatMap((row, index) => (index > first && index < sum.total && row.depth > deepest ? [index] : []))
}

const takenBefore = (sums: readonly FoundSum[], row: number): ReadonlySet<number> =>
  new Set(sums.filter(found => found.sum.total < row).flatMap(found => found.sum.parts.map(part => part.row)))

function bestSum(grid: Grid, choice: Choice, row: number, taken: ReadonlySet<number>): FoundSum | undefined {
  const role = grid.rows[row]?.role
  if (!role || role.apart || role.ofWhich) return undefined
  const hypotheses = role.total === 'none' ? exactWindows(grid, choice, row, taken) : windows(grid, row, taken)
  if (hypotheses.length === 0) return undefined
  const near = cheapest(grid, choice, row, hypotheses)
  const elsewhere =
    role.total === 'result'
      ? [...copies(grid, row), ...differences(grid, row)]
      : role.total === 'strong'
        ? copies(grid, row).filter(copy => !(near && plausible(grid, choice, row, near.hypothesis)) || copiesTotal(grid, row, copy))
        : []
  const searched = (near?.score ?? 0) > -1 || role.total === 'strong'
  const shown = role.total === 'strong' && (near?.score ?? 0) < -needed
  const far = searched && !shown && grid.rows.length <= 150 ? cheapest(grid, choice, row, elsewhere) : undefined
  const best = far && far.score < -1 && far.score < (near?.score ?? 99) ? far : near
  if (!best) return undefined
  const accepted =
    role.total === 'strong'
      ? best.score < 0 || plausible(grid, choice, row, best.hypothesis)
      : role.total === 'result'
        ? best.score < 1
        : best.score < -needed - Math.log(hypotheses.length) * 1.5
  if (!accepted) {
    const typical =
      role.total === 'result'
        ? hypotheses.find(hypothesis => isTypical(grid, row, hypothesis))
        : role.total === 'strong'
          ? hypotheses.findLast(hypothesis => plausible(grid, choice, row, hypothesis))
          : undefined
    return typical ? { sum: { total: row, parts: typical.parts, kind: typical.kind }, score: 1 } : undefined
  }
  return { sum: { total: row, parts: best.hypothesis.parts, kind: best.hypothesis.kind }, score: best.score }
}

/** Whether what a total would repeat is a total of the same nature. */
const copiesTotal = (grid: Grid, row: number, copy: Hypothesis): boolean =>
  copy.parts.every(part => grid.rows[part.row]?.role.total === 'strong' && grid.rows[part.row]?.role.cost === grid.rows[row]?.role.cost)

/**
 * Whether rows under a total may be its parts although their sums do not meet it: they stand where parts stand, measure the
 * same, and come near it in most columns.
 */
function plausible(grid: Grid, choice: Choice, row: number, hypothesis: Hypothesis): boolean {
  const total = grid.rows[row]
  if (!total || hypothesis.prior >= 1.2 || hypothesis.parts.some(part => grid.rows[part.row]?.role.cost !== total.role.cost)) return false
  if (bearsTheName(grid, row, hypothesis)) return true
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

/** Whether a total is named after the heading that all its parts stand under, or all its parts are totals themselves. */
function bearsTheName(grid: Grid, row: number, hypothesis: Hypothesis): boolean {
  const total = grid.rows[row]
  const parts = hypothesis.parts.map(part => grid.rows[part.row])
  if (parts.length >= 2 && parts.every(part => part?.role.total === 'strong')) return true
  const heading = fold(total?.heading ?? '')
  return (
    heading.length >= 5 && fold(total?.label ?? '').endsWith(heading) && parts.every(part => part?.sectionIndex === total?.sectionIndex)
  )
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
    hypothesis.kind === (againstConvention(grid).taken > 0 ? 'sum' : 'result') &&
    roles.some(role => role?.cost) &&
    !roles.every(role => role?.cost)
  )
}

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
