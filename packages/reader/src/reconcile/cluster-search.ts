import { COSTS, MARGIN, sourceErrorCost } from '../number/costs.ts'
import { type Change, changeCost, lostSigns, waysTo } from './change.ts'
import type { CellId, Equation } from './equation.ts'
import { valueKey } from './grid.ts'
import type { Problem } from './problem.ts'
import { clean, residual } from './solve.ts'

export interface ClusterTask {
  readonly problem: Problem
  readonly values: readonly (number | null)[]
  readonly touching: readonly (readonly Equation[])[]
  readonly cluster: readonly Equation[]
  readonly work: number
}

export interface ClusterResult {
  readonly changes: ReadonlyMap<CellId, number>
  /** Per cell all values of the explanations that are nearly as good as the best. */
  readonly alternatives: ReadonlyMap<CellId, Set<number>>
  readonly work: number
  readonly exhausted: boolean
}

interface Explanation {
  readonly cost: number
  readonly changes: ReadonlyMap<CellId, number>
}

/** Equations that do not hold, gathered where they share cells. */
export function clustersOf(
  problem: Problem,
  values: readonly (number | null)[],
  touching: readonly (readonly Equation[])[],
): readonly (readonly Equation[])[] {
  const broken = new Set(problem.equations.filter(equation => Math.abs(residual(equation, values) ?? 0) > equation.slack))
  const clusters: Equation[][] = []
  while (broken.size > 0) {
    const [first] = broken
    if (!first) break
    broken.delete(first)
    const cluster = [first]
    for (let at = 0; at < cluster.length; at += 1) {
      for (const term of cluster[at]?.terms ?? []) {
        for (const other of touching[term.cell] ?? []) {
          if (!broken.delete(other)) continue
          cluster.push(other)
        }
      }
    }
    clusters.push(cluster)
  }
  return clusters
}

/** Weighs all explanations of a cluster: changed cells, pairs of them, and differences left to the source. */
export function searchCluster(task: ClusterTask): ClusterResult {
  const search = new ClusterSearch(task)
  search.explore(new Map(), new Set(), 0, 0)
  const best = search.found.sort((a, b) => a.cost - b.cost)[0]
  if (!best) return { changes: new Map(), alternatives: new Map(), work: search.work, exhausted: search.exhausted }
  const rivals = search.found.filter(explanation => explanation.cost < best.cost + MARGIN)
  const near = best.changes.size === 0 ? rivals.filter(explanation => explanation.changes.size <= 1) : rivals
  const alternatives = new Map<CellId, Set<number>>()
  const cells = new Set(near.flatMap(explanation => [...explanation.changes.keys()]))
  for (const cell of cells) {
    const values = new Set(near.map(explanation => explanation.changes.get(cell) ?? task.values[cell] ?? 0))
    if (values.size > 1) alternatives.set(cell, values)
  }
  return { changes: best.changes, alternatives, work: search.work, exhausted: search.exhausted }
}

/** Two changes for each equation that does not hold are looked for, never more than four in all. */
const mostChanges = 4
/** More than two lost minus signs are a convention of signs, not slips. */
const mostFlips = 2

interface CellChange extends Change {
  readonly cell: CellId
}

interface Pair {
  readonly cost: number
  readonly first: CellChange
  readonly second: CellChange
}

interface Shifts {
  readonly slips: ReadonlyMap<number, readonly CellChange[]>
  readonly open: Equation['terms']
}

class ClusterSearch {
  readonly found: Explanation[] = []
  work = 0
  exhausted = false
  private bound: number
  private readonly changed = new Map<CellId, readonly CellChange[]>()
  private readonly paired = new Map<Equation, readonly Pair[]>()
  private readonly shifts = new Map<Equation, Shifts>()
  private readonly task: ClusterTask

  constructor(task: ClusterTask) {
    this.task = task
    this.bound =
      MARGIN +
      task.cluster.reduce((sum, equation) => sum + sourceErrorCost((residual(equation, task.values) ?? 0) / equation.step), 0) +
      1e-6
  }

  explore(changes: ReadonlyMap<CellId, number>, accepted: ReadonlySet<Equation>, cost: number, depth: number): void {
    if (cost > this.bound) return
    this.work += 1
    if (this.work > this.task.work) {
      this.exhausted = true
      return
    }
    const open = this.firstBroken(changes, accepted)
    if (!open && this.flips(changes) > mostFlips) return
    if (!open) {
      this.found.push({ cost, changes })
      this.bound = Math.min(this.bound, cost + MARGIN)
      return
    }
    for (const option of this.signs(open, changes))
      this.explore(new Map([...changes, ...option.changes]), accepted, cost + option.cost, depth + 1)
    if (depth < Math.min(mostChanges, Math.max(2, this.task.cluster.length)) && this.flips(changes) <= mostFlips) {
      const singles = this.singles(open, changes)
      for (const option of singles) this.explore(new Map([...changes, ...option.changes]), accepted, cost + option.cost, depth + 1)
      if (depth <= 2)
        for (const option of this.pairs(open, changes, cost))
          this.explore(new Map([...changes, ...option.changes]), accepted, cost + option.cost, depth + 2)
    }
    const off = this.residualWith(open, changes)
    this.explore(changes, new Set([...accepted, open]), cost + sourceErrorCost(off / open.step), depth)
  }

  private flips(changes: ReadonlyMap<CellId, number>): number {
    const flipped = [...changes].filter(([cell, value]) => value !== 0 && value === -(this.task.values[cell] ?? 0)).map(([cell]) => cell)
    return flipped.length - lostSigns(this.task.problem, this.task.values, flipped).length
  }

  /** Two to four lost minus signs at once, in rows whose other amounts are negative. */
  private signs(equation: Equation, changes: ReadonlyMap<CellId, number>): readonly Explanation[] {
    const free = equation.terms.filter(term => !changes.has(term.cell))
    const open = lostSigns(
      this.task.problem,
      this.task.values,
      free.map(term => term.cell),
    ).slice(0, 12)
    if (open.length < 2) return []
    const off = this.residualWith(equation, changes)
    const found: Explanation[] = []
    const pick = (at: number, picked: readonly CellId[], rest: number): void => {
      this.work += 0.05
      if (picked.length >= 2 && Math.abs(rest) <= equation.slack) {
        found.push({
          cost: picked.length * COSTS.minusOfRow.nats,
          changes: new Map(picked.map(cell => [cell, -this.valueOf(cell, changes)])),
        })
      }
      if (picked.length === 4) return
      for (let next = at; next < open.length; next += 1) {
        const cell = open[next]
        const term = free.find(other => other.cell === cell)
        if (cell !== undefined && term) pick(next + 1, [...picked, cell], rest - 2 * term.weight * this.valueOf(cell, changes))
      }
    }
    pick(0, [], off)
    return found
  }

  private valueOf(cell: CellId, changes: ReadonlyMap<CellId, number>): number {
    return changes.get(cell) ?? this.task.values[cell] ?? 0
  }

  private residualWith(equation: Equation, changes: ReadonlyMap<CellId, number>): number {
    return clean(equation.terms.reduce((sum, term) => sum + term.weight * this.valueOf(term.cell, changes), 0))
  }

  /** An equation that does not hold: of the cluster, or one that the changes made so. */
  private firstBroken(changes: ReadonlyMap<CellId, number>, accepted: ReadonlySet<Equation>): Equation | undefined {
    const watched = [...this.task.cluster, ...[...changes.keys()].flatMap(cell => this.task.touching[cell] ?? [])]
    return watched.find(equation => {
      if (accepted.has(equation) || equation.terms.some(term => !changes.has(term.cell) && this.task.values[term.cell] === null))
        return false
      this.work += 0.05
      return Math.abs(this.residualWith(equation, changes)) > equation.slack
    })
  }

  private singles(equation: Equation, changes: ReadonlyMap<CellId, number>): readonly Explanation[] {
    const off = this.residualWith(equation, changes)
    return equation.terms
      .flatMap(term => {
        if (changes.has(term.cell)) return []
        const wanted = clean(this.valueOf(term.cell, changes) - off / term.weight)
        return waysTo(this.task.problem, this.task.values, term.cell, wanted, equation.slack).map(way => ({
          cost: way.cost,
          changes: new Map([[term.cell, way.value]]),
        }))
      })
      .sort((a, b) => a.cost - b.cost)
      .slice(0, 12)
  }

  /** Two cells of one equation changed together: the likeliest pairs, found once where no cell of it is changed yet. */
  private pairs(equation: Equation, changes: ReadonlyMap<CellId, number>, spent: number): readonly Explanation[] {
    const touched = equation.terms.some(term => changes.has(term.cell))
    const known = touched ? undefined : this.paired.get(equation)
    const found = known ?? this.findPairs(equation, changes, touched ? this.bound - spent : this.bound)
    if (!touched) this.paired.set(equation, found)
    return found
      .filter(pair => pair.cost <= this.bound - spent)
      .map(({ cost, first, second }) => ({
        cost,
        changes: new Map([
          [first.cell, first.value],
          [second.cell, second.value],
        ]),
      }))
  }

  /** The cheaper change of a pair is tried first, the other follows from it. */
  private findPairs(equation: Equation, changes: ReadonlyMap<CellId, number>, left: number): readonly Pair[] {
    const off = this.residualWith(equation, changes)
    const found: Pair[] = []
    for (const term of equation.terms) {
      if (changes.has(term.cell)) continue
      for (const change of this.changesOf(term.cell)) {
        if (change.cost > left / 2) break
        this.work += 0.05
        if (this.work > this.task.work) {
          this.exhausted = true
          return []
        }
        const rest = off + term.weight * (change.value - this.valueOf(term.cell, changes))
        if (Math.abs(rest) > equation.slack) this.complete(found, equation, changes, change, rest, left)
      }
    }
    return found.sort((a, b) => a.cost - b.cost).slice(0, 8)
  }

  /** Finds the second change that takes up what a first one leaves over. */
  private complete(
    found: Pair[],
    equation: Equation,
    changes: ReadonlyMap<CellId, number>,
    first: CellChange,
    rest: number,
    left: number,
  ): void {
    const { slips, open } = this.shiftsOf(equation)
    const offer = (second: CellChange): void => {
      if (second.cell === first.cell || changes.has(second.cell) || first.cost + second.cost > left) return
      if (second.cost < first.cost || (second.cost === first.cost && second.cell < first.cell)) return
      found.push({ cost: first.cost + second.cost, first, second })
    }
    for (const second of slips.get(valueKey(-rest)) ?? []) offer(second)
    for (const term of open) {
      const wanted = clean(this.valueOf(term.cell, changes) - rest / term.weight)
      for (const way of waysTo(this.task.problem, this.task.values, term.cell, wanted, 0.001)) offer({ cell: term.cell, ...way })
    }
  }

  /** All single-slip changes of a cell, cheapest first. */
  private changesOf(id: CellId): readonly CellChange[] {
    const known = this.changed.get(id)
    if (known) return known
    const found = changeCost(this.task.problem, this.task.values, id, Number.POSITIVE_INFINITY)
      .map(change => ({ cell: id, ...change }))
      .sort((a, b) => a.cost - b.cost)
    this.changed.set(id, found)
    return found
  }

  /** The changes of an equation's cells by how much they move its sum, and its cells that may show any value. */
  private shiftsOf(equation: Equation): Shifts {
    const known = this.shifts.get(equation)
    if (known) return known
    const slips = new Map<number, CellChange[]>()
    for (const term of equation.terms) {
      for (const change of this.changesOf(term.cell)) {
        if (change.cost > this.bound) break
        const key = valueKey(term.weight * (change.value - (this.task.values[term.cell] ?? 0)))
        const list = slips.get(key)
        if (list) list.push(change)
        else slips.set(key, [change])
      }
    }
    const open = equation.terms.filter(term => (this.task.problem.cells[term.cell]?.cell.anyCost ?? 12) < 12)
    this.work += slips.size * 0.01
    const found = { slips, open }
    this.shifts.set(equation, found)
    return found
  }
}
