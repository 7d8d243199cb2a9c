import type { Scenario } from '@finsam/domain'
import { headerAtoms } from '../tables/header-atoms.ts'
import { namesColumns } from '../tables/line-kinds.ts'
import type { RawTable } from '../tables/raw-table.ts'
import type { ColumnPlan } from './column-plan.ts'
import type { DocumentTraits } from './document-traits.ts'

/**
 * The scenario that the heading of a table names for a column that names none: `Budget 2024`, `Planerade kostnader`. A header whose
 * other columns name theirs says nothing of this one. What is long past when a plan is made is an outcome, what comes after its year a plan.
 */
export function scenarioOfText(
  plan: ColumnPlan,
  table: RawTable,
  plans: readonly ColumnPlan[],
  traits: DocumentTraits,
): Scenario | undefined {
  const apart = plans.some(other => other.scenario !== undefined && other.scenario !== 'variance')
  const headers = apart ? [] : table.headers.map(header => header.line.text)
  const title = table.titles.find(line => !namesColumns(headerAtoms(line.text)))?.text ?? ''
  const near = [...headers, title].join(' ')
  const found = scenarioNamed(near)
  if (found !== 'budget' || traits.fiscalYear === undefined || plan.year === undefined) return found
  if (traits.kind === 'report') return apart ? undefined : found
  return plan.year <= traits.fiscalYear - 2 ? 'actual' : plan.year > traits.fiscalYear ? 'plan' : found
}

function scenarioNamed(text: string): Scenario | undefined {
  if (/prognos/i.test(text)) return 'forecast'
  if (/utfall|bokslut|redovisning/i.test(text)) return 'actual'
  if (/budget|planerade|bevilja|tilldelning/i.test(text)) return 'budget'
  return undefined
}

/** The year before a plan's own is still running when the plan is made: beside the plan's year it is that year's budget. */
export function defaultScenario(plan: ColumnPlan, plans: readonly ColumnPlan[], traits: DocumentTraits): Scenario {
  if (traits.kind === 'report') return 'actual'
  if (plan.days.length > 0) return 'actual'
  const year = plan.year ?? traits.fiscalYear
  if (traits.fiscalYear === undefined || year === undefined || year === traits.fiscalYear) return 'budget'
  if (year === traits.fiscalYear - 1 && plans.some(other => other.year === traits.fiscalYear)) return 'budget'
  return year > traits.fiscalYear ? 'plan' : 'actual'
}
