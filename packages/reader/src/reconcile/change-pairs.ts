import { type Change, changesOf, type Weighing, waysTo } from './change.ts'
import type { Effort } from './effort.ts'
import type { CellId, Equation } from './equation.ts'
import { valueKey } from './grid.ts'
import { clean } from './residual.ts'

/** The cells changed so far, with their new values. */
export type Changes = ReadonlyMap<CellId, number>

interface CellChange extends Change {
  readonly cell: CellId
}

export interface Pair {
  readonly cost: number
  readonly first: CellChange
  readonly second: CellChange
}

interface Shifts {
  readonly slips: ReadonlyMap<number, readonly CellChange[]>
  readonly open: Equation['terms']
}

/** How much a pair of changes may cost, and how much any single change. */
interface Limits {
  readonly pair: number
  readonly single: number
}

const mostPairs = 8

/** The value of a cell as changed so far. */
export const valueWith = ({ values }: Weighing, changes: Changes, cell: CellId): number => changes.get(cell) ?? values[cell] ?? 0

/** What an equation is off with the changes so far. */
export const residualWith = (weighing: Weighing, changes: Changes, equation: Equation): number =>
  clean(equation.terms.reduce((sum, term) => sum + term.weight * valueWith(weighing, changes, term.cell), 0))

/** Looks for two cells of one equation that make it hold together. */
export class ChangePairs {
  private readonly changed = new Map<CellId, readonly CellChange[]>()
  private readonly paired = new Map<Equation, readonly Pair[]>()
  private readonly shifts = new Map<Equation, Shifts>()
  private readonly weighing: Weighing
  private readonly effort: Effort

  constructor(weighing: Weighing, effort: Effort) {
    this.weighing = weighing
    this.effort = effort
  }

  /** The likeliest pairs that make an equation hold, within `left`; looked for once where no cell of it is changed yet. */
  of(equation: Equation, changes: Changes, left: number, bound: number): readonly Pair[] {
    const touched = equation.terms.some(term => changes.has(term.cell))
    const known = touched ? undefined : this.paired.get(equation)
    const found = known ?? this.find(equation, changes, { pair: touched ? left : bound, single: bound })
    if (!touched) this.paired.set(equation, found)
    return found.filter(pair => pair.cost <= left)
  }

  /** The cheaper change of a pair is tried first, the other follows from it. */
  private find(equation: Equation, changes: Changes, limits: Limits): readonly Pair[] {
    const off = residualWith(this.weighing, changes, equation)
    const found: Pair[] = []
    for (const term of equation.terms) {
      if (changes.has(term.cell)) continue
      for (const change of this.changesOf(term.cell)) {
        if (change.cost > limits.pair / 2) break
        this.effort.spend(0.05)
        if (this.effort.exhausted) return []
        const rest = off + term.weight * (change.value - valueWith(this.weighing, changes, term.cell))
        if (Math.abs(rest) > equation.slack) found.push(...this.completed(equation, changes, change, rest, limits))
      }
    }
    return found.sort((a, b) => a.cost - b.cost).slice(0, mostPairs)
  }

  /** The second changes that take up what a first one leaves over. */
  private completed(equation: Equation, changes: Changes, first: CellChange, rest: number, limits: Limits): readonly Pair[] {
    const { slips, open } = this.shiftsOf(equation, limits.single)
    const ways = open.flatMap(term => {
      const wanted = clean(valueWith(this.weighing, changes, term.cell) - rest / term.weight)
      return waysTo(this.weighing, term.cell, wanted, 0.001).map(way => ({ cell: term.cell, ...way }))
    })
    return [...(slips.get(valueKey(-rest)) ?? []), ...ways].flatMap(second => {
      if (second.cell === first.cell || changes.has(second.cell) || first.cost + second.cost > limits.pair) return []
      const again = second.cost < first.cost || (second.cost === first.cost && second.cell < first.cell)
      return again ? [] : [{ cost: first.cost + second.cost, first, second }]
    })
  }

  /** All single-slip changes of a cell, cheapest first. */
  private changesOf(id: CellId): readonly CellChange[] {
    const known = this.changed.get(id)
    if (known) return known
    const found = changesOf(this.weighing, id)
      .map(change => ({ cell: id, ...change }))
      .sort((a, b) => a.cost - b.cost)
    this.changed.set(id, found)
    return found
  }

  /** The changes of an equation's cells by how much they move its sum, and its cells that may show any value. */
  private shiftsOf(equation: Equation, dearest: number): Shifts {
    const known = this.shifts.get(equation)
    if (known) return known
    const slips = new Map<number, CellChange[]>()
    for (const term of equation.terms) {
      for (const change of this.changesOf(term.cell)) {
        if (change.cost > dearest) break
        const key = valueKey(term.weight * (change.value - (this.weighing.values[term.cell] ?? 0)))
        const list = slips.get(key)
        if (list) list.push(change)
        else slips.set(key, [change])
      }
    }
    const open = equation.terms.filter(term => (this.weighing.problem.cells[term.cell]?.cell.anyCost ?? 12) < 12)
    this.effort.spend(slips.size * 0.01)
    const found = { slips, open }
    this.shifts.set(equation, found)
    return found
  }
}
