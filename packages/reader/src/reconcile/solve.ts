import { MARGIN } from '../number/costs.ts'
import { searchCluster } from './cluster-search.ts'
import { clustersOf } from './clusters.ts'
import type { CellId, Equation } from './equation.ts'
import { likelyValues } from './grid.ts'
import { easeOfSlips, noisy, unseenDamage } from './noise-level.ts'
import type { Problem, Solution, SolvedCell } from './problem.ts'
import { clean, residual } from './residual.ts'
import { spentEquations } from './spent.ts'

/** How many steps of search a whole document may take. */
const documentWork = 400_000

/**
 * Finds the smallest set of changes to the printed cells under which the equations hold. Each connected set of equations that
 * do not hold is searched on its own: single changes and pairs exhaustively. One clearly cheapest set is a repair; several
 * nearly as cheap leave their cells ambiguous; where leaving the difference to the source is cheapest, nothing changes.
 */
export function solve(problem: Problem): Solution {
  const values: (number | null)[] = problem.cells.map(({ cell }) => cell.base)
  const touching = equationsOfCells(problem)
  const derived = derive(problem, values, touching)
  const alternatives = new Map<CellId, Set<number>>()
  const changed = new Set<CellId>()
  const undecided = new Set<Equation>()
  let work = documentWork
  let exhausted = false
  const unseen = unseenDamage(problem.cells.map(({ cell }) => cell))
  const damage = { ease: easeOfSlips(unseen), severalSlips: unseen >= noisy }
  for (const cluster of clustersOf(problem, values, touching)) {
    const found = searchCluster({ ...damage, problem, values, touching, cluster, work: Math.min(work, 60_000) })
    work = Math.max(2_000, work - found.work)
    exhausted ||= found.exhausted
    for (const [cell, value] of found.changes) {
      values[cell] = value
      changed.add(cell)
    }
    for (const [cell, set] of found.alternatives) alternatives.set(cell, set)
    if (found.alternatives.size > 0) for (const equation of cluster) undecided.add(equation)
  }
  const open = new Set(problem.equations.filter(equation => residual(equation, values) === undefined))
  const violated = problem.equations.filter(equation => !open.has(equation) && Math.abs(residual(equation, values) ?? 0) > equation.slack)
  const broken = new Set(violated)
  const holding = problem.equations.filter(equation => !open.has(equation) && !broken.has(equation))
  const filled = [...changed].filter(id => problem.cells[id]?.cell.printed === '')
  const spent = spentEquations(problem, values, holding, new Set([...derived, ...filled]))
  for (const [cell, others] of spent.alternatives) if (!alternatives.has(cell)) alternatives.set(cell, new Set(others))
  const held = new Set(holding)
  const cells = problem.cells.map((_, id): SolvedCell => {
    const proof = (touching[id] ?? []).filter(equation => held.has(equation) && tellsOf(problem, equation, id))
    return solvedCell(problem, id, values[id] ?? null, proof, {
      changed: changed.has(id),
      derived: derived.has(id),
      alternatives: alternatives.get(id),
      checked: proof.some(equation => !spent.doubtful.has(equation)),
    })
  })
  return { cells, violated, undecided: [...undecided], unproved: [...spent.doubtful], exhausted }
}

const equationsOfCells = (problem: Problem): readonly (readonly Equation[])[] => {
  const touching: Equation[][] = problem.cells.map(() => [])
  for (const equation of problem.equations) for (const term of equation.terms) touching[term.cell]?.push(equation)
  return touching
}

/** Fills in what is illegible from equations in which it is the only unknown. */
function derive(problem: Problem, values: (number | null)[], touching: readonly (readonly Equation[])[]): ReadonlySet<CellId> {
  const derived = new Set<CellId>()
  const queue = [...problem.equations]
  for (let at = 0; at < queue.length && at < problem.equations.length * 4; at += 1) {
    const equation = queue[at]
    const unknown = equation?.terms.filter(term => values[term.cell] === null) ?? []
    const [only] = unknown
    if (!equation || !only || unknown.length > 1) continue
    const rest = equation.terms.reduce((sum, term) => (term === only ? sum : sum + term.weight * (values[term.cell] ?? 0)), 0)
    values[only.cell] = clean(-rest / only.weight)
    derived.add(only.cell)
    queue.push(...(touching[only.cell] ?? []))
  }
  return derived
}

/** Whether an equation tells anything of a cell: one whose cells are all blank holds whatever was meant. */
const tellsOf = ({ cells }: Problem, equation: Equation, id: CellId): boolean =>
  cells[id]?.cell.printed !== '' || equation.terms.some(term => cells[term.cell]?.cell.printed !== '')

interface Fate {
  readonly changed: boolean
  readonly derived: boolean
  readonly alternatives: ReadonlySet<number> | undefined
  readonly checked: boolean
}

function solvedCell(problem: Problem, id: CellId, value: number | null, proof: readonly Equation[], fate: Fate): SolvedCell {
  const cell = problem.cells[id]?.cell
  const { checked } = fate
  const others = [...(fate.alternatives ?? [])].sort((a, b) => a - b)
  if (others.length > 1) return { value, status: 'ambiguous', alternatives: others, proof, checked }
  if (!cell || value === null) return { value: null, status: 'missing', alternatives: [], proof: [], checked }
  const blank = cell.baseSlip === 'blank-for-zero'
  if (blank && proof.length === 0) return { value: null, status: 'missing', alternatives: [], proof, checked }
  if (blank && !checked) return { value, status: 'ambiguous', alternatives: [0], proof, checked }
  if (fate.derived || blank) return { value, status: 'derived', alternatives: [], proof, checked }
  if (cell.baseSlip !== 'none' && !blank && !checked && !fate.changed && !fate.derived) {
    return {
      value,
      status: 'ambiguous',
      alternatives: [...new Set([value, ...likelyValues(cell, MARGIN / 2)])].slice(0, 8).sort((a, b) => a - b),
      proof,
      checked,
    }
  }
  if (fate.changed || cell.baseSlip !== 'none') return { value, status: 'repaired', alternatives: [], proof, checked }
  return { value, status: 'printed', alternatives: [], proof, checked }
}
