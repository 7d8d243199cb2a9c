import { COSTS, sourceErrorCost } from '../number/costs.ts'
import { candidatesOfCell, type Grid, type GridCell, valueKey } from './grid.ts'
import type { SheetEquation } from './sheet.ts'
import type { Choice } from './sum-hypotheses.ts'

/** The equations that each row stands in. */
export type Touching = readonly (readonly SheetEquation[])[]

export function equationsByRow(grid: Grid, equations: readonly SheetEquation[]): Touching {
  const touching: SheetEquation[][] = grid.rows.map(() => [])
  for (const equation of equations) for (const row of new Set(equation.terms.map(term => term.row))) touching[row]?.push(equation)
  return touching
}

/** A row with the reading that it would get. */
export interface Turn {
  readonly row: number
  readonly reading: number
}

/** The choice with some rows read anew. */
export function turn(choice: Choice, turns: readonly Turn[]): Choice {
  const turned = [...choice]
  for (const { row, reading } of turns) turned[row] = reading
  return turned
}

/** How much dearer the readings of some rows are than the chosen ones. */
export const dearerBy = (grid: Grid, choice: Choice, turns: readonly Turn[]): number =>
  turns.reduce((sum, { row, reading }) => sum + costAt(grid, row, reading) - costAt(grid, row, choice[row] ?? 0), 0)

const costAt = (grid: Grid, row: number, reading: number): number => grid.rows[row]?.readings[reading]?.cost ?? 0

/** How much more the equations of some rows cost once these are read anew; negative where more of them hold. */
export function violationsBy(grid: Grid, choice: Choice, turns: readonly Turn[], touching: Touching): number {
  const turned = turn(choice, turns)
  let cost = 0
  for (const equation of new Set(turns.flatMap(({ row }) => touching[row] ?? [])))
    cost += violation(restOf(grid, turned, equation)) - violation(restOf(grid, choice, equation))
  return cost
}

/** An equation seen from one of its rows: what the other rows sum to, and what an illegible or blank cell among them costs. */
export interface Rest {
  readonly equation: SheetEquation
  readonly own: SheetEquation['terms']
  readonly sum: number
  readonly free: number
  /** How far the likeliest slips of its cells, a lost minus or a letter for a digit, would move the sum, with what they cost. */
  readonly slips: () => ReadonlyMap<number, number>
}

/** The dearest slip that is thought of before the readings are chosen. */
const likely = 4

type Move = readonly [distance: number, cost: number]

const movesByCell = new WeakMap<GridCell, readonly Move[]>()

/** How far the likeliest slips of a cell would move its value, with what they cost. */
function movesOf(cell: GridCell): readonly Move[] {
  const known = movesByCell.get(cell)
  if (known) return known
  const moves = cell.base ? movesFrom(cell, cell.base) : []
  movesByCell.set(cell, moves)
  return moves
}

function movesFrom(cell: GridCell, base: number): readonly Move[] {
  if (cell.baseSlip === 'none') return [[-2 * base, base > 0 ? COSTS.lostMinus.nats + 1 : COSTS.inventedMinus.nats]]
  const candidates = candidatesOfCell(cell)
  const floor = candidates[0]?.cost ?? 0
  return candidates.flatMap(({ value, cost }): readonly Move[] =>
    value !== base && cost - floor <= likely ? [[value - base, cost - floor]] : [],
  )
}

interface Weighed {
  readonly weight: number
  readonly cell: GridCell
}

/** Asked for only where an equation does not hold, and then once. */
function slipsOf(cells: readonly Weighed[]): () => ReadonlyMap<number, number> {
  let known: ReadonlyMap<number, number> | undefined
  return () => {
    known ??= gatherSlips(cells)
    return known
  }
}

function gatherSlips(cells: readonly Weighed[]): ReadonlyMap<number, number> {
  const slips = new Map<number, number>()
  for (const { weight, cell } of cells) {
    for (const [move, cost] of movesOf(cell)) {
      const key = valueKey(weight * move)
      slips.set(key, Math.min(cost, slips.get(key) ?? Number.POSITIVE_INFINITY))
    }
  }
  return slips
}

/** The sum of an equation's terms, those of one row left out where one is given. */
export function restOf(grid: Grid, choice: Choice, equation: SheetEquation, row?: number): Rest {
  let sum = 0
  let free = Number.POSITIVE_INFINITY
  const cells: Weighed[] = []
  for (const term of equation.terms) {
    const cell = term.row === row ? undefined : grid.rows[term.row]?.readings[choice[term.row] ?? 0]?.cells[term.column]
    if (!cell) continue
    free = Math.min(free, freedom(cell))
    sum += term.weight * (cell.base ?? 0)
    cells.push({ weight: term.weight, cell })
  }
  const own = row === undefined ? [] : equation.terms.filter(term => term.row === row)
  return { equation, own, sum, free, slips: slipsOf(cells) }
}

/** What it costs that a cell takes up a difference: little where it is illegible, much where it is blank. */
const freedom = (cell: GridCell): number => (cell.base === null ? cell.anyCost / 4 : cell.anyCost < 9 ? 8.5 : Number.POSITIVE_INFINITY)

/** What it costs that an equation does not hold with one row read in a certain way. */
export function violationWith(grid: Grid, row: number, reading: number, rest: Rest): number {
  let { sum, free } = rest
  for (const term of rest.own) {
    const cell = grid.rows[row]?.readings[reading]?.cells[term.column]
    if (!cell) continue
    free = Math.min(free, freedom(cell))
    sum += term.weight * (cell.base ?? 0)
  }
  return violation({ ...rest, sum, free })
}

/** What it costs that an equation does not hold; illegible cells take up the difference. */
export function violation({ equation, sum, free, slips }: Rest): number {
  if (Math.abs(sum) <= equation.slack) return 0
  return Math.min(free, 9, 3 + sourceErrorCost(sum / equation.step) / 2, (slips().get(valueKey(-sum)) ?? 9) + slipThere)
}

/** What it costs that just this cell of an equation slipped. */
const slipThere = 1.5
