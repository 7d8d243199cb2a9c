import type { Context } from '../calculate/context.ts'
import { withDefaults } from '../calculate/select.ts'
import type { ConceptId } from '../concepts/concept.ts'
import { ownScenario } from '../library/document-order.ts'
import { given } from '../model/given.ts'
import { calendarYear, type Period, periodKey } from '../model/period.ts'
import type { DocumentReading, Scenario } from '../model/reading.ts'
import type { Query } from '../query/query.ts'
import type { Selector } from '../query/target.ts'
import type { Scope } from './rule.ts'

/** The selector of a scope, scenario and period filled in from its document or the association's main one. */
export function selectorOf(context: Context, scope: Scope): Selector {
  const document = scope.document === undefined ? undefined : context.library.document(scope.document)
  const own = document && {
    scenario: ownScenario(document),
    ...(document.fiscalYear === undefined || document.kind === 'interim-report' ? {} : { period: calendarYear(document.fiscalYear) }),
  }
  const { association, scenario, period } = scope
  return withDefaults(context.library, {
    association,
    target: { concept: 'total-costs' },
    ...own,
    ...given({ scenario, period }),
  })
}

export const conceptIn = (selector: Selector, concept: ConceptId): Query => ({ op: 'lookup', of: { ...selector, target: { concept } } })

/** The readings that a scope speaks of. */
export const readingsOf = ({ library }: Context, scope: Scope): readonly DocumentReading[] =>
  library.readings.filter(
    ({ document }) => document.association === scope.association && (!scope.document || document.id === scope.document),
  )

/** Every scenario and period in which an amount of one of the concepts is printed, within the scope. */
export function placesOf(
  context: Context,
  scope: Scope,
  concepts: readonly ConceptId[],
): readonly { readonly scenario: Scenario; readonly period: Period }[] {
  const places = new Map<string, { readonly scenario: Scenario; readonly period: Period }>()
  for (const concept of concepts)
    for (const line of context.library.linesFor(scope.association, concept))
      for (const { scenario, period, printings } of line.quantities) {
        if (!period || scenario === 'variance') continue
        if (scope.document && !printings.some(({ document }) => document === scope.document)) continue
        if (scope.scenario && scope.scenario !== scenario) continue
        if (scope.period && !covers(scope.period, period)) continue
        places.set(`${scenario} ${periodKey(period)}`, { scenario, period })
      }
  return [...places.values()]
}

const covers = (asked: Period, printed: Period): boolean =>
  periodKey(asked) === periodKey(printed) ||
  ('to' in asked && 'at' in printed && printed.at === asked.to) ||
  ('at' in asked && 'to' in printed && printed.to === asked.at)
