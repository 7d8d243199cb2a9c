import { evaluate, type Query } from '@finsam/domain'
import { amountWords, associationWords, listWords } from '../../answer/wording.ts'
import type { Slot } from '../choose-links.ts'
import { bareLabel, columnWords, inOneColumn } from '../column-words.ts'
import { defaultNotes } from '../defaults.ts'
import { answered, asksBack, type Draft } from '../draft.ts'
import { hasCue } from '../frame.ts'
import type { Pick } from '../pick-target.ts'
import type { Scope } from '../scope.ts'
import { contradictions } from './contradictions.ts'
import { pickLabel } from './look-up.ts'

/** A deficit is told as a share by its size. */
const sizeOf = (scope: Scope, part: Pick): Query =>
  hasCue(scope.frame, 'deficit') && part.calculation.result.value < 0 ? { op: 'scale', of: part.query, factor: -1 } : part.query

/** A part and its whole in a sentence, their column said once where they share it. */
const shareWords = (scope: Scope, part: Pick, whole: Pick, portion: string, amounts: string): string => {
  const sv = scope.language === 'sv'
  if (inOneColumn(scope, [part, whole])) {
    const [head, one, all] = [columnWords(scope, part), bareLabel(scope, part), bareLabel(scope, whole)]
    return sv ? `${head} är ${one} ${portion} ${all}: ${amounts}.` : `${head} ${one} is ${portion} ${all}: ${amounts}.`
  }
  const association = associationWords(scope.library, part.association)
  const [one, all] = [pickLabel(scope, part), pickLabel(scope, whole)]
  return sv ? `${one} är ${portion} ${all} i ${association}: ${amounts}.` : `${one} is ${portion} ${all} in ${association}: ${amounts}.`
}

/** What a part is of its whole, in percent; where the prose of the document says another share, the question goes back. */
export const shareDraft = (scope: Scope, part: Pick, whole: Pick, slot?: Slot): Draft | undefined => {
  const { language } = scope
  if (part.calculation.quantity && part.calculation.quantity.id === whole.calculation.quantity?.id) return undefined
  const query: Query = { op: 'share', part: sizeOf(scope, part), whole: whole.query }
  const outcome = evaluate(scope.library, query)
  if (!outcome.ok) return undefined
  const wholeName = pickLabel(scope, whole)
  const percent = amountWords(outcome.value, language)
  const amounts = `${amountWords(part.calculation, language)} ${language === 'sv' ? 'av' : 'of'} ${amountWords(whole.calculation, language)}`
  const sentence = shareWords(scope, part, whole, `${percent} ${language === 'sv' ? 'av' : 'of'}`, amounts)
  const rival = contradictions(scope, outcome.value, part, whole)
  if (rival.length > 0) {
    const told = listWords(
      rival.map(({ calculation, text }) => `${amountWords(calculation, language)} (${text})`),
      language,
    )
    const back =
      language === 'sv'
        ? `Dokumentet säger två olika saker: tabellen ger ${percent} (${amounts}), men texten säger ${told}.`
        : `The document says two different things: the table gives ${percent} (${amounts}), but the text says ${told}.`
    return asksBack('share', back, [{ calculation: outcome.value }, ...rival.map(({ calculation }) => ({ calculation }))])
  }
  const defaulted = slot === undefined && scope.frame.amounts.length === 0
  const note =
    language === 'sv'
      ? `Frågan säger inte andel av vad; räknat på ${wholeName}.`
      : `The question does not say a share of what; taken of ${wholeName}.`
  return answered('share', sentence, [{ calculation: outcome.value }], {
    notes: [...(defaulted ? [note] : []), ...defaultNotes(scope, [part])],
    confidence: Math.min(part.certainty, whole.certainty),
  })
}
