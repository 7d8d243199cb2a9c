import { amountWords, associationWords } from '../../answer/wording.ts'
import { fold } from '../../words/fold.ts'
import { answered, type Draft } from '../draft.ts'
import { cellsOf, mainTargets, type Scope } from '../scope.ts'
import { gather, pickLabel } from './look-up.ts'
import { asksWhether, yesNo } from './whether.ts'

const sign = { sv: { positive: 'positivt', negative: 'negativt' }, en: { positive: 'positive', negative: 'negative' } } as const

/** `Är det fortfarande positivt?`: the sign of one figure. */
export const signQuestion = (scope: Scope): Draft | undefined => {
  const said = fold(scope.text)
  const positive = /(positiv|over noll|plus)/.test(said)
  const negative = /(negativ|under noll|minus)/.test(said)
  if (!asksWhether(scope) || positive === negative) return undefined
  const { picks, open, missing } = gather(scope, cellsOf(scope, mainTargets(scope.frame)), 'money')
  const [pick] = picks
  if (!pick || picks.length !== 1 || open.length + missing.length > 0) return undefined
  const { language } = scope
  const isPositive = pick.calculation.result.value > 0
  const holds = positive ? isPositive : pick.calculation.result.value < 0
  const word = sign[language][isPositive ? 'positive' : 'negative']
  const sentence =
    language === 'sv'
      ? `${yesNo(holds, language)}, det är ${word}: ${pickLabel(scope, pick)} (${associationWords(scope.library, pick.association)}) är ${amountWords(pick.calculation, language)}.`
      : `${yesNo(holds, language)}, it is ${word}: ${pickLabel(scope, pick)} (${associationWords(scope.library, pick.association)}) is ${amountWords(pick.calculation, language)}.`
  return answered('rule', sentence, [{ calculation: pick.calculation }], { verdict: { holds, rule: 'sign' }, confidence: pick.certainty })
}
