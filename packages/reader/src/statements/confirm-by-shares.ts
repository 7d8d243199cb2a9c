import { MARGIN } from '../number/costs.ts'
import type { CellId, Equation } from '../reconcile/equation.ts'
import type { GridCell } from '../reconcile/grid.ts'
import type { Solution, SolvedCell } from '../reconcile/problem.ts'
import { type Fit, fitOf, type MeasuredAt, type ShareEquation } from '../shares/share-equation.ts'
import type { OpenWhole } from '../shares/share-hypothesis.ts'
import type { ShareRelation } from '../shares/share-relations.ts'
import { mostAlternatives, type Shares, settledAt, valuesOfOpen } from './read-shares.ts'
import type { WholeProblem } from './whole-problem.ts'

/** What percents confirm: cells that stood open and are settled now, each with the percents that settle it. */
export interface Confirmed {
  readonly solution: Solution
  readonly proofs: ReadonlyMap<CellId, readonly ShareEquation[]>
}

/**
 * Settles open cells by the percents that tie to one of their values and surely to none of the others, as far as the margin of all explanations
 * allows. No cell that is settled already changes: a percent never speaks against an amount that is read.
 */
export function confirmByShares(problem: WholeProblem, solution: Solution, { relations, missCost }: Shares): Confirmed {
  const cells = [...solution.cells]
  const proofs = new Map<CellId, readonly ShareEquation[]>()
  const settle = (id: CellId, value: number | undefined, equations: readonly ShareEquation[]): void => {
    const settled = value === undefined ? undefined : settledCell(problem, id, value, cells[id])
    if (!settled) return
    cells[id] = settled
    proofs.set(id, equations)
  }
  for (const relation of relations) {
    for (const [id, whole] of relation.wholes)
      settle(id, isSilent(problem.cells[id]?.cell) ? undefined : valueOfWhole(relation, whole, cells[id]), tiesTo(relation, id))
  }
  const at = settledAt(problem, { ...solution, cells })
  for (const [id, equations] of checksOf(relations, at, other => cells[other]?.status === 'ambiguous'))
    settle(id, valueByShares({ id, problem, solved: cells[id], equations, at, missCost }), equations)
  for (const id of tyingCells(relations)) {
    const solved = cells[id]
    if (solved?.status === 'printed') cells[id] = { ...solved, checked: true }
  }
  return { solution: proofs.size === 0 ? { ...solution, cells } : withPartners(problem, solution, cells), proofs }
}

/** The value of a total that stood open, where the percents of its parts tell it by the margin. */
function valueOfWhole({ rivals, nats }: ShareRelation, { value, lead }: OpenWhole, solved: SolvedCell | undefined): number | undefined {
  if (!solved || rivals.length > 0 || nats < MARGIN || !solved.alternatives.includes(value)) return undefined
  return lead >= (value === solved.value ? MARGIN : 2 * MARGIN) ? value : undefined
}

const tiesTo = ({ equations, fits }: ShareRelation, id: CellId): readonly ShareEquation[] =>
  equations.filter(({ share, whole }) => fits.get(share)?.fit === 'ties' && whole.some(term => term.cell === id))

/** The equations in which an open cell is the only unknown, by that cell; none where what the percents are shares of is in doubt. */
function checksOf(
  relations: readonly ShareRelation[],
  at: MeasuredAt,
  isOpen: (id: CellId) => boolean,
): ReadonlyMap<CellId, readonly ShareEquation[]> {
  const checks = new Map<CellId, ShareEquation[]>()
  for (const { equations, rivals } of relations) {
    if (rivals.length > 0) continue
    for (const equation of equations) {
      const [only, ...others] = cellsOf(equation).filter(id => at(id) === undefined)
      if (only === undefined || others.length > 0 || !isOpen(only)) continue
      checks.set(only, [...(checks.get(only) ?? []), equation])
    }
  }
  return checks
}

const cellsOf = ({ share, part, whole }: ShareEquation): readonly CellId[] => [
  ...new Set([share, ...part.map(term => term.cell), ...whole.map(term => term.cell)]),
]

interface OpenCell {
  readonly id: CellId
  readonly problem: WholeProblem
  readonly solved: SolvedCell | undefined
  readonly equations: readonly ShareEquation[]
  readonly at: MeasuredAt
  readonly missCost: number
}

/** The only value of an open cell that all its percents tie to, where each other value is dearer by the margin. */
function valueByShares({ id, problem, solved, equations, at, missCost }: OpenCell): number | undefined {
  const cell = problem.cells[id]?.cell
  if (!solved || !cell || solved.alternatives.length === 0 || solved.alternatives.length >= mostAlternatives) return undefined
  const fitsWith = (value: number): readonly (Fit | undefined)[] =>
    equations.map(equation => fitOf(equation, other => (other === id ? { value, step: cell.step } : at(other))))
  const fitting = rivalsOf(cell, solved).map(value => ({ value, fits: fitsWith(value) }))
  const [best, ...others] = fitting.filter(({ fits }) => fits.every(fit => fit?.fit === 'ties'))
  if (!best || others.length > 0 || !solved.alternatives.includes(best.value)) return undefined
  const missCostAt = (fit: Fit | undefined, check: number): number => (fit?.fit === 'off' ? missCost + (best.fits[check]?.nats ?? 0) : 0)
  const needed = best.value === solved.value ? MARGIN : 2 * MARGIN
  const dearer = ({ fits }: (typeof fitting)[number]): boolean =>
    fits.reduce((sum, fit, check) => sum + missCostAt(fit, check), 0) >= needed
  return fitting.every(rival => rival === best || dearer(rival)) ? best.value : undefined
}

/** Whether no print tells what a cell may be. */
const isSilent = (cell: GridCell | undefined): boolean => cell?.base === null || cell?.baseSlip === 'blank-for-zero'

/** What else an open cell may be: its other readings, and, where these are not all of them, the amounts a step beside them. */
function rivalsOf(cell: GridCell, solved: SolvedCell): readonly number[] {
  const all = solved.alternatives.length > 1 && !isSilent(cell)
  const beside = all ? [] : solved.alternatives.flatMap(value => [value - cell.step, value + cell.step])
  return [...new Set([...valuesOfOpen(cell, solved), ...beside])]
}

function settledCell(problem: WholeProblem, id: CellId, value: number, solved: SolvedCell | undefined): SolvedCell | undefined {
  const cell = problem.cells[id]?.cell
  if (!cell || !solved) return undefined
  const status = isSilent(cell) ? 'derived' : cell.base === value && cell.baseSlip === 'none' ? 'printed' : 'repaired'
  return { ...solved, value, status, alternatives: [], checked: true }
}

/** The amounts that tie to a percent. */
const tyingCells = (relations: readonly ShareRelation[]): readonly CellId[] =>
  relations.flatMap(({ equations, fits, nats, rivals }) =>
    nats < 2 * MARGIN || rivals.length > 0
      ? []
      : equations.flatMap(equation => (fits.get(equation.share)?.fit === 'ties' ? equation.part.map(term => term.cell) : [])),
  )

/** What follows for the sums that stood open with the cells settled: those that hold are decided, and a cell that they leave a single value gets it. */
function withPartners(problem: WholeProblem, solution: Solution, settled: readonly SolvedCell[]): Solution {
  const cells = [...settled]
  const undecided = solution.undecided.filter(equation => {
    const open = equation.terms.filter(term => cells[term.cell]?.status === 'ambiguous')
    const [only] = open
    const own = only && cells[only.cell]
    if (only && own && open.length === 1) {
      const [value, ...others] = own.alternatives.filter(each => holds(equation, id => (id === only.cell ? each : cells[id]?.value)))
      if (value === undefined || others.length > 0) return true
      const print = settledCell(problem, only.cell, value, own)
      cells[only.cell] = print?.status === 'printed' ? print : { ...own, value }
    }
    return open.length > 1 || !holds(equation, id => cells[id]?.value)
  })
  return { ...solution, cells, undecided }
}

const holds = ({ terms, slack }: Equation, readAs: (id: CellId) => number | null | undefined): boolean =>
  Math.abs(terms.reduce((sum, { cell, weight }) => sum + weight * (readAs(cell) ?? Number.NaN), 0)) <= slack
