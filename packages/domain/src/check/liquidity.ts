import type { Calculation } from '../calculate/calculation.ts'
import type { Context } from '../calculate/context.ts'
import { changeOf } from '../calculate/operations.ts'
import type { Finding } from '../model/finding.ts'
import { success } from '../model/result.ts'
import type { Selector } from '../query/target.ts'
import { fold } from '../text/fold.ts'
import { findingAt, kronor, type Rule, verdictOf } from './rule.ts'
import { conceptIn, selectorOf } from './scope.ts'

const borrowed = /langfristig|\blan\b|\blaneskuld|checkkredit|long term|\bloan/

/** Borrowed money that the balance sheet prints; a line that says there is none is no debt. */
function loansOf(context: Context, selector: Selector): readonly Calculation[] {
  const lines = context.library
    .linesOf(selector.association)
    .filter(({ nature, label }) => nature === 'liability' && borrowed.test(fold(label)))
  return lines.flatMap(line => {
    const loan = context.run({ op: 'lookup', of: { ...selector, target: { line: line.key } } })
    return loan.ok && loan.value.result.low > 0 ? [loan.value] : []
  })
}

const borrowing = (loan: Calculation): Finding =>
  findingAt('debt-printed', 'warning', [loan], { label: loan.label.sv, amount: kronor(loan.result.value) })

/** Current assets cover current liabilities, and nothing is borrowed: an association may not take up loans, so it must be able to pay. */
export const liquidity: Rule = {
  id: 'liquidity',
  name: { sv: 'Betalningsförmåga', en: 'Ability to pay' },
  states: {
    sv: 'Omsättningstillgångarna täcker de kortfristiga skulderna, och inga lån är upptagna.',
    en: 'Current assets cover current liabilities, and no loans are taken up.',
  },
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
    const covered = margin.value.result.high >= 0
    const inputs = [covering.value, debts.value]
    const short = covered
      ? []
      : [findingAt('liabilities-exceed-current-assets', 'warning', inputs, { margin: kronor(margin.value.result.value) })]
    const findings = [...short, ...loansOf(context, selector).map(borrowing)]
    const holds = findings.length === 0
    return success(
      verdictOf('liquidity', margin.value.label, margin.value.result, inputs, { holds, findings, scope: { ...scope, ...selector } }),
    )
  },
}
