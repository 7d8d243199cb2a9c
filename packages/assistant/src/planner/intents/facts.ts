import { fold } from '../../words/fold.ts'
import { asksBack, type Draft } from '../draft.ts'
import { asksAmount, asksForProse, asksTelling, beyondFigures, ofAnyAssociation } from '../facts/asks-telling.ts'
import { asksMeaning, saidIn } from '../facts/expected.ts'
import { type FactQuestion, factQuestionOf, saysSomething } from '../facts/fact-question.ts'
import { quoteSentence } from '../facts/quote-sentence.ts'
import { mainTargets } from '../main-targets.ts'
import type { Scope } from '../scope.ts'
import { factsAcross } from './facts-across.ts'
import { factsInParts, joined } from './facts-in-parts.ts'
import { factsInTime } from './facts-in-time.ts'
import { factsWhether } from './facts-whether.ts'
import { asksWhether } from './whether.ts'

/** `Har ni egna anställda, och var är kansliet anställt?` */
const asksMore = /\b(och|and)\b.*\b(var|vem|nar|hur|vilk\w+|where|who|when|how|which)\b/

/** What the statements of an association say; a question for yes or no is left to the sentence itself where none of them decides it. */
const told = (scope: Scope, association: string, question: FactQuestion): Draft | undefined => {
  if (asksMeaning(scope.frame)) return quoteSentence(scope, question)
  const decided = factsWhether(scope, association, question)
  const rest =
    decided && asksMore.test(saidIn(scope.frame)) ? factsInParts(scope, association, { ...question, expected: 'body' }) : undefined
  if (decided) return rest?.status === 'answered' ? joined([decided, rest]) : decided
  return asksWhether(scope) && question.expected === 'any' ? quoteSentence(scope, question) : factsInParts(scope, association, question)
}

/** Where no association is named, or its name means several: the one whose documents speak of it. */
const amongSeveral = (scope: Scope): Draft | undefined => {
  const known = [...new Set(scope.library.documents.map(({ association }) => association))]
  const ids = scope.associations.length > 0 ? scope.associations : known
  return among(scope, ids) ?? (ids.length < known.length && scope.frame.associations.length === 0 ? among(scope, known) : undefined)
}

const among = (scope: Scope, ids: readonly string[]): Draft | undefined => {
  if (ids.length > mostAssociations) return undefined
  const all = ids.flatMap(id => {
    const own = { ...scope, associations: [id], open: false }
    const question = factQuestionOf(own)
    const draft = told(own, id, question) ?? quoteSentence(own, question)
    return draft && draft.status !== 'unanswerable' ? [draft] : []
  })
  const surest = Math.max(...all.map(({ confidence }) => confidence))
  const drafts = all.filter(({ confidence }) => confidence > surest - clearLead)
  const [only] = drafts
  if (drafts.length < 2) return only
  const head =
    scope.language === 'sv' ? 'Flera förbund har en sådan uppgift. Vilket menas?' : 'Several associations tell this. Which is meant?'
  return asksBack(
    'fact',
    `${head} ${drafts.map(({ sentence }) => sentence).join(' ')}`,
    drafts.flatMap(({ figures, readings }) => [...figures, ...readings]),
    { facts: drafts.flatMap(({ facts: named }) => named ?? []) },
  )
}
/** An association without documents is told of by those of others, where a statement names it. */
const ofUndocumented = (scope: Scope, association: string, question: FactQuestion): Draft | undefined => {
  const name = fold(scope.library.association(association)?.shortName ?? association)
  const draft = question.expected === 'date' ? undefined : amongSeveral({ ...scope, associations: [] })
  return draft && fold(draft.sentence).includes(name) ? draft : undefined
}

/** More are asked for by name: each costs its own search. */
const mostAssociations = 30
const clearLead = 0.12

/** A question that the prose answers: who, how many, when, which age, which goal. */
export const facts = (scope: Scope): Draft | undefined => {
  const question = factQuestionOf(scope)
  if (!saysSomething(question) || !asksTelling(scope, question)) return undefined
  const inTime = factsInTime(scope, question)
  if (inTime) return inTime
  if (scope.associations.length > 1 && !scope.open) return asksAmount(scope, question) ? undefined : factsAcross(scope, question)
  if (scope.associations.length !== 1)
    return question.words.some(({ weight }) => weight >= 1) && !ofAnyAssociation(scope, question) ? amongSeveral(scope) : undefined
  const [association] = scope.associations
  if (association === undefined) return undefined
  if (scope.library.documents.every(document => document.association !== association)) return ofUndocumented(scope, association, question)
  const draft = told(scope, association, question)
  if (draft?.status === 'answered' || draft?.status === 'ambiguous') return draft
  const quote = quoteSentence(scope, question)
  return quote ?? (scope.frame.associations.length === 0 ? amongSeveral({ ...scope, associations: [] }) : undefined) ?? draft
}

/** A statement that holds every word of the question, before anything is said against its premise. */
export const statedFact = (scope: Scope): Draft | undefined => {
  if (scope.associations.length !== 1) return undefined
  const question = factQuestionOf(scope)
  if (!beyondFigures(scope, question)) return undefined
  const draft = facts(scope)
  return draft?.status === 'answered' && draft.confidence >= sure ? draft : undefined
}
const sure = 0.7

/** Facts before figures: where the question's own words ask for one. */
export const factsFirst = (scope: Scope): Draft | undefined => {
  const question = factQuestionOf(scope)
  const asksProse = asksForProse(question)
  if (!asksProse && !beyondFigures(scope, question)) return undefined
  const draft = facts(scope)
  if (draft?.status === 'unanswerable' && !asksProse) return undefined
  return draft?.status === 'ambiguous' && (!asksProse || mainTargets(scope.frame).length > 0) ? undefined : draft
}
