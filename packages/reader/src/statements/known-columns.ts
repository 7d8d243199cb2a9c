import { kronorPer, type Scenario, type Unit } from '@finsam/domain'
import type { Sheet } from '../reconcile/sheet.ts'
import type { RawTable } from '../tables/raw-table.ts'
import type { ColumnPlan } from './column-plan.ts'
import type { DocumentTraits } from './document-traits.ts'

/** A table on its way to a statement, as far as its columns are concerned. */
export interface ColumnTask {
  readonly table: RawTable
  readonly sheet: Sheet
  readonly unit: Unit
}

/** A column whose scenario and time another table names, with the amounts it holds (in kronor, whole thousands). */
export interface KnownColumn {
  readonly scenario: Scenario | undefined
  readonly year: number | undefined
  readonly days: readonly string[]
  readonly amounts: ReadonlySet<number>
  readonly where: string
}

/** Amounts of a column in thousands of kronor, those that can tell columns apart. */
export function amountsOf(task: ColumnTask, column: number): ReadonlySet<number> {
  const factor = (kronorPer(task.unit) ?? 1) / 1000
  const found = new Set<number>()
  task.sheet.grid.rows.forEach((row, index) => {
    const value = row.readings[task.sheet.choice[index] ?? 0]?.cells[column]?.base
    if (value && !row.role.apart && Math.abs(value * factor) >= 50) found.add(Math.round(Math.abs(value * factor)))
  })
  return found
}

/** The known column with the same figures, where one clearly has them. */
export function sameFigures(
  amounts: ReadonlySet<number>,
  known: readonly KnownColumn[],
  kind: DocumentTraits['kind'],
  plan?: ColumnPlan,
): KnownColumn | undefined {
  const scored = known
    .map(column => {
      const shared = [...amounts].filter(amount => column.amounts.has(amount)).length
      return { column, shared, part: shared / Math.max(1, Math.min(amounts.size, column.amounts.size)) }
    })
    .filter(({ shared, part }) => shared >= 2 && part >= 0.4)
    .sort((a, b) => b.part - a.part || b.shared - a.shared)
  const best = scored.filter(({ part, shared }) => part === scored[0]?.part && shared === scored[0].shared)
  const suiting = best.filter(({ column }) => plan === undefined || agrees(plan, column))
  const usual: readonly Scenario[] = kind === 'plan' ? ['budget'] : ['actual', 'budget']
  const likely = usual.flatMap(scenario => suiting.find(({ column }) => column.scenario === scenario) ?? [])
  return (likely[0] ?? suiting[0] ?? best[0])?.column
}

/** Whether what a header says of a column goes with what another table says of one. */
export const agrees = (plan: ColumnPlan, match: KnownColumn): boolean =>
  (plan.scenario === undefined || match.scenario === undefined || plan.scenario === match.scenario) &&
  (plan.year === undefined || match.year === undefined || plan.year === match.year) &&
  (plan.days.length === 0 || match.days.length === 0 || plan.days.at(-1) === match.days.at(-1))
