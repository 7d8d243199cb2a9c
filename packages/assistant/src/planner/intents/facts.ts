import type { Citation } from '../../answer/answer.ts'
import { amountWords, associationWords } from '../../answer/wording.ts'
import { fold } from '../../words/fold.ts'
import { answered, asksBack, type Draft, type DraftFact, type DraftFigure } from '../draft.ts'
import type { KnownFact } from '../facts/fact-index.ts'
import { type FactQuestion, factQuestionOf } from '../facts/fact-question.ts'
import { factLabel, valueWords } from '../facts/fact-words.ts'
import { type FoundFact, findFacts } from '../facts/find-facts.ts'
import { hasCue } from '../frame.ts'
import { factQuery, mainTargets, run, type Scope } from '../scope.ts'

const leastScore = 0.5
/** A fact that accounts for less still answers where no other comes near. */
const lowScore = 0.4
const clearLead = 0.12
const margin = 0.04

export const citationOf = (fact: KnownFact): Citation => ({
  document: fact.document,
  ...(fact.source.page ? { page: fact.source.page } : {}),
  line: fact.source.line,
  text: fact.source.text,
})

const sameValue = (one: KnownFact, other: KnownFact): boolean =>
  JSON.stringify(one.value) === JSON.stringify(other.value) && one.unit === other.unit

interface Told {
  readonly fact: KnownFact
  readonly figures: readonly DraftFigure[]
  readonly facts: readonly DraftFact[]
}

/** A fact as figures where it is a number, else as a fact with its words. */
export const tell = (scope: Scope, fact: KnownFact): Told => {
  const label = factLabel(fact)
  const named: DraftFact = { label, value: valueWords(fact, scope.language), sources: [citationOf(fact)] }
  if (typeof fact.value === 'number') {
    const calculation = run(scope, factQuery(fact))
    return { fact, figures: calculation ? [{ calculation, label }] : [], facts: calculation ? [] : [named] }
  }
  if (typeof fact.value === 'object' && !Array.isArray(fact.value)) {
    const bounds = (['low', 'high'] as const).flatMap(bound => {
      const calculation = run(scope, factQuery(fact, bound))
      return calculation ? [{ calculation, label: `${label}, ${bound === 'low' ? 'från' : 'till'}` }] : []
    })
    return { fact, figures: bounds, facts: [named] }
  }
  return { fact, figures: [], facts: [named] }
}

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

/** The fact that answers, undefined where none does or rivals come as near. */
export const bestFact = (found: readonly FoundFact[]): { readonly best?: FoundFact; readonly rivals: readonly FoundFact[] } => {
  const [best] = found
  const second = found.find(other => best && !sameValue(other.fact, best.fact))
  const clear = best && best.score >= lowScore && best.score - (second?.score ?? 0) >= clearLead
  if (!best || (best.score < leastScore && !clear)) return { rivals: [] }
  const rivals = found.filter(other => !sameValue(other.fact, best.fact) && other.score > best.score - margin)
  return { best, rivals }
}

/** A year that the question names must be the fact's document's own, or stand in the fact. */
const ofYearAsked = ({ frame, library }: Scope, fact: KnownFact): boolean => {
  const years = frame.points.flatMap(point => (point.time && point.tokens.length > 0 ? [point.time.year] : []))
  if (years.length === 0) return true
  const own = library.document(fact.document)?.fiscalYear
  const text = `${fact.printed} ${fact.context} ${String(fact.value)} ${fact.period ? JSON.stringify(fact.period) : ''}`
  return years.some(year => year === own || text.includes(String(year)))
}

const together = /\b(sammanlagt|tillsammans|totalt|ihop|in total|together|combined|altogether|sammantaget|i samtliga|alla)\b/i

/** A statement that the document makes twice counts once. */
const distinctFacts = (found: readonly FoundFact[]): readonly FoundFact[] =>
  found.filter(
    ({ fact }, at) =>
      found.findIndex(
        other => other.fact.subject === fact.subject && other.fact.attribute === fact.attribute && sameValue(other.fact, fact),
      ) === at,
  )

/** The same statement of several subjects added up: the employment officers of all teams, the posts of one team. */
const sumOfAlike = (scope: Scope, association: string, best: FoundFact, found: readonly FoundFact[]): Draft | undefined => {
  if (!together.test(fold(scope.text)) || typeof best.fact.value !== 'number') return undefined
  const { language, library } = scope
  const attribute = best.fact.attribute.split(',')[0] ?? ''
  const alike = distinctFacts(found).filter(
    ({ fact, score }) => fact.attribute.split(',')[0] === attribute && fact.unit === best.fact.unit && score > best.score - 0.2,
  )
  const subjects = new Set(alike.map(({ fact }) => fact.subject))
  const staff = library.facts.filter(
    fact =>
      fact.association === association &&
      fact.kind === 'staffing' &&
      fact.subject === best.fact.subject &&
      fact.unit === best.fact.unit &&
      !/varav|tillsammans/.test(fact.attribute),
  )
  const chosen =
    subjects.size > 1 && alike.length === subjects.size
      ? alike.map(({ fact }) => fact)
      : best.fact.kind === 'staffing' && best.fact.unit === 'fte'
        ? staff
        : []
  if (chosen.length < 2) return undefined
  const calculation = run(scope, { op: 'sum', of: chosen.map(fact => factQuery(fact)) })
  if (!calculation) return undefined
  const list = chosen.map(fact => `${fact.subject}, ${fact.attribute}: ${valueWords(fact, language)}`).join('; ')
  return answered(
    'fact',
    `${language === 'sv' ? 'Tillsammans' : 'Together'} ${amountWords(calculation, language)} (${associationWords(library, association)}): ${list}.`,
    [{ calculation }],
    {
      facts: chosen.map(fact => ({ label: factLabel(fact), value: valueWords(fact, language), sources: [citationOf(fact)] })),
      confidence: Math.min(0.85, best.score),
    },
  )
}

const one = (scope: Scope, association: string, question: FactQuestion): Draft | undefined => {
  const found = findFacts(scope, association, question)
  const { best, rivals } = bestFact(found)
  if (!best) return undefined
  if (!ofYearAsked(scope, best.fact)) return undefined
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

const upperBound = (fact: KnownFact): number =>
  typeof fact.value === 'number' ? fact.value : typeof fact.value === 'object' && !Array.isArray(fact.value) ? fact.value.to : Number.NaN
const lowerBound = (fact: KnownFact): number =>
  typeof fact.value === 'object' && !Array.isArray(fact.value) ? fact.value.from : upperBound(fact)

/** The same fact of several associations side by side, the highest or lowest picked where that is asked. */
const across = (scope: Scope, question: FactQuestion): Draft | undefined => {
  const rows = scope.associations.flatMap(association => {
    const [best] = findFacts(scope, association, question)
    return best && best.score >= leastScore - 0.1 ? [{ association, fact: best.fact }] : []
  })
  if (rows.length < 2) return undefined
  const { language, library } = scope
  const list = rows.map(({ association, fact }) => `${associationWords(library, association)} ${valueWords(fact, language)}`).join('; ')
  const highest = hasCue(scope.frame, 'highest')
  if (!highest && !hasCue(scope.frame, 'lowest')) {
    const [first] = rows
    const told = rows.map(
      ({ association, fact }): DraftFact => ({
        label: `${associationWords(library, association)}: ${factLabel(fact)}`,
        value: valueWords(fact, language),
        sources: [citationOf(fact)],
      }),
    )
    return answered('facts-across', `${first ? factLabel(first.fact) : ''}: ${list}.`, [], { facts: told, confidence: 0.8 })
  }
  const lower = /\b(undre|nedre|lagsta grans|lower)\b/i.test(fold(scope.text))
  const bound = lower ? lowerBound : upperBound
  const numeric = rows.filter(({ fact }) => !Number.isNaN(bound(fact)))
  const [first] = numeric.toSorted((one, other) => (highest ? bound(other.fact) - bound(one.fact) : bound(one.fact) - bound(other.fact)))
  if (!first) return undefined
  const range = typeof first.fact.value === 'object'
  const calculation = run(scope, factQuery(first.fact, range ? (lower ? 'low' : 'high') : undefined))
  if (!calculation) return undefined
  const word = highest ? (language === 'sv' ? 'Högst' : 'Highest') : language === 'sv' ? 'Lägst' : 'Lowest'
  return answered(
    'facts-across',
    `${word}: ${associationWords(library, first.association)}, ${valueWords(first.fact, language)}. ${list}.`,
    [{ calculation }],
    {
      facts: rows.flatMap(({ fact }) => tell(scope, fact).facts),
      confidence: 0.8,
    },
  )
}

/** A question that the prose answers: who, how many, when, which age, which goal. */
export const facts = (scope: Scope): Draft | undefined => {
  const question = factQuestionOf(scope)
  if (question.words.length === 0 || scope.associations.length === 0) return undefined
  const amount = question.expected === 'money' || question.expected === 'number'
  const strict = question.topics.length === 0 && (amount || (question.expected === 'any' && mainTargets(scope.frame).length > 0))
  if (scope.associations.length > 1) return scope.open ? undefined : across(scope, question)
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
