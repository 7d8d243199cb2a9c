import { allOf } from '../calculate/all.ts'
import type { Calculation } from '../calculate/calculation.ts'
import { shareOf, sumOf } from '../calculate/operations.ts'
import { success } from '../model/result.ts'
import { findingAt, kronor, type Rule, verdictOf } from './rule.ts'
import { conceptIn, selectorOf } from './scope.ts'

const parts = [
  { concept: 'contribution-state', due: 50 },
  { concept: 'contribution-region', due: 25 },
  { concept: 'contributions-municipalities', due: 25 },
] as const

/** How far a share may be off, in percentage points: members pay whole hundreds. */
const tolerance = 0.05

/** The state pays half, the region a quarter, the municipalities together a quarter (5 §). Members may agree on more, so a breach is a warning. */
export const contributionSplit: Rule = {
  id: 'contribution-split',
  name: { sv: 'Fördelning 50/25/25', en: 'Split 50/25/25' },
  states: {
    sv: 'Staten bidrar med hälften, regionen med en fjärdedel och kommunerna tillsammans med en fjärdedel.',
    en: 'The state pays half, the region a quarter and the municipalities together a quarter.',
  },
  source: { sv: '5 § lagen (2003:1210) om finansiell samordning', en: 'Section 5 of the act (2003:1210)' },
  check: (context, scope) => {
    const selector = selectorOf(context, scope)
    const amounts = allOf(parts, part => context.run(conceptIn(selector, part.concept)))
    if (!amounts.ok) return amounts
    const total = sumOf(amounts.value, { sv: 'Medlemsbidrag', en: 'Member contributions' })
    if (!total.ok) return total
    const shares = allOf(amounts.value, amount => shareOf(amount, total.value))
    if (!shares.ok) return shares
    const off = (share: Calculation, index: number): boolean => {
      const due = parts[index]?.due ?? 0
      return share.result.low > due + tolerance || share.result.high < due - tolerance
    }
    const holds = !shares.value.some(off)
    const parameters = Object.fromEntries([
      ...parts.map(({ concept }, index) => [concept, kronor(amounts.value[index]?.result.value ?? 0)] as const),
      ...parts.map(
        ({ concept }, index) => [`${concept}-percent`, Math.round((shares.value[index]?.result.value ?? 0) * 100) / 100] as const,
      ),
    ])
    const findings = holds ? [] : [findingAt('contribution-split-differs', 'warning', amounts.value, parameters)]
    const [state] = shares.value
    if (!state) throw new Error('a split without parts')
    const label = { sv: 'Fördelning mellan staten, regionen och kommunerna', en: 'Split between state, region and municipalities' }
    return success(
      verdictOf('contribution-split', label, state.result, shares.value, { holds, findings, scope: { ...scope, ...selector } }),
    )
  },
}
