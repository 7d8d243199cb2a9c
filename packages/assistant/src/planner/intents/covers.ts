import { amountWords, associationWords, listWords } from '../../answer/wording.ts'
import { upperFirst } from '../../words/upper-first.ts'
import { cellsOf } from '../cells.ts'
import { defaultNotes } from '../defaults.ts'
import { answered, type Draft } from '../draft.ts'
import { hasCue } from '../frame.ts'
import type { Pick } from '../pick-target.ts'
import { conceptId, firstLeaf, run, type Scope } from '../scope.ts'
import { gather, pickLabel } from './look-up.ts'
import { sumOf } from './total.ts'
import { asksWhether, yesNo } from './whether.ts'

const pays: ReadonlySet<string> = new Set(['income', 'equity', 'asset'])
const natureOf = ({ library }: Scope, { calculation }: Pick): string =>
  library.line(firstLeaf(calculation).quantity?.line ?? '')?.nature ?? ''

/** `Räcker medlemsbidragen till insatserna?`: whether what comes in is enough for a part of the costs, and by how much; all costs are a rule of their own. */
export const covers = (scope: Scope): Draft | undefined => {
  const { frame, language } = scope
  const slots = frame.targets
  if (!hasCue(frame, 'covers') || hasCue(frame, 'share', 'project') || !asksWhether(scope) || slots.length < 2) return undefined
  if (slots.some(slot => conceptId(slot) === 'total-costs') || scope.associations.length !== 1) return undefined
  const { picks, open, missing } = gather(scope, cellsOf(scope, slots), 'money')
  const [income, ...others] = picks.filter(pick => pays.has(natureOf(scope, pick)))
  const costs = picks.filter(pick => natureOf(scope, pick) === 'cost')
  const cost = sumOf(scope, costs)
  if (!income || !cost || others.length + open.length + missing.length > 0 || costs.length !== slots.length - 1) return undefined
  const left = run(scope, { op: 'change', from: cost.query, to: income.query, as: 'amount' })
  if (!left) return undefined
  const holds = left.result.value >= 0
  const told = (pick: Pick): string => `${pickLabel(scope, pick)} ${amountWords(pick.calculation, language)}`
  const [enough, needed] = [told(income), listWords(costs.map(told), language)]
  const place = associationWords(scope.library, income.association)
  const said = language === 'sv' ? `${enough} mot ${needed} (${place}).` : `${enough} against ${needed} (${place}).`
  return answered(
    'covers',
    `${yesNo(holds, language)}. ${upperFirst(said)}`,
    [{ calculation: left }, { calculation: income.calculation }, { calculation: cost.calculation }],
    {
      notes: defaultNotes(scope, [income]),
      verdict: { holds, rule: 'covers' },
      confidence: Math.min(income.certainty, cost.certainty),
    },
  )
}
