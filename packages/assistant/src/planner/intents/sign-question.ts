import { amountWords, associationWords } from '../../answer/wording.ts'
import { fold } from '../../words/fold.ts'
import { cellsOf } from '../cells.ts'
import { answered, type Draft } from '../draft.ts'
import { isSpecific } from '../follow-up.ts'
import { mainTargets } from '../main-targets.ts'
import type { Pick } from '../pick-target.ts'
import type { Scope } from '../scope.ts'
import { assumedPart } from './assumptions.ts'
import { gather, pickLabel, sentenceFor } from './look-up.ts'
import { asksWhether, yesNo } from './whether.ts'

const signs = { sv: ['negativt', 'noll', 'positivt'], en: ['negative', 'zero', 'positive'] } as const
const anyAtAll = /\b(nagot|nagonting|nagra pengar|anything|any money)\b/

/** The one figure that a question for yes or no is about. */
const onlyPick = (scope: Scope): Pick | undefined => {
  const { picks, open, missing } = gather(scope, cellsOf(scope, mainTargets(scope.frame)), 'money')
  return picks.length === 1 && open.length + missing.length === 0 ? picks[0] : undefined
}

/** `Lade förbundet något på NOVA 2021?`: whether the amount is anything but nought. */
const anyAmount = (scope: Scope): Draft | undefined => {
  const pick = mainTargets(scope.frame).some(isSpecific) ? onlyPick(scope) : undefined
  if (!pick) return undefined
  const holds = pick.calculation.result.value !== 0
  return answered('rule', `${yesNo(holds, scope.language)}. ${sentenceFor(scope, pick)}`, [{ calculation: pick.calculation }], {
    verdict: { holds, rule: 'sign' },
    confidence: pick.certainty,
  })
}

/** `Är det fortfarande positivt?`, `lade de något på X?`: the sign of one figure. */
export const signQuestion = (scope: Scope): Draft | undefined => {
  const said = fold(scope.text)
  const positive = /(positiv|over noll|plus)/.test(said)
  const negative = /(negativ|under noll|minus)/.test(said)
  if (!asksWhether(scope) || assumedPart(scope) !== undefined) return undefined
  if (positive === negative) return anyAtAll.test(said) ? anyAmount(scope) : undefined
  const pick = onlyPick(scope)
  if (!pick) return undefined
  const { language } = scope
  const sign = Math.sign(pick.calculation.result.value)
  const holds = sign === (positive ? 1 : -1)
  const word = signs[language][sign + 1]
  const sentence =
    language === 'sv'
      ? `${yesNo(holds, language)}, det är ${word}: ${pickLabel(scope, pick)} (${associationWords(scope.library, pick.association)}) är ${amountWords(pick.calculation, language)}.`
      : `${yesNo(holds, language)}, it is ${word}: ${pickLabel(scope, pick)} (${associationWords(scope.library, pick.association)}) is ${amountWords(pick.calculation, language)}.`
  return answered('rule', sentence, [{ calculation: pick.calculation }], { verdict: { holds, rule: 'sign' }, confidence: pick.certainty })
}
