import { fold } from '../../words/fold.ts'
import type { Scope } from '../scope.ts'
import { type Likeness, levelOf, likenessIn } from './cover.ts'
import { type Evidence, sentenceOfFact } from './evidence.ts'
import { saidIn } from './expected.ts'
import { factIndexOf, type KnownFact } from './fact-index.ts'
import { type FactQuestion, heavy } from './fact-question.ts'
import { closeness, countsAsked, isFocused, isPart } from './focus.ts'
import { answersMood, isMeasured } from './mood.ts'
import { ofIdentity } from './of-identity.ts'
import {
  ofAllAsked,
  ofCauseAsked,
  ofInitiative,
  ofOffice,
  ofOwnLife,
  ofPeopleCounted,
  ofSuperlative,
  ofTargetGroup,
  ofTimeToTell,
  tellsWhatHappened,
} from './of-one-asked.ts'
import { preference } from './preference.ts'
import { isNumeric, suitsExpected } from './suits-expected.ts'
import { ofTenure } from './tenure.ts'
import { topicShare } from './topic-share.ts'

export interface FoundFact {
  readonly fact: KnownFact
  /** How much of the question the fact accounts for: 1 for all of it, a little more where the reader's label fits too. */
  readonly score: number
  /** The sentence before, which says of which year `samma år` is. */
  readonly before: string
}

/** What was found, and what comes nearest but is meant otherwise: a goal where the outcome is asked for. */
export interface FoundFacts {
  readonly found: readonly FoundFact[]
  readonly otherwise: readonly FoundFact[]
}

const tellsChange = ({ attribute }: KnownFact): boolean => /(minskning|okning|sankning|hojning|forandring)/.test(fold(attribute))

const leastLevel = 0.3
/** What a part is taken of, as the number beside it tells: `av de tillfrågade eleverna`. */
const leastOfWhole = 0.2

/** A former name asked for without any other word is the association's own. */
const selfTold = 0.9

interface Covered {
  readonly share: number
  readonly complete: boolean
}

/** How much of the question's words a fact holds, and whether each weighty one has its place. */
const coveredBy = (question: FactQuestion, likeness: ReadonlyMap<unknown, Likeness>, evidence: Evidence): Covered => {
  const ofTopic = topicShare(evidence.fact, question.topics)
  let total = 0
  let held = 0
  let complete = question.numbers.every(value => evidence.numbers.has(value))
  for (const word of question.words) {
    const alone = question.words.every(other => other.phrase === word.phrase || !other.topics.some(topic => word.topics.includes(topic)))
    const placed = alone ? topicShare(evidence.fact, word.topics) : 0
    const level = Math.max(levelOf(word, likeness.get(word) ?? new Map(), evidence), placed >= 0.7 ? 0.9 * placed : 0)
    total += word.weight
    held += word.weight * level
    if (word.weight >= heavy && level < (word.ofWhole ? leastOfWhole : leastLevel)) complete = false
  }
  if (total === 0 && question.expected === 'former-name') {
    const ofItself = /^samordningsf/.test(fold(evidence.fact.subject))
    return { share: ofItself ? selfTold : 0, complete: ofItself }
  }
  if (total === 0 || question.expected === 'law')
    return { share: Math.max(ofTopic, question.expected === 'law' ? 0.9 : 0), complete: question.expected === 'law' || ofTopic >= 0.7 }
  const light = question.words.every(({ weight }) => weight < heavy)
  return {
    share: light ? Math.max(held / total, ofTopic) : held / total,
    complete: complete && (!light || ofTopic >= 0.7 || (question.expected !== 'date' && held / total >= 0.5)),
  }
}

/** What is asked as a goal and told in words is told as one. */
const tellsGoal = (question: FactQuestion, { fact, leadIn }: Evidence): boolean =>
  !question.topics.includes('goal') ||
  question.expected === 'frequency' ||
  fact.kind.startsWith('target') ||
  (isNumeric(fact) && isMeasured(fact)) ||
  /\bmal(et|en|uppfyllelse)?\b/.test(fold(`${fact.attribute} ${leadIn}`))

/** Facts of an association that a question's words lead to, the best first. */
export const findFacts = (scope: Scope, association: string, question: FactQuestion): FoundFacts => {
  const index = factIndexOf(scope.context, association)
  const suiting = index.evidence.filter(({ fact }) => suitsExpected(fact, question.expected) && !(question.level && tellsChange(fact)))
  if (suiting.length === 0) return { found: [], otherwise: [] }
  const likeness = new Map(question.words.map(word => [word, likenessIn(index, word)] as const))
  const preferred = preference(scope, association, question)
  const near = (word: FactQuestion['words'][number]): Likeness => likeness.get(word) ?? new Map()
  const ofOne = [
    ofOwnLife(scope, association, question),
    ofIdentity(scope, question),
    ofOffice(question, near),
    ofCauseAsked(question, near),
    ofSuperlative(scope, question),
    ofInitiative(question, index.initiatives, near),
    ofTimeToTell(scope, question),
    ofPeopleCounted(scope, question),
    ofTargetGroup(question),
    ofAllAsked(scope, question, index.initiatives),
    (one: Evidence) => tellsWhatHappened(scope, sentenceOfFact(one.fact)),
    ofTenure(scope, question, index.evidence),
  ]
  const ranked = suiting
    .filter(evidence => ofOne.every(holds => holds(evidence)))
    .flatMap(evidence => {
      if (!isPart(question, likeness, evidence) || !countsAsked(question, likeness, evidence) || !isFocused(question, likeness, evidence))
        return []
      const { share, complete } = coveredBy(question, likeness, evidence)
      if (!complete || share < leastLevel) return []
      return [
        {
          evidence,
          fact: evidence.fact,
          before: evidence.before,
          score: share + preferred(evidence) + closeness(question, likeness, evidence),
        },
      ]
    })
    .toSorted((one, other) => other.score - one.score)
  const meant = ranked.filter(({ evidence }) => answersMood(question.mood, evidence.fact, evidence.leadIn) && tellsGoal(question, evidence))
  const whole = question.topics.includes('employees')
    ? meant.filter(({ fact }) => /^(egna |antal )?anstallda/.test(fold(fact.attribute)))
    : []
  const inYears = /\b(arsarbet\w*|heltidstjanst\w*|ftes?|full time equivalents?)\b/.test(saidIn(scope.frame))
  const asFte = question.expected === 'fte' && inYears ? meant.filter(({ fact }) => fact.unit === 'fte') : []
  if (asFte.length > 0) return { found: asFte, otherwise: [] }
  if (whole.length > 0) return { found: whole, otherwise: [] }
  return { found: meant, otherwise: ranked.filter(one => !meant.includes(one)) }
}
