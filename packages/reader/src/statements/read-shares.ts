import { COSTS, MARGIN } from '../number/costs.ts'
import type { CellId } from '../reconcile/equation.ts'
import { candidatesOfCell, type GridCell, showsValue } from '../reconcile/grid.ts'
import { unseenDamage } from '../reconcile/noise-level.ts'
import type { Solution, SolvedCell } from '../reconcile/problem.ts'
import type { Measured, MeasuredAt } from '../shares/share-equation.ts'
import { findShareRelations, type ShareRelation } from '../shares/share-relations.ts'
import type { DraftStatement } from './draft-statement.ts'
import { shareTables } from './share-tables.ts'
import type { WholeProblem } from './whole-problem.ts'

/** The digits of a percent, near enough. */
const digitsOfShare = 3

/** What the percents of a document are shares of, and what a percent that does not fit costs there, in nats. */
export interface Shares {
  readonly relations: readonly ShareRelation[]
  readonly missCost: number
}

/** Finds what the percents of a document's tables are shares of, by those of its cells that are settled. */
export function readShares(drafts: readonly DraftStatement[], problem: WholeProblem, solution: Solution): Shares {
  const tables = shareTables(drafts, problem)
  if (tables.length === 0) return { relations: [], missCost: COSTS.sourceError.nats }
  const task = { at: settledAt(problem, solution), openAt: openAt(problem, solution), missCost: missCost(problem) }
  return { relations: tables.flatMap(table => findShareRelations(table, task)), missCost: task.missCost }
}

/** What it costs that a percent does not fit: its source errs, or a digit of it is damaged unseen. */
const missCost = ({ cells }: WholeProblem): number =>
  Math.min(COSTS.sourceError.nats, -Math.log(Math.min(0.9, digitsOfShare * unseenDamage(cells.map(({ cell }) => cell)))))

/** All values that an open cell may have: those kept open, and what its print stands for about as well. */
export function valuesOfOpen(cell: GridCell, { alternatives }: SolvedCell): readonly number[] {
  const candidates = cell.baseSlip === 'blank-for-zero' ? [] : candidatesOfCell(cell)
  const likely = candidates.filter(({ cost }) => cost <= (candidates[0]?.cost ?? 0) + MARGIN).map(({ value }) => value)
  return [...new Set([...alternatives, ...likely])]
}

const openAt =
  (problem: WholeProblem, solution: Solution) =>
  (id: CellId): readonly Measured[] => {
    const [solved, own] = [solution.cells[id], problem.cells[id]?.cell]
    if (!own || solved?.status !== 'ambiguous' || solved.alternatives.length >= mostAlternatives) return []
    return valuesOfOpen(own, solved).map(value => ({ value, step: own.step }))
  }

/** As many alternatives are kept of an open cell: where there are more, the others may fit as well. */
export const mostAlternatives = 8

/** The settled cells that print or were given a number; what is blank is no number to compare with. */
export const settledAt =
  (problem: WholeProblem, solution: Solution): MeasuredAt =>
  id => {
    const [solved, own] = [solution.cells[id], problem.cells[id]?.cell]
    if (!solved || !own || solved.value === null || solved.status === 'ambiguous' || solved.status === 'missing') return undefined
    return showsValue(own) || solved.status !== 'printed' ? { value: solved.value, step: own.step } : undefined
  }
