import { conceptNames } from '../concepts/concept-table.ts'
import { success } from '../model/result.ts'
import { findingAt, kronor, type Rule, verdictOf } from './rule.ts'
import { conceptIn, selectorOf } from './scope.ts'

/** The year's income covers the year's costs; whether it does with funds of earlier years is told beside it. */
export const budgetBalance: Rule = {
  id: 'balance',
  name: { sv: 'Budget i balans', en: 'Balanced budget' },
  states: {
    sv: 'Årets intäkter täcker årets kostnader, utan medel från tidigare år.',
    en: "The year's income covers the year's costs, without funds of earlier years.",
  },
  source: {
    sv: '11 kap. 5 § kommunallagen (förbund planerar ofta underskott för att minska eget kapital)',
    en: 'Chapter 11, section 5 of the Local Government Act (associations often plan deficits to bring equity down)',
  },
  check: (context, scope) => {
    const selector = selectorOf(context, scope)
    const result = context.run({ op: 'lookup', of: { ...selector, target: { measure: 'year-result' } } })
    if (!result.ok) return result
    const closing = context.run(conceptIn(selector, 'closing-equity'))
    const holds = result.value.result.value >= 0
    const inputs = closing.ok ? [result.value, closing.value] : [result.value]
    const withFunds = closing.ok
      ? { 'closing-equity': kronor(closing.value.result.value), 'covered-by-earlier-funds': closing.value.result.value >= 0 }
      : {}
    const findings = holds
      ? []
      : [findingAt('costs-exceed-income', 'warning', inputs, { result: kronor(result.value.result.value), ...withFunds })]
    return success(
      verdictOf('balance', conceptNames('result'), result.value.result, inputs, { holds, findings, scope: { ...scope, ...selector } }),
    )
  },
}
