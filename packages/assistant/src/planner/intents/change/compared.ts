import { type Calculation, isMoney } from '@finsam/domain'
import { amountWords, associationWords, sizeWords } from '../../../answer/wording.ts'
import { fold } from '../../../words/fold.ts'
import { defaultNotes } from '../../defaults.ts'
import { answered, type Draft, type DraftFigure } from '../../draft.ts'
import { hasCue, unitsAsked } from '../../frame.ts'
import type { Pick } from '../../pick-target.ts'
import { run, type Scope } from '../../scope.ts'
import { pickLabel } from '../look-up.ts'
import { differenceWords, equalWords } from './difference-words.ts'

/** `Jämför A och B`: both are asked for, and how far apart they are. */
const setsSideBySide = /^\W*(jamfor|compare)\b/

/** `I antal och procent` of what is no money. */
const countAsked = (scope: Scope, { result }: Calculation): boolean =>
  !isMoney(result.unit) && /\bi antal\b|\bin (number|numbers)\b/.test(fold(scope.text))

/** The difference of two figures as kronor, percent, or both, with its direction in words. */
export const compared = (scope: Scope, from: Pick, to: Pick): Draft | undefined => {
  const { language } = scope
  const amount = run(scope, { op: 'change', from: from.query, to: to.query, as: 'amount' })
  if (!amount) return undefined
  const units = unitsAsked(scope.frame)
  const percentAsked =
    units.includes('percent') ||
    (hasCue(scope.frame, 'share') && isMoney(amount.result.unit) && /percentage|procent/.test(fold(scope.text))) ||
    /procentuell|percentage (increase|change|decrease|growth|rise)|procentökning/i.test(fold(scope.text))
  const moneyAsked = !percentAsked || units.some(unit => unit === 'kr' || unit === 'tkr' || unit === 'mnkr') || countAsked(scope, amount)
  const percent = percentAsked ? run(scope, { op: 'change', from: from.query, to: to.query, as: 'percent' }) : undefined
  const figures: DraftFigure[] = [
    ...(moneyAsked || !percent ? [{ calculation: amount }] : []),
    ...(percent ? [{ calculation: percent }] : []),
    ...(setsSideBySide.test(fold(scope.text)) ? [{ calculation: to.calculation }, { calculation: from.calculation }] : []),
  ]
  const size = [moneyAsked || !percent ? sizeWords(amount, language) : '', percent ? sizeWords(percent, language) : '']
    .filter(Boolean)
    .join(language === 'sv' ? ' eller ' : ' or ')
  const sentence = amount.direction === 'equal' ? equalWords(scope, from, to) : differenceWords(scope, from, to, size, amount)
  return answered('change', sentence, figures, {
    notes: defaultNotes(scope, [from, to]),
    confidence: Math.min(from.certainty, to.certainty),
  })
}

/** `Hur många gånger större`: a ratio of two amounts, no count of meetings. */
export const asksTimes = (text: string): boolean =>
  /\b(hur manga ganger|how many times)\s+(storre|mer|hogre|mindre|lagre|fler|dyrare|sa |as |larger|more|higher|bigger|greater)|\b(by what factor|med vilken faktor)\b/.test(
    `${fold(text)} `,
  )

/** `Hur många gånger större`: the first figure by the second. */
export const timesAs = (scope: Scope, one: Pick, other: Pick): Draft | undefined => {
  const calculation = run(scope, { op: 'ratio', numerator: one.query, denominator: other.query })
  if (!calculation) return undefined
  const { language } = scope
  const [first, second] = [one, other].map(
    pick => `${pickLabel(scope, pick)} (${associationWords(scope.library, pick.association)}, ${amountWords(pick.calculation, language)})`,
  )
  const sentence =
    language === 'sv'
      ? `${first} är ${amountWords(calculation, language)} gånger ${second}.`
      : `${first} is ${amountWords(calculation, language)} times ${second}.`
  return answered('change', sentence, [{ calculation }], { confidence: Math.min(one.certainty, other.certainty) })
}
