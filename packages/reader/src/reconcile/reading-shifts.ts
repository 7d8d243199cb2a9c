import { type Grid, type GridReading, valueKey } from './grid.ts'
import type { Turn } from './reading-cost.ts'
import type { SheetEquation, SheetTerm } from './sheet.ts'
import type { Choice } from './sum-hypotheses.ts'

/** Another reading of a row, and how far it would move an equation's sum. */
export interface Shift extends Turn {
  readonly by: number
  readonly dearer: number
  /** It leaves more columns without a number: what the row prints there would go to its label. */
  readonly drops: boolean
}

const blanksIn = (reading: GridReading): number => reading.cells.filter(cell => cell.printed === '').length

/** Readings this much dearer than a row's chosen one are not tried together with another row's. */
const dearest = 10

/** What an equation's terms sum to. */
export const sumOfTerms = (grid: Grid, choice: Choice, equation: SheetEquation): number =>
  equation.terms.reduce((sum, term) => sum + term.weight * baseAt(grid, choice, term), 0)

const baseAt = (grid: Grid, choice: Choice, term: SheetTerm): number =>
  grid.rows[term.row]?.readings[choice[term.row] ?? 0]?.cells[term.column]?.base ?? 0

/** What other readings of its rows would do to an equation, cheapest first. */
export const shiftsOf = (grid: Grid, choice: Choice, equation: SheetEquation): readonly Shift[] =>
  equation.terms.flatMap(term => shiftsOfRow(grid, choice, term)).sort((a, b) => a.dearer - b.dearer)

function shiftsOfRow(grid: Grid, choice: Choice, term: SheetTerm): readonly Shift[] {
  const readings = grid.rows[term.row]?.readings ?? []
  const chosen = readings[choice[term.row] ?? 0]
  if (!chosen || readings.length < 2) return []
  const now = baseAt(grid, choice, term)
  const blanks = blanksIn(chosen)
  return readings.flatMap((reading, index): readonly Shift[] => {
    const dearer = reading.cost - chosen.cost
    if (reading === chosen || dearer > dearest) return []
    return [
      {
        row: term.row,
        reading: index,
        by: term.weight * ((reading.cells[term.column]?.base ?? 0) - now),
        dearer,
        drops: blanksIn(reading) > blanks,
      },
    ]
  })
}

/** Shifts found by how far they move the sum. */
export interface Shifts {
  /** Shifts of so much, or `within` as many steps of it. */
  readonly near: (by: number, within?: number, step?: number) => readonly Shift[]
}

export function shiftsBy(shifts: readonly Shift[]): Shifts {
  const found = new Map<number, Shift[]>()
  for (const shift of shifts) {
    const same = found.get(valueKey(shift.by))
    if (same) same.push(shift)
    else found.set(valueKey(shift.by), [shift])
  }
  const at = (by: number): readonly Shift[] => found.get(valueKey(by)) ?? []
  return {
    near: (by, within = 0, step = 1) => {
      const reach = Math.floor(within / step)
      return reach === 0 ? at(by) : Array.from({ length: 2 * reach + 1 }, (_, index) => at(by + (index - reach) * step)).flat()
    },
  }
}
