import { associationWords } from '../../answer/wording.ts'
import { fold } from '../../words/fold.ts'
import { answered, type Draft } from '../draft.ts'
import { bestFact } from '../facts/best-fact.ts'
import { sentenceOfFact } from '../facts/evidence.ts'
import { type Expected, saidIn } from '../facts/expected.ts'
import type { KnownFact } from '../facts/fact-index.ts'
import { type FactQuestion, heavy } from '../facts/fact-question.ts'
import { quotation, quoted } from '../facts/fact-sentence.ts'
import { valueWords } from '../facts/fact-words.ts'
import { findFacts } from '../facts/find-facts.ts'
import { moodOf } from '../facts/mood.ts'
import { ofYearAsked } from '../facts/of-time-asked.ts'
import { tell } from '../facts/tell-fact.ts'
import type { Scope } from '../scope.ts'
import { yesNo } from './whether.ts'

/** `Ligger stegförflyttningen över målet?`, `under the target`. */
const side = /\b(over|under|ovanfor|nedanfor|above|below)\b(?: \w+){0,3} \w*(mal|malet|malen|malniva\w*|goals?|targets?)\b/
const below = /^(under|nedanfor|below)$/

/** Less is better: a queue, an absence, a cost that is to be held down. */
const atMost =
  /\b(hogst|maximalt|som mest|inte overstiga|under|minska\w*|ko|koer\w*|kotid\w*|vantetid\w*|vanta\w*|avbrott\w*|avbryt\w*|avhopp\w*|hoppa\w*|aterfall\w*|aterga\w*|klagomal\w*|\w*franvaro\w*|sjukskriv\w*|arbetslos\w*|bidrag\w*)\b/

const isGoal = (fact: KnownFact): boolean => moodOf(fact, sentenceOfFact(fact)) === 'goal'

interface Set {
  readonly goal: KnownFact
  readonly outcome: KnownFact
  readonly score: number
}

const kinds: readonly Expected[] = ['percent', 'count']

/** A goal and its outcome of one kind, each the only one that the question's words lead to, of one document. */
const setFor = (scope: Scope, association: string, question: FactQuestion): Set | undefined => {
  for (const expected of kinds) {
    const found = (mood: 'goal' | 'outcome') =>
      bestFact(
        findFacts(scope, association, {
          ...question,
          expected,
          mood,
          topics: question.topics.filter(topic => topic !== 'goal'),
        }).found.filter(one => ofYearAsked(scope, one) && typeof one.fact.value === 'number' && isGoal(one.fact) === (mood === 'goal')),
      )
    const [goals, outcomes] = [found('goal'), found('outcome')]
    if (!goals.best || !outcomes.best || goals.rivals.length + outcomes.rivals.length > 0) continue
    const [goal, outcome] = [goals.best.fact, outcomes.best.fact]
    if (goal.document === outcome.document && goal.unit === outcome.unit)
      return { goal, outcome, score: Math.min(goals.best.score, outcomes.best.score) }
  }
  return undefined
}

const asksHolds = (said: string): 'reached' | 'above' | 'below' => {
  const word = side.exec(said)?.[1]
  return word === undefined ? 'reached' : below.test(word) ? 'below' : 'above'
}

/** Whether a clause asks on which side of its goal something came out. */
export const asksGoalSide = (scope: Scope): boolean => side.test(saidIn(scope.frame))

/** `Nåddes målet för …`, where the document tells the level and the outcome and leaves the comparison to its reader. */
export const goalAgainstOutcome = (scope: Scope, association: string, question: FactQuestion): Draft | undefined => {
  const telling = question.words.some(({ weight, topics }) => weight >= heavy && weight <= 1 && topics.length === 0)
  const set = telling ? setFor(scope, association, question) : undefined
  if (!set || typeof set.goal.value !== 'number' || typeof set.outcome.value !== 'number') return undefined
  const { goal, outcome, score } = set
  const [level, came] = [set.goal.value, set.outcome.value]
  const asked = asksHolds(saidIn(scope.frame))
  const downward = goal.qualifier === 'max' || (goal.qualifier !== 'min' && atMost.test(fold(sentenceOfFact(goal))))
  const holds = asked === 'above' ? came > level : asked === 'below' ? came < level : downward ? came <= level : came >= level
  const { language, library } = scope
  const names = language === 'sv' ? (['målet', 'utfallet'] as const) : (['the target', 'the outcome'] as const)
  const told = [goal, outcome].map(fact => tell(scope, fact))
  const sentences = [goal, outcome].map(
    (fact, at) =>
      `${at === 0 ? names[0] : names[1]} ${valueWords(fact, language)} (${quoted(quotation(sentenceOfFact(fact), fact.printed), language)})`,
  )
  const be = language === 'sv' ? 'är' : 'is'
  return answered(
    'fact',
    `${yesNo(holds, language)}. ${associationWords(library, association)}: ${sentences.map(one => one.replace(/^(målet|utfallet|the target|the outcome) /, `$1 ${be} `)).join(language === 'sv' ? ' och ' : ' and ')}.`,
    told.flatMap(({ figures }) => figures),
    { facts: told.flatMap(({ facts }) => facts), verdict: { holds, rule: 'stated' }, confidence: Math.min(0.85, score) },
  )
}
