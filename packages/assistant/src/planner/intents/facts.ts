import { associationWords } from '../../answer/wording.ts'
import { fold } from '../../words/fold.ts'
import type { Slot } from '../choose-links.ts'
import { answered, asksBack, type Draft } from '../draft.ts'
import { bestFact } from '../facts/best-fact.ts'
import type { KnownFact } from '../facts/fact-index.ts'
import { type FactQuestion, factQuestionOf } from '../facts/fact-question.ts'
import { factLabel, valueWords } from '../facts/fact-words.ts'
import { type FoundFact, findFacts } from '../facts/find-facts.ts'
import { tell } from '../facts/tell-fact.ts'
import { mainTargets, type Scope } from '../scope.ts'
import { factsAcross } from './facts-across.ts'
import { sumOfAlike } from './facts-together.ts'

const sentenceFor = (scope: Scope, association: string, fact: KnownFact): string =>
  `${factLabel(fact)} (${associationWords(scope.library, association)}): ${valueWords(fact, scope.language)}.`

/** `stegförflyttning respektive livskvalitet`: one question for each of the paired words. */
const paired = (scope: Scope, question: FactQuestion): readonly FactQuestion[] => {
  const { frame } = scope
  const joints = frame.words.flatMap(({ token }, at) =>
    at >= frame.clause.from && at < frame.clause.to && /^(respektive|resp|och|and)$/.test(token.folded) ? [at] : [],
  )
  for (const joint of joints) {
    const left = question.words.find(word => word.at === joint - 1 && !word.topical)
    const right = question.words.find(word => word.at === joint + 1 && !word.topical)
    if (left && right)
      return [
        { ...question, words: question.words.filter(word => word !== right) },
        { ...question, words: question.words.filter(word => word !== left) },
      ]
  }
  return [question]
}

/** A year that the question names must be the fact's document's own, or stand in the fact. */
const ofYearAsked = ({ frame, library }: Scope, fact: KnownFact): boolean => {
  const years = frame.points.flatMap(point => (point.time && point.tokens.length > 0 ? [point.time.year] : []))
  if (years.length === 0) return true
  const own = library.document(fact.document)?.fiscalYear
  const text = `${fact.printed} ${fact.context} ${String(fact.value)} ${fact.period ? JSON.stringify(fact.period) : ''}`
  return years.some(year => year === own || text.includes(String(year)))
}

const edgeWords =
  /(ingaende|utgaende|ingang|utgang|borjan|slutet|arsskifte|bokslut|balans|opening|closing|31 december|30 juni|1 januari|startkapital)/

/** What stood at the start or the end of a year is told only by a sentence that speaks of such a time. */
const ofEdgeAsked = ({ frame }: Scope, fact: KnownFact): boolean =>
  frame.points.every(point => point.time?.edge === undefined) || edgeWords.test(fold(`${fact.attribute} ${fact.printed} ${fact.context}`))

const shortestName = 4
/** Names of others that the question holds: capitalised words that are no part of the association's own name. */
const othersNamed = ({ frame }: Scope, association: string): readonly string[] => {
  const isOwn = (slot: Slot): boolean =>
    slot.links.some(({ meaning }) => meaning.kind === 'association' && meaning.ids.includes(association))
  const own = new Set(frame.slots.filter(isOwn).flatMap(slot => slot.tokens))
  return frame.words.slice(frame.clause.from, frame.clause.to).flatMap(({ token }, at) => {
    const named = token.kind === 'word' && /^\p{Lu}/u.test(token.text) && !token.first && token.folded.length >= shortestName
    return named && !own.has(frame.clause.from + at) ? [token.folded] : []
  })
}

/** What is stated of one party is no answer about another: where facts are about a party that the question names, only they answer. */
const ofPartyNamed = (scope: Scope, association: string, found: readonly FoundFact[]): readonly FoundFact[] => {
  const others = othersNamed(scope, association)
  const isAbout = ({ fact }: FoundFact): boolean =>
    fold(fact.subject)
      .split(/[^a-z0-9]+/)
      .some(word => others.some(other => word.startsWith(other) || (word.length >= shortestName && other.startsWith(word))))
  const about = found.filter(isAbout)
  return about.length > 0 ? about : found
}

const one = (scope: Scope, association: string, question: FactQuestion): Draft | undefined => {
  const found = ofPartyNamed(scope, association, findFacts(scope, association, question))
  const { best, rivals } = bestFact(found)
  if (!best) return undefined
  if (!ofYearAsked(scope, best.fact) || !ofEdgeAsked(scope, best.fact)) return undefined
  const told = tell(scope, best.fact)
  const summed = sumOfAlike(scope, association, best, found)
  if (summed) return summed
  if (rivals.length > 0) {
    const all = [best, ...rivals].slice(0, 4).map(({ fact }) => fact)
    const head = scope.language === 'sv' ? 'Flera uppgifter passar. Vilken menas?' : 'Several statements fit. Which is meant?'
    return asksBack(
      'fact',
      `${head} ${all.map(fact => sentenceFor(scope, association, fact)).join(' ')}`,
      all.flatMap(fact => tell(scope, fact).figures),
      {
        facts: all.flatMap(fact => tell(scope, fact).facts),
      },
    )
  }
  return answered('fact', sentenceFor(scope, association, best.fact), told.figures, {
    facts: told.facts,
    confidence: Math.min(0.9, best.score),
  })
}

const joined = (drafts: readonly Draft[]): Draft | undefined => {
  const [first] = drafts
  if (!first || drafts.length === 1) return first
  if (drafts.some(draft => draft.status !== 'answered')) return drafts.find(draft => draft.status !== 'answered')
  return answered(
    'fact',
    drafts.map(({ sentence }) => sentence).join(' '),
    drafts.flatMap(({ figures }) => figures),
    {
      facts: drafts.flatMap(({ facts }) => facts ?? []),
      confidence: Math.min(...drafts.map(({ confidence }) => confidence)),
    },
  )
}

/** A question that the prose answers: who, how many, when, which age, which goal. */
export const facts = (scope: Scope): Draft | undefined => {
  const question = factQuestionOf(scope)
  if (question.words.length === 0 || scope.associations.length === 0) return undefined
  const amount = question.expected === 'money' || question.expected === 'number'
  const strict = question.topics.length === 0 && (amount || (question.expected === 'any' && mainTargets(scope.frame).length > 0))
  if (scope.associations.length > 1) return scope.open || strict ? undefined : factsAcross(scope, question)
  const [association] = scope.associations
  const draft = association === undefined ? undefined : joined(paired(scope, question).flatMap(part => one(scope, association, part) ?? []))
  const money =
    (draft?.figures.length ?? 0) > 0 && (amount || draft?.figures.some(({ calculation }) => calculation.result.unit === 'kr') === true)
  return strict && !(draft?.status === 'answered' && money && draft.confidence >= 0.6) ? undefined : draft
}

const leading: ReadonlySet<string> = new Set([
  'age',
  'person',
  'employer',
  'employees',
  'board-members',
  'deputies',
  'decided',
  'formed',
  'closed',
  'org-number',
  'staffing',
  'vision',
  'manager',
  'chair',
  'meetings',
  'goal',
  'source-year',
  'target-group',
  'ceiling',
  'limit',
])

/** Facts before figures: where the question's own words ask for one. */
export const factsFirst = (scope: Scope): Draft | undefined => {
  const question = factQuestionOf(scope)
  if (!question.topics.some(topic => leading.has(topic)) && question.expected !== 'list') return undefined
  const draft = facts(scope)
  return draft?.status === 'ambiguous' && mainTargets(scope.frame).length > 0 ? undefined : draft
}
