import { changeOf } from '../calculate/operations.ts'
import { success } from '../model/result.ts'
import { findingAt, kronor, type Rule, verdictOf } from './rule.ts'
import { conceptIn, selectorOf } from './scope.ts'

/** Current assets cover current liabilities: the association may not borrow, so it must be able to pay. */
export const liquidity: Rule = {
  id: 'liquidity',
  name: { sv: 'Betalningsförmåga', en: 'Ability to pay' },
  states: { sv: 'Omsättningstillgångarna täcker de kortfristiga skulderna.', en: 'Current assets cover current liabilities.' },
  source: { sv: 'Förbundet får inte skuldsätta sig (lagen 2003:1210)', en: 'The association may not borrow (act 2003:1210)' },
  check: (context, scope) => {
    const selector = selectorOf(context, scope)
    const assets = context.run(conceptIn(selector, 'current-assets'))
    const covering = assets.ok ? assets : context.run(conceptIn(selector, 'assets'))
    if (!covering.ok) return covering
    const debts = context.run(conceptIn(selector, 'current-liabilities'))
    if (!debts.ok) return debts
    const margin = changeOf(debts.value, covering.value, 'amount')
    if (!margin.ok) return margin
    const holds = margin.value.result.high >= 0
    const inputs = [covering.value, debts.value]
    const findings = holds
      ? []
      : [findingAt('liabilities-exceed-current-assets', 'warning', inputs, { margin: kronor(margin.value.result.value) })]
    return success(
      verdictOf('liquidity', margin.value.label, margin.value.result, inputs, { holds, findings, scope: { ...scope, ...selector } }),
    )
  },
}
