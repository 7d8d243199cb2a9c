import type { Query } from '@finsam/domain'
import { amountWords, associationWords, pointWords, sizeWords } from '../../answer/wording.ts'
import { fold } from '../../words/fold.ts'
import { answered, type Draft, refused } from '../draft.ts'
import { triesFor } from '../pick-point.ts'
import { lookup, run, type Scope } from '../scope.ts'

const howMuch = /\b(hur mycket|hur stora?|how much|how large)\b/
const mends = /\b(spara\w*|besparing\w*|skara|minska|sanka|dra ner|dra ned|cut|cuts|save|savings|reduce|lower)\b/
const even = /\b(ga ihop|gar ihop|ga runt|i balans|balansera\w*|break even|breaking even|balance|balanced|plus minus noll|nollresultat)\b/

const nought: Query = { op: 'constant', value: 0, unit: 'kr', label: 'Nollresultat' }

/** `Hur mycket måste de spara för att budgeten ska gå ihop?`: the deficit of the year, by which costs exceed income. */
export const breakEven = (scope: Scope): Draft | undefined => {
  const { frame, language, library } = scope
  const said = fold(scope.text)
  const [association] = scope.associations
  if (!association || scope.associations.length !== 1 || !howMuch.test(said) || !mends.test(said) || !even.test(said)) return undefined
  const placed = frame.words.flatMap(({ token }) =>
    mends.test(token.folded) || /^(krav\w*|behov\w*|need\w*)$/.test(token.folded) ? [token.stem] : [],
  )
  for (const { scenario, period } of triesFor(library, association, frame.points[0]).flat()) {
    const result = lookup(association, { measure: 'year-result' }, scenario, period)
    const [printed, gap] = [run(scope, result), run(scope, { op: 'change', from: result, to: nought, as: 'amount' })]
    if (!printed || !gap) continue
    const place = `${associationWords(library, association)}, ${pointWords({ scenario, period }, language)}`
    const is = amountWords(printed, language)
    const inputs = [{ calculation: printed }]
    if (printed.result.value >= 0) {
      const fine =
        language === 'sv'
          ? `Det går redan ihop (${place}): resultatet är ${is}.`
          : `It breaks even already (${place}): the result is ${is}.`
      return refused('premise', 'false-premise', fine, { inputs, confidence: 0.85 })
    }
    const told =
      language === 'sv'
        ? `Med ${sizeWords(gap, language)} lägre kostnader går det ihop (${place}): resultatet är ${is}.`
        : `With costs ${sizeWords(gap, language)} lower it breaks even (${place}): the result is ${is}.`
    return answered('break-even', told, [{ calculation: gap }], { inputs, placed, confidence: 0.85 })
  }
  return undefined
}
