import { calendarYear } from '@finsam/domain'
import type { Draft, Extractor, FactContext } from './draft.ts'
import { isGoal } from './goals.ts'
import { goalJudged, judgement, outcomeOpening } from './outcome-words.ts'
import { attributeAround } from './phrases.ts'
import { findQuantities } from './quantity-mention.ts'
import type { Sentence } from './sentence.ts'

const goalWord = /\b(?:ska|skall|mal|malet|minst|hogst)\b/
const furthest = 2

/** The goal that an outcome is told of: the nearest before it that has a level. */
function goalBefore(context: FactContext): Sentence | undefined {
  for (let step = 1; step <= furthest; step += 1) {
    const before = context.sentences[context.index - step]
    if (!before) return undefined
    if (
      (isGoal(before) || goalWord.test(before.letters)) &&
      findQuantities(before.letters).length > 0 &&
      !outcomeOpening.test(before.letters)
    )
      return before
  }
  return undefined
}

/** What a goal measures, in the words of its first level. */
function measureOf(goal: Sentence): string {
  const [level] = findQuantities(goal.letters)
  return level ? attributeAround(goal, level) : goal.text
}

/** `Mål 1: Minst 35 % av deltagarna ska … Utfall: 42 %. Målet är uppnått.`: the outcome, and what is said of the goal, each under what the goal measures. */
export const readOutcomes: Extractor = (sentence, context) => {
  const tells = outcomeOpening.test(sentence.letters)
  const goal = tells || goalJudged.test(sentence.letters) ? goalBefore(context) : undefined
  if (!goal) return []
  const about = {
    subject: context.topic,
    ...(context.fiscalYear === undefined ? {} : { period: calendarYear(context.fiscalYear) }),
  }
  const said = judgement.exec(sentence.letters)
  const judged: Draft[] =
    said || !tells
      ? [
          {
            ...about,
            kind: 'narrative',
            attribute: `måluppfyllelse, ${measureOf(goal)}`,
            value: sentence.text.slice(said?.index ?? 0).replace(/[.\s]+$/, ''),
            start: said?.index ?? 0,
            end: sentence.text.length,
          },
        ]
      : []
  if (!tells) return judged
  const [level] = findQuantities(goal.letters)
  const outcome = findQuantities(sentence.letters)
    .slice(0, 1)
    .filter(({ unit }) => unit === level?.unit || unit === 'count' || level?.unit === 'count')
    .map(
      (mention): Draft => ({
        ...about,
        kind: mention.unit === 'percent' ? 'share' : 'statistic',
        attribute: `utfall, ${measureOf(goal)}`,
        value: mention.value,
        unit: mention.unit === 'count' ? (level?.unit ?? 'count') : mention.unit,
        start: mention.start,
        end: mention.end,
      }),
    )
  return [...outcome, ...judged]
}
