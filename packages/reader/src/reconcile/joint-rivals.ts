import { MARGIN } from '../number/costs.ts'
import { dearerBy, equationsByRow, restOf, type Touching, type Turn, violation, violationsBy } from './reading-cost.ts'
import { type Shift, shiftsBy, shiftsOf } from './reading-shifts.ts'
import type { Sheet, SheetEquation } from './sheet.ts'

/** Other readings of rows, by row, that suit the equations as well as the chosen ones do and are about as likely. */
export type JointRivals = ReadonlyMap<number, ReadonlySet<number>>

/** How near two rows read anew must be to the chosen ones where all of their columns have a number. */
const complete = 1.5
const mostTried = 4_000

/**
 * Finds pairs of rows that could both be read anew and leave every sum as it is: `Revision 1 453 000` above `Resor 1 100 000` are
 * 1 453 000 and, with a note, 100 000, or with a note 453 000, and 1 100 000. The sum that both make proves neither.
 */
export function jointRivals(sheet: Omit<Sheet, 'rivals'>): JointRivals {
  const { grid, choice, equations } = sheet
  const touching = equationsByRow(grid, equations)
  const found = overruled(sheet, touching)
  let left = mostTried
  for (const equation of equations) {
    if (violation(restOf(grid, choice, equation)) > 0) continue
    for (const pair of balancedPairs(sheet, equation)) {
      left -= 1
      if (left < 0) return found
      if (!suits(sheet, pair, touching)) continue
      for (const { row, reading } of pair) found.set(row, (found.get(row) ?? new Set()).add(reading))
    }
  }
  return found
}

/** Cheaper readings that only equations speak against, and these little: a slip elsewhere explains them about as well. */
function overruled({ grid, choice }: Omit<Sheet, 'rivals'>, touching: Touching): Map<number, Set<number>> {
  const found = new Map<number, Set<number>>()
  grid.rows.forEach((row, index) => {
    const chosen = row.readings[choice[index] ?? 0]
    row.readings.forEach((other, reading) => {
      if (!chosen || other.cost >= chosen.cost) return
      const turns = [{ row: index, reading }]
      if (dearerBy(grid, choice, turns) + violationsBy(grid, choice, turns, touching) > MARGIN) return
      found.set(index, (found.get(index) ?? new Set()).add(reading))
    })
  })
  return found
}

/** Two shifts of different rows that cancel out. */
function balancedPairs({ grid, choice }: Omit<Sheet, 'rivals'>, equation: SheetEquation): readonly (readonly [Shift, Shift])[] {
  const shifts = shiftsOf(grid, choice, equation).filter(shift => Math.abs(shift.by) > equation.slack)
  const offers = shiftsBy(shifts)
  return shifts.flatMap(first =>
    offers
      .near(-first.by, equation.slack, equation.step)
      .filter(second => second.row > first.row && first.dearer + second.dearer <= MARGIN)
      .map((second): readonly [Shift, Shift] => [first, second]),
  )
}

function suits({ grid, choice }: Omit<Sheet, 'rivals'>, pair: readonly Turn[], touching: Touching): boolean {
  const blank = pair.some(({ row }) => grid.rows[row]?.readings[choice[row] ?? 0]?.cells.some(cell => cell.printed === ''))
  return dearerBy(grid, choice, pair) <= (blank ? MARGIN : complete) && violationsBy(grid, choice, pair, touching) <= 0
}
