import { sourceErrorCost } from '../number/costs.ts'
import type { Grid, GridCell } from './grid.ts'
import type { SheetEquation } from './sheet.ts'
import type { Choice } from './structure.ts'

const passes = 4

/**
 * Chooses a reading for each row so that rows and equations together cost least: starts from each row's cheapest reading and
 * changes one row at a time while that makes the whole cheaper.
 */
export function chooseReadings(grid: Grid, start: Choice, equations: readonly SheetEquation[]): Choice {
  const choice = [...start]
  const touching = equationsByRow(grid, equations)
  for (let pass = 0; pass < passes; pass += 1) {
    let changed = false
    for (let row = 0; row < grid.rows.length; row += 1) {
      const best = cheapestReading(grid, choice, row, touching[row] ?? [])
      if (best !== choice[row]) {
        choice[row] = best
        changed = true
      }
    }
    if (!changed) break
  }
  return choice
}

function equationsByRow(grid: Grid, equations: readonly SheetEquation[]): readonly (readonly SheetEquation[])[] {
  const touching: SheetEquation[][] = grid.rows.map(() => [])
  for (const equation of equations) for (const row of new Set(equation.terms.map(term => term.row))) touching[row]?.push(equation)
  return touching
}

/** An equation seen from one of its rows: what the other rows sum to, and what an illegible or blank cell among them costs. */
interface Rest {
  readonly equation: SheetEquation
  readonly own: SheetEquation['terms']
  readonly sum: number
  readonly free: number
}

function cheapestReading(grid: Grid, choice: Choice, row: number, equations: readonly SheetEquation[]): number {
  const readings = grid.rows[row]?.readings ?? []
  const current = choice[row] ?? 0
  if (readings.length < 2) return current
  const rests = equations.map(equation => restOf(grid, choice, equation, row))
  const costOf = (reading: number, limit: number): number => {
    let cost = readings[reading]?.cost ?? 0
    for (const rest of rests) {
      if (cost >= limit) return cost
      cost += violation(grid, row, reading, rest)
    }
    return cost
  }
  const floor = readings[0]?.cost ?? 0
  let best = current
  let least = costOf(current, Number.POSITIVE_INFINITY)
  readings.forEach((reading, index) => {
    if (index === current || reading.cost >= least || reading.cost > floor + 25) return
    const cost = costOf(index, least)
    if (cost < least - 1e-9) {
      best = index
      least = cost
    }
  })
  return best
}

function restOf(grid: Grid, choice: Choice, equation: SheetEquation, row: number): Rest {
  let sum = 0
  let free = Number.POSITIVE_INFINITY
  for (const term of equation.terms) {
    const cell = term.row === row ? undefined : grid.rows[term.row]?.readings[choice[term.row] ?? 0]?.cells[term.column]
    if (!cell) continue
    free = Math.min(free, freedom(cell))
    sum += term.weight * (cell.base ?? 0)
  }
  return { equation, own: equation.terms.filter(term => term.row === row), sum, free }
}

/** What it costs that a cell takes up a difference: little where it is illegible, much where it is blank. */
const freedom = (cell: GridCell): number => (cell.base === null ? cell.anyCost / 4 : cell.anyCost < 9 ? 8.5 : Number.POSITIVE_INFINITY)

/** What it costs that an equation does not hold with one row read anew; illegible cells take up the difference. */
function violation(grid: Grid, row: number, reading: number, rest: Rest): number {
  let { sum, free } = rest
  for (const term of rest.own) {
    const cell = grid.rows[row]?.readings[reading]?.cells[term.column]
    if (!cell) continue
    free = Math.min(free, freedom(cell))
    sum += term.weight * (cell.base ?? 0)
  }
  if (Math.abs(sum) <= rest.equation.slack) return 0
  return Math.min(free, 9, 3 + sourceErrorCost(sum / rest.equation.step) / 2)
}
