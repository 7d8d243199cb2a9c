import { associationWords } from '../../answer/wording.ts'
import { fold } from '../../words/fold.ts'
import { stem } from '../../words/stem.ts'
import { answered, type Draft } from '../draft.ts'
import { bestFact, leastScore } from '../facts/best-fact.ts'
import { saidIn } from '../facts/expected.ts'
import type { KnownFact } from '../facts/fact-index.ts'
import type { FactQuestion } from '../facts/fact-question.ts'
import { factSentence, quoted } from '../facts/fact-sentence.ts'
import { type FoundFact, findFacts } from '../facts/find-facts.ts'
import { goalWords, levelsInBrackets, levelsOf } from '../facts/goal-words.ts'
import { ofYearAsked } from '../facts/of-time-asked.ts'
import { tell } from '../facts/tell-fact.ts'
import type { Scope } from '../scope.ts'
import { asksGoalSide, goalAgainstOutcome } from './goal-against-outcome.ts'
import { asksWhether, yesNo } from './whether.ts'

/** Yes or no, the fact's own sentence, and further facts as proof. */
const verdict = (scope: Scope, association: string, holds: boolean, ways: readonly KnownFact[], score: number): Draft => {
  const told = ways.map(fact => tell(scope, fact))
  const saidOnce = ways.filter((fact, at) => ways.findIndex(other => other.context === fact.context) === at)
  const sentences = saidOnce.map(fact => factSentence(scope, association, fact)).join(' ')
  return answered(
    'fact',
    `${yesNo(holds, scope.language)}. ${sentences}`,
    told.flatMap(({ figures }) => figures),
    {
      facts: told.flatMap(({ facts }) => facts),
      verdict: { holds, rule: 'stated' },
      confidence: Math.min(0.85, score),
    },
  )
}

/** `Nåddes målet …`: what the document says of it, with the goal's level and the outcome. */
const reached = (scope: Scope, association: string, { fact, score }: FoundFact): Draft | undefined => {
  const { library, language } = scope
  const said = fold(String(fact.value))
  if (/\b(delvis|beraknas|bedoms|vantas|forvantas)\b/.test(said)) return undefined
  const levels = levelsOf(
    fact,
    library.facts.filter(other => other.association === association && other !== fact),
  )
  const holds = !/\b(inte|ej)\b/.test(said)
  const [name, goal] = [associationWords(library, association), quoted(goalWords(fact, levels), language)]
  const head = language === 'sv' ? `Målet ${goal}` : `The goal ${goal}`
  const outcome = language === 'sv' ? (holds ? 'är nått' : 'är inte nått') : holds ? 'is reached' : 'is not reached'
  const told = [fact, ...levels].map(one => tell(scope, one))
  return answered(
    'fact',
    `${yesNo(holds, language)}. ${head}${levelsInBrackets(levels, language)} ${outcome} (${name}).`,
    told.flatMap(({ figures }) => figures),
    { facts: told.flatMap(({ facts }) => facts), verdict: { holds, rule: 'stated' }, confidence: Math.min(0.85, score) },
  )
}

const isStaff = ({ attribute }: KnownFact): boolean => fold(attribute) === 'egna anstallda'

const membership = /\b(medlem|medlemmar|member|members|ingar|belongs?)\b/

/** `Är Habo medlem?`: whether the list of members names whoever is asked about. */
const isMember = (scope: Scope, association: string, question: FactQuestion): Draft | undefined => {
  const names = question.words.filter(({ weight }) => weight > 1)
  const list = scope.library.facts.find(
    fact => fact.association === association && fact.attribute === 'medlemmar' && Array.isArray(fact.value),
  )
  if (names.length === 0 || !list || !Array.isArray(list.value) || !membership.test(saidIn(scope.frame))) return undefined
  const members = list.value.map(member => fold(String(member)).split(/\s+/).map(stem))
  if (list.value.some(member => /kommuner/i.test(String(member)))) return undefined
  const holds = names.every(({ stems }) => members.some(words => words.some(word => stems.includes(word))))
  return verdict(scope, association, holds, [list], sure)
}
const sure = 0.8

/** Questions for yes or no that one statement of the prose decides: whether anybody is employed, whether a goal was reached. */
export const factsWhether = (scope: Scope, association: string, question: FactQuestion): Draft | undefined => {
  if (!asksWhether(scope) && question.expected !== 'reached') return undefined
  if (asksGoalSide(scope)) return goalAgainstOutcome(scope, association, question)
  const member = isMember(scope, association, question)
  if (member) return member
  const found = findFacts(scope, association, question).found.filter(one => ofYearAsked(scope, one))
  const { best, rivals } = bestFact(found)
  if (!best || best.score < leastScore)
    return question.expected === 'reached' ? goalAgainstOutcome(scope, association, question) : undefined
  if (question.expected === 'reached') return rivals.length === 0 ? reached(scope, association, best) : undefined
  return isStaff(best.fact) && typeof best.fact.value === 'number'
    ? verdict(scope, association, best.fact.value > 0, [best.fact], best.score)
    : undefined
}
