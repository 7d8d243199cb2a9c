import { amountWords, associationWords, pointWords } from '../../answer/wording.ts'
import { fold } from '../../words/fold.ts'
import { answered, type Draft } from '../draft.ts'
import { triesFor } from '../pick-point.ts'
import { lookup, run, type Scope } from '../scope.ts'
import { yesNo } from './whether.ts'

const lasts = /\b(racker|rackte|rack till|suffice\w*|last|lasts|enough)\b/
const funds = /\b(pengar\w*|medel|medlen|kapital\w*|sparpengar\w*|buffert\w*|money|funds|equity|capital|savings)\b/

/** `Räcker pengarna 2026?`: whether anything is left at the year's end, savings included; what the year itself earns and spends is told beside it. */
export const fundsLast = (scope: Scope): Draft | undefined => {
  const { frame, language, library } = scope
  const said = fold(scope.text)
  const [association] = scope.associations
  const opens = lasts.test(frame.words[frame.clause.from]?.token.folded ?? '') || /^\W*(is|are|will)\b/.test(said)
  if (!association || scope.associations.length !== 1 || !opens || !lasts.test(said) || !funds.test(said)) return undefined
  for (const { scenario, period } of triesFor(library, association, frame.points[0]).flat()) {
    const left = run(scope, lookup(association, { concept: 'closing-equity' }, scenario, period))
    if (!left) continue
    const result = run(scope, lookup(association, { measure: 'year-result' }, scenario, period))
    const holds = left.result.value >= 0
    const place = `${associationWords(library, association)}, ${pointWords({ scenario, period }, language)}`
    const year = result
      ? language === 'sv'
        ? ` Årets resultat är ${amountWords(result, language)}.`
        : ` The year's result is ${amountWords(result, language)}.`
      : ''
    const sentence =
      language === 'sv'
        ? `${yesNo(holds, language)}, vid årets slut återstår ${amountWords(left, language)} av det egna kapitalet (${place}).${year}`
        : `${yesNo(holds, language)}, at the year's end ${amountWords(left, language)} of the equity is left (${place}).${year}`
    return answered('rule', sentence, [{ calculation: left }], {
      ...(result ? { inputs: [{ calculation: result }] } : {}),
      verdict: { holds, rule: 'funds-last' },
      confidence: 0.85,
    })
  }
  return undefined
}
