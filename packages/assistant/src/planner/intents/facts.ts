import { associationWords } from '../../answer/wording.ts'
import { fold } from '../../words/fold.ts'
import { answered, asksBack, type Draft, refused } from '../draft.ts'
import { asksAmount, asksForProse, asksTelling, beyondFigures, ofAnyAssociation } from '../facts/asks-telling.ts'
import { bestFact, otherEnd } from '../facts/best-fact.ts'
import { sentenceOfFact } from '../facts/evidence.ts'
import { type Expected, saidIn } from '../facts/expected.ts'
import type { KnownFact } from '../facts/fact-index.ts'
import { type FactQuestion, factQuestionOf, saysSomething } from '../facts/fact-question.ts'
import { factSentence, quotation, quoted } from '../facts/fact-sentence.ts'
import { valueWords } from '../facts/fact-words.ts'
import { type FoundFact, findFacts } from '../facts/find-facts.ts'
import { ofEdgeAsked, ofYearAsked } from '../facts/of-time-asked.ts'
import { quoteSentence } from '../facts/quote-sentence.ts'
import { tell } from '../facts/tell-fact.ts'
import { mainTargets, type Scope } from '../scope.ts'
import { factsAcross } from './facts-across.ts'
import { sumOfAlike } from './facts-together.ts'
import { factsWhether } from './facts-whether.ts'
import { asksWhether } from './whether.ts'

const asksBoth = /\b(vem|vilk\w+|who|which|what)\b.*\b(och|and)\b.*\b(nar|when|datum|date|vilken dag|vilket ar|what year|which year)\b/
const whenAnd = /\b(nar|when|vilket datum|what date)\b.*\b(och|and)\b.*\b(av vem|by whom|vem|who)\b/

/** `när beslutades den och av vem`: a question for the day and one for the body. */
const whenAndWho = (scope: Scope, question: FactQuestion): readonly FactQuestion[] => {
  const said = saidIn(scope.frame)
  if (question.expected === 'body' && (whenAnd.test(said) || asksBoth.test(said))) return [{ ...question, expected: 'date' }, question]
  return question.expected === 'date' && asksBoth.test(said) ? [{ ...question, expected: 'body' }, question] : [question]
}

/** `stegförflyttning respektive livskvalitet`: one question for each of the paired words. */
const paired = (scope: Scope, question: FactQuestion): readonly FactQuestion[] => {
  const { frame } = scope
  const joints = frame.words.flatMap(({ token }, at) =>
    at >= frame.clause.from && at < frame.clause.to && /^(respektive|resp|och|and)$/.test(token.folded) ? [at] : [],
  )
  for (const joint of joints) {
    const left = question.words.find(word => word.at === joint - 1)
    const right = question.words.find(word => word.at === joint + 1)
    if (left && right)
      return [
        { ...question, words: question.words.filter(word => word !== right) },
        { ...question, words: question.words.filter(word => word !== left) },
      ]
  }
  return [question]
}

const severalFit = (scope: Scope, association: string, fitting: readonly KnownFact[]): Draft => {
  const head = scope.language === 'sv' ? 'Flera uppgifter passar. Vilken menas?' : 'Several statements fit. Which is meant?'
  const told = fitting.map(fact => tell(scope, fact))
  return asksBack(
    'fact',
    `${head} ${fitting.map(fact => factSentence(scope, association, fact)).join(' ')}`,
    told.flatMap(({ figures }) => figures),
    { facts: told.flatMap(({ facts: named }) => named) },
  )
}

/** One thing said in several ways, a vision or a purpose: all of them are told. */
const allSaid = (scope: Scope, association: string, ways: readonly KnownFact[]): Draft =>
  answered('fact', ways.map(fact => factSentence(scope, association, fact)).join(' '), [], {
    facts: ways.flatMap(fact => tell(scope, fact).facts),
    confidence: 0.75,
  })

/** What stands in the document is a goal, a limit or an application, and the question asks for something else. */
const meantOtherwise = (scope: Scope, association: string, fact: KnownFact): Draft => {
  const told = tell(scope, fact)
  const head =
    scope.language === 'sv'
      ? 'Det framgår inte av dokumenten. Närmast finns en annan uppgift:'
      : 'The documents do not tell. The nearest is another statement:'
  return refused('fact', 'not-in-documents', `${head} ${factSentence(scope, association, fact)}`, { inputs: told.figures, confidence: 0.6 })
}

const oneEnd = /\b(borja\w*|start\w*|slut\w*|upphor\w*|avslut\w*|begin\w*|began|ends?|ended|finish\w*)\b/

/** From when to when, in the words of the sentence. */
const span = (scope: Scope, association: string, ends: readonly KnownFact[]): Draft => {
  const inOrder = ends.toSorted((one, other) => String(one.value).localeCompare(String(other.value)))
  const [first] = inOrder
  const words = inOrder.map(fact => valueWords(fact, scope.language)).join('–')
  const sentence = first
    ? `${words} (${associationWords(scope.library, association)}): ${quoted(quotation(sentenceOfFact(first)), scope.language)}`
    : words
  return answered('fact', sentence, [], { facts: inOrder.flatMap(fact => tell(scope, fact).facts), confidence: 0.75 })
}

const isSeveral = /(?:er|erna|ar|arna)$/

/** All who hold an office that several hold: `Revisorer`. */
const holdersWith = ({ fact }: FoundFact, found: readonly FoundFact[]): readonly KnownFact[] =>
  fact.attribute === 'namn' && isSeveral.test(fact.subject)
    ? found
        .map(one => one.fact)
        .filter(
          (one, at, all) =>
            one.attribute === 'namn' && one.subject === fact.subject && all.findIndex(other => other.value === one.value) === at,
        )
    : []

const mostReadings = 4

const one = (scope: Scope, association: string, question: FactQuestion): Draft | undefined => {
  const { found: all, otherwise } = findFacts(scope, association, question)
  const found = all.filter(one => ofYearAsked(scope, one) && ofEdgeAsked(scope, one.fact))
  const summed = sumOfAlike(scope, association, question, found)
  if (summed) return summed
  const { best, rivals } = bestFact(found)
  if (!best) {
    const [nearest] = otherwise
    return nearest && nearest.score >= 0.75 && ofYearAsked(scope, nearest) ? meantOtherwise(scope, association, nearest.fact) : undefined
  }
  const other = oneEnd.test(saidIn(scope.frame)) ? undefined : otherEnd(best, found)
  if (other) return span(scope, association, [best.fact, other])
  const same = rivals.filter(
    ({ fact }) => typeof fact.value === 'string' && fact.subject === best.fact.subject && fact.attribute === best.fact.attribute,
  )
  const holders = question.expected === 'name' ? holdersWith(best, found) : []
  if (holders.length > 1) return allSaid(scope, association, holders)
  if (rivals.length > 0 && same.length === rivals.length)
    return allSaid(
      scope,
      association,
      [best, ...same].map(({ fact }) => fact),
    )
  if (rivals.length > 0)
    return severalFit(
      scope,
      association,
      [best, ...rivals].slice(0, mostReadings).map(({ fact }) => fact),
    )
  const told = tell(scope, best.fact)
  return answered(isNamed(question, told.figures) ? 'fact-named' : 'fact', factSentence(scope, association, best.fact), told.figures, {
    facts: told.facts,
    confidence: Math.min(0.9, best.score),
  })
}

const byName: ReadonlySet<Expected> = new Set(['name', 'body', 'place', 'former-name'])

/** A person, a body or a place was asked for and is told: nothing of the question is left to be worked out. */
const isNamed = ({ expected }: FactQuestion, figures: readonly unknown[]): boolean => byName.has(expected) && figures.length === 0

const joined = (drafts: readonly Draft[]): Draft | undefined => {
  const [first] = drafts
  if (!first || drafts.length === 1) return first
  if (drafts.some(draft => draft.status !== 'answered')) return drafts.find(draft => draft.status !== 'answered')
  return answered(
    'fact',
    [...new Set(drafts.map(({ sentence }) => sentence))].join(' '),
    drafts.flatMap(({ figures }) => figures),
    {
      facts: drafts.flatMap(({ facts: named }) => named ?? []),
      confidence: Math.min(...drafts.map(({ confidence }) => confidence)),
    },
  )
}

const byFacts = (scope: Scope, association: string, question: FactQuestion): Draft | undefined => {
  const asked = whenAndWho(scope, question)
  const parts = asked.length > 1 ? asked : paired(scope, question)
  const drafts = parts.flatMap(part => one(scope, association, part) ?? [])
  return drafts.length < parts.length ? one(scope, association, question) : joined(drafts)
}

/** `Har ni egna anställda, och var är kansliet anställt?` */
const asksMore = /\b(och|and)\b.*\b(var|vem|nar|hur|vilk\w+|where|who|when|how|which)\b/

/** What the statements of an association say; a question for yes or no is left to the sentence itself where none of them decides it. */
const told = (scope: Scope, association: string, question: FactQuestion): Draft | undefined => {
  const decided = factsWhether(scope, association, question)
  const rest = decided && asksMore.test(saidIn(scope.frame)) ? byFacts(scope, association, { ...question, expected: 'body' }) : undefined
  if (decided) return rest?.status === 'answered' ? joined([decided, rest]) : decided
  return asksWhether(scope) && question.expected === 'any' ? quoteSentence(scope, question) : byFacts(scope, association, question)
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
