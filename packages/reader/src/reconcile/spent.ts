import { likelyDigits } from '../number/confusions.ts'
import { takeApart } from '../number/printed-number.ts'
import type { CellId, Equation } from './equation.ts'
import { digitsOf, unseenDamage } from './noise-level.ts'
import type { Problem } from './problem.ts'

/** What equations that hold are worth: those from which a cell took its value prove nothing of their other cells. */
export interface Spent {
  /** Equations that hold only because one of their cells was read from them, and whose other cells may well be damaged unseen. */
  readonly doubtful: ReadonlySet<Equation>
  /** Other values that doubtful equations would give to the cells read from them. */
  readonly alternatives: ReadonlyMap<CellId, readonly number[]>
}

/** How likely unseen damage in an equation may be before the value read from it stays open: one in fifty. */
export const mostDoubt = 0.02
const mostAlternatives = 8

/**
 * Finds the equations that are used up: each that holds with a cell whose value no print tells (`free`), where no second
 * equation confirms that value.
 */
export function spentEquations(
  problem: Problem,
  values: readonly (number | null)[],
  holding: readonly Equation[],
  free: ReadonlySet<CellId>,
): Spent {
  const counts = new Map<CellId, number>()
  for (const equation of holding) {
    for (const term of equation.terms) if (free.has(term.cell)) counts.set(term.cell, (counts.get(term.cell) ?? 0) + 1)
  }
  const equations = new Set(holding.filter(equation => equation.terms.some(term => counts.get(term.cell) === 1)))
  const proved = new Set(holding.flatMap(equation => (equations.has(equation) ? [] : equation.terms.map(term => term.cell))))
  const unseen = equations.size === 0 ? 0 : unseenDamage(problem.cells.map(({ cell }) => cell))
  const doubtful = new Set<Equation>()
  for (const equation of equations) {
    const digits = equation.terms.reduce(
      (sum, term) => sum + (proved.has(term.cell) || free.has(term.cell) ? 0 : digitsIn(problem, term.cell)),
      0,
    )
    if (digits * unseen > mostDoubt) doubtful.add(equation)
  }
  const alternatives = new Map<CellId, readonly number[]>()
  for (const equation of doubtful) {
    for (const term of equation.terms) {
      if (counts.get(term.cell) === 1) alternatives.set(term.cell, otherValues(problem, values, equation, term.cell, proved))
    }
  }
  return { doubtful, alternatives }
}

const digitsIn = (problem: Problem, id: CellId): number => {
  const cell = problem.cells[id]?.cell
  return cell ? digitsOf(cell) : 0
}

/** What a cell would be if one digit of an unproved neighbour were the one that scanners confuse it with. */
function otherValues(
  problem: Problem,
  values: readonly (number | null)[],
  equation: Equation,
  id: CellId,
  proved: ReadonlySet<CellId>,
): readonly number[] {
  const own = equation.terms.find(term => term.cell === id)
  const value = values[id] ?? 0
  const found = new Set([value])
  for (const term of equation.terms) {
    const cell = problem.cells[term.cell]?.cell
    if (!own || !cell || term === own || proved.has(term.cell)) continue
    const { digits } = takeApart(cell.printed)
    for (let at = 0; at < digits.length; at += 1) {
      for (const digit of likelyDigits(digits.charAt(at))) {
        const change = (Number(digit) - Number(digits.charAt(at))) * 10 ** (digits.length - 1 - at) * cell.step
        const signed = (values[term.cell] ?? 0) < 0 ? -change : change
        if (found.size < mostAlternatives) found.add(Math.round((value - (term.weight * signed) / own.weight) * 1e6) / 1e6)
      }
    }
  }
  return [...found].sort((a, b) => a - b)
}
