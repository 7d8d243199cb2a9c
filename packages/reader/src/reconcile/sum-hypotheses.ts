import { costSign } from './cost-sign.ts'
import { amountColumns, type Grid, type GridCell } from './grid.ts'

/** What one row sums: other rows with their signs. */
export interface RowSum {
  readonly total: number
  readonly parts: readonly { readonly row: number; readonly weight: number }[]
  readonly kind: 'sum' | 'result' | 'copy'
}

/** The reading chosen for each row. */
export type Choice = readonly number[]

export interface Hypothesis {
  readonly parts: RowSum['parts']
  readonly kind: RowSum['kind']
  /** What the hypothesis costs before any figure is looked at. */
  readonly prior: number
}

const mostWindows = 120

/** The cell of a row's chosen reading. */
export const cellAt = (grid: Grid, choice: Choice, row: number, column: number): GridCell | undefined =>
  grid.rows[row]?.readings[choice[row] ?? 0]?.cells[column]

/** Windows of rows directly above, innermost first; for results also with costs taken off. */
export function windows(grid: Grid, row: number, taken: ReadonlySet<number>): readonly Hypothesis[] {
  const found: Hypothesis[] = []
  const role = grid.rows[row]?.role
  const { taken: takenOff, added } = againstConvention(grid)
  const open: number[] = []
  for (let from = row - 1; from >= 0 && found.length < mostWindows; from -= 1) {
    const other = grid.rows[from]
    if (!other || other.role.apart || other.role.ofWhich || taken.has(from)) continue
    open.unshift(from)
    const prior = boundaryCost(grid, row, from, taken) + (leavesTotal(grid, row, from, taken) ? totalLeft : 0)
    const parts = open.map(part => ({ row: part, weight: 1 }))
    const signed = open.map(part => ({ row: part, weight: grid.rows[part]?.role.cost ? -1 : 1 }))
    const mixed = signed.some(part => part.weight < 0) && signed.some(part => part.weight > 0)
    const turned = open.length === 1 && turnsCosts(grid, row, from) ? costsForResult : 0
    if (open.length > 1 || role?.total !== 'none') found.push({ parts, kind: 'sum', prior: prior + turned + (mixed ? added : 0) })
    if (open.length > 1 && mixed)
      found.push({ parts: signed, kind: 'result', prior: prior + takenOff + (role?.total === 'result' ? 0 : 2) })
    if (role?.total === 'result' && open.length > 1 && open.length <= 4 && signed.every(part => part.weight === signed[0]?.weight)) {
      found.push({ parts: open.map((part, at) => ({ row: part, weight: at === 0 ? 1 : -1 })), kind: 'result', prior: prior + 1.5 })
    }
    const outer = outermost(grid, open)
    if (outer.length >= 2 && outer.length < open.length && outer.includes(from)) {
      found.push({ parts: outer.map(part => ({ row: part, weight: 1 })), kind: 'sum', prior: prior + 0.8 })
    }
    const totals = open.filter(part => grid.rows[part]?.role.total === 'strong')
    if (totals.length > 1 && totals.length < open.length && totals.includes(from)) {
      const weighted = totals.map(part => ({ row: part, weight: grid.rows[part]?.role.cost ? -1 : 1 }))
      const both = weighted.some(part => part.weight < 0) && weighted.some(part => part.weight > 0)
      found.push({ parts: totals.map(part => ({ row: part, weight: 1 })), kind: 'sum', prior: prior + 2 + (both ? added : 0) })
      if (both) found.push({ parts: weighted, kind: 'result', prior: prior + 2 + takenOff })
    }
  }
  return found
}

interface ConventionCosts {
  /** What it costs that costs are taken off. */
  readonly taken: number
  /** What it costs that costs and income are added up. */
  readonly added: number
}

const conventions = new WeakMap<Grid, ConventionCosts>()
const oneConvention = 6

/** Costs printed with a minus are added, others are taken off: what it costs to go against what most amounts of costs show. */
export function againstConvention(grid: Grid): ConventionCosts {
  const known = conventions.get(grid)
  if (known) return known
  const costs = grid.rows.filter(row => row.role.cost && !row.role.apart)
  const items = costs.filter(row => row.role.total === 'none')
  const valuesOf = (rows: Grid['rows']): readonly number[] =>
    rows.flatMap(row => amountColumns(grid).map(column => row.readings[0]?.cells[column]?.base ?? 0))
  const sign = costSign(valuesOf(items)) || costSign(valuesOf(costs))
  const found = { taken: Math.max(0, Math.min(oneConvention, sign)), added: Math.max(0, Math.min(oneConvention, -sign)) }
  conventions.set(grid, found)
  return found
}

/** The rows that are set in least: those set in further are parts of the row above them. */
function outermost(grid: Grid, rows: readonly number[]): readonly number[] {
  const depths = rows.map(row => grid.rows[row]?.depth ?? 0)
  const least = depths.reduce((low, depth) => Math.min(low, depth), Number.POSITIVE_INFINITY)
  return rows.filter((_, index) => depths[index] === least)
}

/** Windows above a row that does not call itself a total, as far as their sums meet it in most columns. */
export function exactWindows(grid: Grid, choice: Choice, row: number, taken: ReadonlySet<number>): readonly Hypothesis[] {
  const amounts = amountColumns(grid)
  const sums = new Array<number>(grid.columns).fill(0)
  const open: number[] = []
  const found: Hypothesis[] = []
  for (let from = row - 1; from >= 0 && open.length < mostWindows; from -= 1) {
    const other = grid.rows[from]
    if (!other || other.role.apart || other.role.ofWhich || taken.has(from)) continue
    open.unshift(from)
    let holds = 0
    for (const column of amounts) {
      sums[column] = (sums[column] ?? 0) + (cellAt(grid, choice, from, column)?.base ?? 0)
      if (Math.abs((sums[column] ?? 0) - (cellAt(grid, choice, row, column)?.base ?? Number.NaN)) <= 1.5) holds += 1
    }
    if (open.length < 2 || holds * 3 < amounts.length * 2) continue
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

/** What it costs that a sum of totals leaves out one of them. */
const totalLeft = 2

/** Whether the window of a row that begins with a total leaves out another above it of the row's kind, which no sum has yet. */
function leavesTotal(grid: Grid, row: number, from: number, taken: ReadonlySet<number>): boolean {
  const first = grid.rows[from]?.role
  const above = grid.rows.findLast((row, index) => index < from && !taken.has(index) && !row.role.apart && !row.role.ofWhich)?.role
  return first?.total === 'strong' && above?.total === 'strong' && above.cost === grid.rows[row]?.role.cost && !above.balance
}

/** What it costs that a result shows the sum of costs as it stands, with the sign of a gain. */
const costsForResult = 6

/** Whether a row is a result and another a total of costs, which stands in the result with its sign turned or beside income. */
const turnsCosts = (grid: Grid, row: number, other: number): boolean =>
  grid.rows[row]?.role.total === 'result' && grid.rows[other]?.role.total === 'strong' && grid.rows[other]?.role.cost === true

/** The same as an earlier row. */
export const copies = (grid: Grid, row: number): readonly Hypothesis[] =>
  grid.rows.flatMap((other, index) => {
    if (index >= row || other.role.apart) return []
    const prior = Math.log(grid.rows.length) + (turnsCosts(grid, row, index) ? costsForResult : 0)
    return [{ parts: [{ row: index, weight: 1 }], kind: 'copy' as const, prior }]
  })

/** The difference of two rows anywhere in the table: what stands plus, and a total of costs. */
export function differences(grid: Grid, row: number): readonly Hypothesis[] {
  const plus = grid.rows.flatMap((other, index) => (index === row || other.role.apart || other.role.cost ? [] : [index]))
  const minus = grid.rows.flatMap((other, index) =>
    index === row || other.role.apart || !other.role.cost || other.role.total === 'none' ? [] : [index],
  )
  const prior = Math.log(1 + plus.length * minus.length) + againstConvention(grid).taken
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
