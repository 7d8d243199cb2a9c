import { sourceErrorCost } from '../number/costs.ts'
import type { Grid } from './grid.ts'
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

/** What a row costs with one of its readings, the violations of the equations around it included. */
export function readingCost(
  grid: Grid,
  choice: Choice,
  row: number,
  reading: number,
  equations: readonly SheetEquation[],
  limit = Number.POSITIVE_INFINITY,
): number {
  let cost = grid.rows[row]?.readings[reading]?.cost ?? 0
  for (const equation of equations) {
    cost += violation(grid, choice, equation, row, reading)
    if (cost >= limit) return cost
  }
  return cost
}

export function equationsByRow(grid: Grid, equations: readonly SheetEquation[]): readonly (readonly SheetEquation[])[] {
  const touching: SheetEquation[][] = grid.rows.map(() => [])
  for (const equation of equations) for (const row of new Set(equation.terms.map(term => term.row))) touching[row]?.push(equation)
  return touching
}

function cheapestReading(grid: Grid, choice: Choice, row: number, equations: readonly SheetEquation[]): number {
  const readings = grid.rows[row]?.readings ?? []
  const current = choice[row] ?? 0
  const floor = readings[0]?.cost ?? 0
  let best = current
  let least = readingCost(grid, choice, row, current, equations)
  readings.forEach((reading, index) => {
    if (index === current || reading.cost >= least || reading.cost > floor + 25) return
    const cost = readingCost(grid, choice, row, index, equations, least)
    if (cost < least - 1e-9) {
      best = index
      least = cost
    }
  })
  return best
}

/** What it costs that an equation does not hold with one row read anew; illegible cells take up the difference. */
function violation(grid: Grid, choice: Choice, equation: SheetEquation, row: number, reading: number): number {
  let sum = 0
  let free = Number.POSITIVE_INFINITY
  for (const term of equation.terms) {
    const chosen = term.row === row ? reading : (choice[term.row] ?? 0)
    const cell = grid.rows[term.row]?.readings[chosen]?.cells[term.column]
    if (!cell) continue
    if (cell.base === null) free = Math.min(free, cell.anyCost / 4)
    else if (cell.anyCost < 9) free = Math.min(free, 8.5)
    sum += term.weight * (cell.base ?? 0)
  }
  if (Math.abs(sum) <= equation.slack) return 0
  return Math.min(free, 9, 3 + sourceErrorCost(sum / equation.step) / 2)
}
