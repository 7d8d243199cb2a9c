import { COSTS, MARGIN, sourceErrorCost } from '../number/costs.ts'
import { lostSigns, type Weighing, waysTo } from './change.ts'
import { ChangePairs, type Changes, residualWith, valueWith } from './change-pairs.ts'
import { Effort } from './effort.ts'
import type { CellId, Equation } from './equation.ts'
import { isFarFetched } from './far-fetched.ts'
import { clean, residual } from './residual.ts'

export interface ClusterTask extends Weighing {
  readonly touching: readonly (readonly Equation[])[]
  readonly cluster: readonly Equation[]
  readonly work: number
}

export interface ClusterResult {
  readonly changes: Changes
  /** Per cell all values of the explanations that are nearly as good as the best. */
  readonly alternatives: ReadonlyMap<CellId, Set<number>>
  readonly work: number
  readonly exhausted: boolean
}

interface Explanation {
  readonly cost: number
  readonly changes: Changes
}

/** Weighs all explanations of a cluster: changed cells, pairs of them, and differences left to the source. */
export function searchCluster(task: ClusterTask): ClusterResult {
  const search = new ClusterSearch(task)
  search.explore(new Map(), new Set(), 0, 0)
  const best = search.found.sort((a, b) => a.cost - b.cost)[0]
  if (!best) return { changes: new Map(), alternatives: new Map(), work: search.effort.spent, exhausted: search.effort.exhausted }
  const rivals = search.found.filter(explanation => explanation.cost < best.cost + MARGIN)
  const near = best.changes.size === 0 ? rivals.filter(explanation => explanation.changes.size <= 1) : rivals
  const alternatives = new Map<CellId, Set<number>>()
  const cells = new Set(near.flatMap(explanation => [...explanation.changes.keys()]))
  for (const cell of cells) {
    const values = new Set(near.map(explanation => explanation.changes.get(cell) ?? task.values[cell] ?? 0))
    if (values.size > 1) alternatives.set(cell, values)
  }
  if (isFarFetched(task, best.cost, best.changes))
    for (const [cell, value] of best.changes)
      alternatives.set(cell, new Set([...(alternatives.get(cell) ?? []), value, task.values[cell] ?? 0]))
  return { changes: best.changes, alternatives, work: search.effort.spent, exhausted: search.effort.exhausted }
}

/** Two changes for each equation that does not hold are looked for, never more than four in all. */
const mostChanges = 4
/** More than two lost minus signs are a convention of signs, not slips. */
const mostFlips = 2

class ClusterSearch {
  readonly found: Explanation[] = []
  readonly effort: Effort
  private bound: number
  private readonly pairing: ChangePairs
  private readonly task: ClusterTask

  constructor(task: ClusterTask) {
    this.task = task
    this.effort = new Effort(task.work)
    this.pairing = new ChangePairs(task, this.effort)
    this.bound =
      MARGIN +
      task.cluster.reduce((sum, equation) => sum + sourceErrorCost((residual(equation, task.values) ?? 0) / equation.step), 0) +
      1e-6
  }

  explore(changes: Changes, accepted: ReadonlySet<Equation>, cost: number, depth: number): void {
    if (cost > this.bound) return
    this.effort.spend(1)
    if (this.effort.exhausted) return
    const open = this.firstBroken(changes, accepted)
    if (!open && this.flips(changes) > mostFlips) return
    if (!open) {
      this.found.push({ cost, changes })
      this.bound = Math.min(this.bound, cost + MARGIN)
      return
    }
    for (const option of this.signs(open, changes))
      this.explore(new Map([...changes, ...option.changes]), accepted, cost + option.cost, depth + 1)
    if (depth < Math.min(mostChanges, 2 * this.task.cluster.length) && this.flips(changes) <= mostFlips) {
      for (const option of this.singles(open, changes, this.bound - cost))
        this.explore(new Map([...changes, ...option.changes]), accepted, cost + option.cost, depth + 1)
      if (depth <= 2)
        for (const option of this.pairs(open, changes, cost))
          this.explore(new Map([...changes, ...option.changes]), accepted, cost + option.cost, depth + 2)
    }
    const off = residualWith(this.task, changes, open)
    this.explore(changes, new Set([...accepted, open]), cost + sourceErrorCost(off / open.step), depth)
  }

  private flips(changes: Changes): number {
    const flipped = [...changes].filter(([cell, value]) => value !== 0 && value === -(this.task.values[cell] ?? 0)).map(([cell]) => cell)
    return flipped.length - lostSigns(this.task.problem, this.task.values, flipped).length
  }

  /** Two to four lost minus signs at once, in rows whose other amounts are negative. */
  private signs(equation: Equation, changes: Changes): readonly Explanation[] {
    const free = equation.terms.filter(term => !changes.has(term.cell))
    const open = lostSigns(
      this.task.problem,
      this.task.values,
      free.map(term => term.cell),
    ).slice(0, 12)
    if (open.length < 2) return []
    const off = residualWith(this.task, changes, equation)
    const found: Explanation[] = []
    const pick = (at: number, picked: readonly CellId[], rest: number): void => {
      this.effort.spend(0.05)
      if (picked.length >= 2 && Math.abs(rest) <= equation.slack) {
        found.push({
          cost: picked.length * COSTS.minusOfRow.nats,
          changes: new Map(picked.map(cell => [cell, -valueWith(this.task, changes, cell)])),
        })
      }
      if (picked.length === 4) return
      for (let next = at; next < open.length; next += 1) {
        const cell = open[next]
        const term = free.find(other => other.cell === cell)
        if (cell !== undefined && term) pick(next + 1, [...picked, cell], rest - 2 * term.weight * valueWith(this.task, changes, cell))
      }
    }
    pick(0, [], off)
    return found
  }

  /** An equation that does not hold: of the cluster, or one that the changes made so. */
  private firstBroken(changes: Changes, accepted: ReadonlySet<Equation>): Equation | undefined {
    const watched = [...this.task.cluster, ...[...changes.keys()].flatMap(cell => this.task.touching[cell] ?? [])]
    return watched.find(equation => {
      if (accepted.has(equation) || equation.terms.some(term => !changes.has(term.cell) && this.task.values[term.cell] === null))
        return false
      this.effort.spend(0.05)
      return Math.abs(residualWith(this.task, changes, equation)) > equation.slack
    })
  }

  private singles(equation: Equation, changes: Changes, left: number): readonly Explanation[] {
    const off = residualWith(this.task, changes, equation)
    return equation.terms
      .flatMap(term => {
        if (changes.has(term.cell)) return []
        const wanted = clean(valueWith(this.task, changes, term.cell) - off / term.weight)
        return waysTo(this.task, term.cell, wanted, equation.slack, left).map(way => ({
          cost: way.cost,
          changes: new Map([[term.cell, way.value]]),
        }))
      })
      .sort((a, b) => a.cost - b.cost)
      .slice(0, 12)
  }

  private pairs(equation: Equation, changes: Changes, spent: number): readonly Explanation[] {
    return this.pairing.of(equation, changes, this.bound - spent, this.bound).map(({ cost, first, second }) => ({
      cost,
      changes: new Map([
        [first.cell, first.value],
        [second.cell, second.value],
      ]),
    }))
  }
}
