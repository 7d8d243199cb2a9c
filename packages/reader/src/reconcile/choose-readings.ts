import { MARGIN } from '../number/costs.ts'
import type { Grid } from './grid.ts'
import { dearerBy, equationsByRow, restOf, type Touching, type Turn, turn, violation, violationsBy, violationWith } from './reading-cost.ts'
import { type Shifts, shiftsBy, shiftsOf, sumOfTerms } from './reading-shifts.ts'
import type { SheetEquation } from './sheet.ts'
import type { Choice } from './structure.ts'

const passes = 4
/** How much dearer than a row's cheapest reading another may be that is tried. */
const dearest = 25

/**
 * Chooses a reading for each row so that rows and equations together cost least: starts from each row's cheapest reading and
 * changes one row at a time while that makes the whole cheaper, then two rows of an equation that still does not hold. Readings about
 * as likely are tried first in all rows, so that a row with all its numbers is not read another way to suit one with a blank.
 */
export function chooseReadings(grid: Grid, start: Choice, equations: readonly SheetEquation[]): Choice {
  const choice = [...start]
  const touching = equationsByRow(grid, equations)
  for (let pass = 0; pass < passes; pass += 1) if (!changeRows(grid, choice, touching, MARGIN)) break
  for (let pass = 0; pass < passes; pass += 1) {
    const changed = changeRows(grid, choice, touching, dearest)
    if (!changed && !changePairs(grid, choice, equations, touching)) break
  }
  return choice
}

/** Gives each row the reading that makes the whole cheapest, of those within `reach` of its cheapest; tells whether any changed. */
function changeRows(grid: Grid, choice: number[], touching: Touching, reach: number): boolean {
  let changed = false
  for (let row = 0; row < grid.rows.length; row += 1) {
    const best = cheapestReading(grid, choice, row, touching[row] ?? [], reach)
    if (best === choice[row]) continue
    choice[row] = best
    changed = true
  }
  return changed
}

function cheapestReading(grid: Grid, choice: Choice, row: number, equations: readonly SheetEquation[], reach: number): number {
  const readings = grid.rows[row]?.readings ?? []
  const current = choice[row] ?? 0
  const floor = readings[0]?.cost ?? 0
  if (!readings.some((reading, index) => index !== current && reading.cost <= floor + reach)) return current
  const rests = equations.map(equation => restOf(grid, choice, equation, row))
  const costOf = (reading: number, limit: number): number => {
    let cost = readings[reading]?.cost ?? 0
    for (const rest of rests) {
      if (cost >= limit) return cost
      cost += violationWith(grid, row, reading, rest)
    }
    return cost
  }
  let best = current
  let least = costOf(current, Number.POSITIVE_INFINITY)
  readings.forEach((reading, index) => {
    if (index === current || reading.cost >= least || reading.cost > floor + reach) return
    const cost = costOf(index, least)
    if (cost < least - 1e-9) {
      best = index
      least = cost
    }
  })
  return best
}

/**
 * Changes the readings of two rows at once where neither change alone is worth it; tells whether it did. The second makes hold what
 * the first leaves or makes wrong: two rows that were both read a column too far to the left need it. No printed amount is given up for it.
 */
function changePairs(grid: Grid, choice: number[], equations: readonly SheetEquation[], touching: Touching): boolean {
  const known = new Map<SheetEquation, Shifts>()
  const offersOf = (equation: SheetEquation): Shifts => {
    const offers = known.get(equation) ?? shiftsBy(shiftsOf(grid, choice, equation).filter(shift => !shift.drops))
    known.set(equation, offers)
    return offers
  }
  let changed = false
  for (const equation of equations) {
    if (violation(restOf(grid, choice, equation)) === 0) continue
    const best = bestPair(grid, choice, equation, touching, offersOf)
    if (best.length === 0) continue
    for (const { row, reading } of best) choice[row] = reading
    known.clear()
    changed = true
  }
  return changed
}

const mostPairs = 200

/** The two rows whose change makes the whole cheapest; none where no pair makes it cheaper. */
function bestPair(
  grid: Grid,
  choice: Choice,
  equation: SheetEquation,
  touching: Touching,
  offersOf: (equation: SheetEquation) => Shifts,
): readonly Turn[] {
  let least = -1e-9
  let best: readonly Turn[] = []
  let tried = 0
  for (const first of shiftsOf(grid, choice, equation)) {
    if (first.drops) continue
    const turned = turn(choice, [first])
    const open = (touching[first.row] ?? []).find(other => violation(restOf(grid, turned, other)) > 0)
    if (!open || tried > mostPairs) continue
    for (const second of offersOf(open).near(-sumOfTerms(grid, turned, open))) {
      if (second.row === first.row) continue
      tried += 1
      const pair = [first, second]
      const gain = dearerBy(grid, choice, pair) + violationsBy(grid, choice, pair, touching)
      if (gain >= least) continue
      least = gain
      best = pair
    }
  }
  return best
}
