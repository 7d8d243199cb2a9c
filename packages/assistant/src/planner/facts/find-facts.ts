import { topicOf } from '../../lexicon/lexicon.ts'
import { fold } from '../../words/fold.ts'
import { tokenize } from '../../words/tokenize.ts'
import type { Scope } from '../scope.ts'
import { hasAny, isInherited, isNamed, isOwn, type Likeness, levelOf, likenessIn } from './cover.ts'
import { type Evidence, isFragment } from './evidence.ts'
import type { Expected } from './expected.ts'
import { factIndexOf, type KnownFact } from './fact-index.ts'
import type { FactQuestion } from './fact-question.ts'
import { answersMood, isMeasured } from './mood.ts'
import { isFunctionWord, isWeakWord } from './vocabulary.ts'

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

const isRange = (value: KnownFact['value']): value is { from: number; to: number } => typeof value === 'object' && !Array.isArray(value)
const isNumeric = ({ value }: KnownFact): boolean => typeof value === 'number' || isRange(value)
const heavy = 0.8
const organisation = /(forbund|kommun|region|stad\b|\bab\b|forening|universitet|verket|kassan|formedlingen|fonden|namnd|forvaltning)/
const looksLikePerson = (value: KnownFact['value']): boolean =>
  typeof value === 'string' && /^\p{Lu}[\p{L}-]+ \p{Lu}/u.test(value) && !organisation.test(fold(value))

const countUnits = new Set(['persons', 'participants', 'count', 'meetings', 'contacts', 'kommuner'])
/** Units of what no `hur mycket` asks for. */
const notAmounts = new Set(['year', 'month', 'date', 'years', 'months'])
const bodyAttribute =
  /^(drivs|agare|ags|projektagare|beslutad av|arbetsgivare|anstalld|medfinansieras|finansieras|koper|upphandlat|kostnad delas|forbundet koper|systemagare|administreras|utfors|genomfors|uppgar|foregangare)/
const dateUnits: ReadonlySet<string> = new Set(['date', 'year', 'month', 'season', 'years'])

const suitsExpected = (fact: KnownFact, expected: Expected): boolean => {
  const { value, unit, kind, attribute } = fact
  switch (expected) {
    case 'percent':
      return unit === 'percent'
    case 'range':
      return unit === 'years' && isNumeric(fact)
    case 'fte':
      return kind === 'staffing' && (unit === 'fte' || unit === 'percent' || unit === 'persons')
    case 'count':
      return isNumeric(fact) && unit !== undefined && (countUnits.has(unit) || unit.startsWith('times'))
    case 'name':
      return (
        typeof value === 'string' &&
        (looksLikePerson(value) || /^(namn|person|ordf|chef)/.test(fold(attribute))) &&
        !(fold(attribute) === 'namn' && fold(fact.subject) === fold(value))
      )
    case 'body':
      return (typeof value === 'string' || Array.isArray(value)) && bodyAttribute.test(fold(attribute))
    case 'frequency':
      return unit?.startsWith('times') === true || fold(attribute) === 'hur ofta'
    case 'why':
      return fold(attribute) === 'orsak'
    case 'duration':
      return ((unit === 'years' || unit === 'months') && isNumeric(fact) && kind !== 'target-group') || fold(attribute) === 'avslutas'
    case 'money':
      return isNumeric(fact) && (unit === 'kr' || unit === 'tkr' || unit === 'mnkr')
    case 'number':
      return isNumeric(fact) && !(unit !== undefined && (countUnits.has(unit) || notAmounts.has(unit) || unit.startsWith('times')))
    case 'law':
      return kind === 'legal' && typeof value === 'string'
    case 'degree':
      return kind === 'staffing' && (unit === 'fte' || unit === 'percent')
    case 'place':
      return typeof value === 'string' && /^(arbetsgivare|postadress|anstalld|kontor)/.test(fold(attribute))
    case 'list':
      return Array.isArray(value)
    case 'text':
      return typeof value === 'string' || Array.isArray(value)
    case 'date':
      return (
        (kind === 'date' && (typeof value !== 'string' || /\d{4}/.test(value))) ||
        (unit !== undefined && dateUnits.has(unit) && kind === 'date')
      )
    default:
      return kind !== 'date' && typeof value !== 'boolean' && unit !== 'count' && !/^(orsak|uppges|namns)$/.test(fold(attribute))
  }
}

const tellsChange = ({ attribute }: KnownFact): boolean => /(minskning|okning|sankning|hojning|forandring)/.test(fold(attribute))

/** What is counted, by the end of its word: `styrelsemöten`. */
const countedThings: readonly (readonly [RegExp, ...string[]])[] = [
  [/(moten|mote|meetings?|sammantraden)$/, 'meetings', 'times_per_year', 'count'],
  [/(kontakter|contacts)$/, 'contacts'],
  [
    /(deltagare|deltagarna|participants?|personer|people|individer|elever|pupils|students|arbetssokande|inskrivna|registered|enrolled)$/,
    'participants',
    'persons',
    'count',
  ],
  [/(ledamoter|ersattare|anstallda|members|deputies|employees|ledamot)$/, 'persons', 'count', 'fte'],
]

/** The number must be of the thing that is counted: its word stands with the value, or its unit is of that kind. */
const countsAsked = (question: FactQuestion, likeness: ReadonlyMap<unknown, Likeness>, evidence: Evidence): boolean => {
  const { counted } = question
  if (!counted || question.expected !== 'count' || topicShare(evidence.fact, counted.topics) >= 0.7) return true
  const units = countedThings.find(([ending]) => ending.test(fold(counted.text)))?.slice(1) as readonly string[] | undefined
  const { unit } = evidence.fact
  if (units && unit !== undefined && !units.includes(unit)) return false
  const near = likeness.get(counted) ?? new Map()
  return (
    isOwn(near, evidence) ||
    isInherited(near, evidence) ||
    isNamed(near, evidence) ||
    (units !== undefined && unit !== 'count') ||
    counted.weight < heavy
  )
}

/** Where a name alone says too little of which number is asked for. */
const nameless: ReadonlySet<Expected> = new Set(['any', 'number', 'money', 'percent'])

/** What a number is of stands with it: one of the question's own words is in its part of the sentence or its label. */
const isFocused = (question: FactQuestion, likeness: ReadonlyMap<unknown, Likeness>, evidence: Evidence): boolean => {
  const telling = question.words.filter(({ weight, topics }) => weight === 1 && topics.length === 0)
  if (!isNumeric(evidence.fact) && !Array.isArray(evidence.fact.value)) return true
  if (telling.length === 0) return question.topics.length > 0 || !nameless.has(question.expected)
  if (evidence.pointsBack || question.numbers.length > 0) return true
  return telling.some(word => {
    const near = likeness.get(word) ?? new Map()
    return isOwn(near, evidence) || isNamed(near, evidence)
  })
}

/** Where what is asked for is the label itself. */
const selfTelling: ReadonlySet<Expected> = new Set(['range', 'frequency', 'why', 'list', 'text', 'law'])

/** A label of the reader's that the question speaks of is surer than words around it; what stands further from the value is less sure. */
const closeness = (question: FactQuestion, likeness: ReadonlyMap<unknown, Likeness>, evidence: Evidence): number => {
  const near = (word: FactQuestion['words'][number]): Likeness => likeness.get(word) ?? new Map()
  const labelled = question.words.some(word => word.weight >= heavy && hasAny(near(word), evidence.labelled))
  const named = question.words.some(word => isNamed(near(word), evidence))
  if (
    evidence.labelled.size > 0 &&
    !labelled &&
    !named &&
    !selfTelling.has(question.expected) &&
    topicShare(evidence.fact, question.topics) < 0.7
  )
    return -0.3
  const telling =
    isNumeric(evidence.fact) || evidence.fact.kind === 'date'
      ? question.words.filter(({ weight, topics }) => weight === 1 && topics.length === 0)
      : []
  const isFar = (word: FactQuestion['words'][number]): boolean =>
    !isOwn(near(word), evidence) && !(labelled && isNamed(near(word), evidence)) && !hasAny(near(word), evidence.labelled)
  const far = evidence.pointsBack ? 0 : telling.filter(isFar).length
  const { counted } = question
  const apart = counted !== undefined && counted.weight === 1 && !labelled && !hasAny(near(counted), evidence.next) ? 0.12 : 0
  return (labelled ? 0.1 : 0) - (labelled ? 0.3 * far : Math.min(0.3, 0.15 * far)) - (evidence.remembered ? 0.2 : 0) - apart
}

/** How much a fact is of the topics that a question names: by its kind, or by the words of its subject and attribute. */
const topicShare = (fact: KnownFact, topics: readonly string[]): number => {
  const about = fold(`${fact.subject} ${fact.attribute}`)
  const attribute = fold(fact.attribute)
  const scores = topics.flatMap(id => {
    const topic = topicOf(id)
    if (!topic || topic.facts.length === 0) return []
    if (topic.unit === 'persons' && fact.unit !== undefined && !['persons', 'count'].includes(fact.unit)) return [0]
    if (topic.facts.some(word => attribute.startsWith(word) || fold(fact.subject).startsWith(word))) return [1]
    if (id === 'employees' && fact.kind === 'staffing') return [0.7]
    return [topic.facts.some(word => about.includes(` ${word}`)) ? 0.7 : topic.kinds.includes(fact.kind) ? 0.4 : 0]
  })
  return scores.length === 0 ? 0 : Math.max(...scores)
}

/** Words of a short attribute that the question does not ask for: `ledamöter per medlem` to `hur många ledamöter`. */
const unasked = (question: FactQuestion, attribute: string): number => {
  const words = tokenize(attribute).filter(token => token.kind === 'word')
  const asked = new Set(question.words.flatMap(word => word.stems))
  return words.length > 4 ? 1 : words.filter(token => !asked.has(token.stem)).length
}

/** Subjects that a question about the association itself has, though it does not name them. */
const ownSubject =
  /^(styrelse|malgrupp|kansli|tilldelning|finansiering|eget kapital|verksamhetsplan|arsredovisning|delarsrapport|varje medlem|samordningsforbund i lanet)/

/** Words of a fact's subject that the question does not hold: what it says is then of something more particular. */
const otherSubject = (scope: Scope, association: string, question: FactQuestion): ((fact: KnownFact) => number) => {
  const own = scope.library.association(association)
  const names = new Set(tokenize(own ? `${own.name} ${own.shortName}` : '').map(({ stem }) => stem))
  const asked = new Set(question.words.flatMap(({ stems }) => stems))
  return ({ subject }) => {
    if (ownSubject.test(fold(subject))) return 0
    const extra = tokenize(subject).filter(
      ({ kind, stem, folded }) =>
        kind === 'word' && folded.length > 2 && !names.has(stem) && !asked.has(stem) && !isFunctionWord(folded) && !isWeakWord(folded),
    )
    return Math.min(0.24, 0.08 * extra.length)
  }
}

/** A bar within a sentence parts cells of a table; at its start it is a scanned `I`. */
const pipeWithin = /[^\s.!?]\s*\|/

/** When an association began or ended is told of itself, not of what began or ended in it. */
const lifeTopics: ReadonlySet<string> = new Set(['formed', 'closed'])

/** Small preferences between facts that hold the same words: labelled ones, the association itself, printed before derived. */
const preference = (scope: Scope, association: string, question: FactQuestion): ((fact: KnownFact) => number) => {
  const others = scope.library.associations.filter(({ id }) => id !== association).map(({ name }) => fold(name))
  const other = otherSubject(scope, association, question)
  const own = scope.library.association(association)
  const names = own ? [own.name, own.shortName, `förbundet ${own.shortName}`].map(fold) : []
  const ofItself = question.words.every(({ weight, topics }) => weight < heavy || topics.length > 0)
  return fact => {
    const itself = ofItself && names.includes(fold(fact.subject)) && !isFragment(fact) ? 0.12 : 0
    const unlike = ofItself && question.topics.some(topic => lifeTopics.has(topic)) && !names.includes(fold(fact.subject)) ? 0.6 : 0
    const ofOther = others.includes(fold(fact.subject)) && !question.words.some(word => word.weight > 1) ? 0.15 : 0
    const derived = fact.qualifier === 'derived' ? 0.06 : 0
    const wordy = typeof fact.value === 'string' && fact.value.length > 60 ? 0.15 : 0
    const othersPost =
      question.expected === 'name' &&
      !isFragment(fact) &&
      !/^(namn|person)/.test(fold(fact.attribute)) &&
      unasked(question, fact.attribute) > 0
        ? 0.15
        : 0
    const tabular = pipeWithin.test(fact.context) ? 0.5 : 0
    const topic = topicShare(fact, question.topics) * (isFragment(fact) ? 0.05 : 0.12)
    return (
      topic +
      itself -
      unlike -
      other(fact) -
      ofOther -
      derived -
      tabular -
      wordy -
      othersPost -
      Math.min(0.06, 0.02 * unasked(question, fact.attribute))
    )
  }
}

const leastLevel = 0.3

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
    if (word.weight >= heavy && level < leastLevel) complete = false
  }
  if (total === 0 || question.expected === 'law')
    return { share: Math.max(ofTopic, question.expected === 'law' ? 0.9 : 0), complete: question.expected === 'law' || ofTopic >= 0.7 }
  const light = question.words.every(({ weight }) => weight < heavy)
  return {
    share: light ? Math.max(held / total, ofTopic) : held / total,
    complete: complete && (!light || ofTopic >= 0.7 || held / total >= 0.5),
  }
}

/** What is asked as a goal and told in words is told as one. */
const tellsGoal = (question: FactQuestion, { fact, leadIn }: Evidence): boolean =>
  !question.topics.includes('goal') ||
  fact.kind.startsWith('target') ||
  (isNumeric(fact) && isMeasured(fact)) ||
  /\bmal(et|en)?\b/.test(fold(`${fact.attribute} ${leadIn}`))

/** Facts of an association that a question's words lead to, the best first. */
export const findFacts = (scope: Scope, association: string, question: FactQuestion): FoundFacts => {
  const index = factIndexOf(scope.context, association)
  const suiting = index.evidence.filter(({ fact }) => suitsExpected(fact, question.expected) && !(question.level && tellsChange(fact)))
  if (suiting.length === 0) return { found: [], otherwise: [] }
  const likeness = new Map(question.words.map(word => [word, likenessIn(index, word)] as const))
  const preferred = preference(scope, association, question)
  const ranked = suiting
    .flatMap(evidence => {
      if (!countsAsked(question, likeness, evidence) || !isFocused(question, likeness, evidence)) return []
      const { share, complete } = coveredBy(question, likeness, evidence)
      if (!complete || share < leastLevel) return []
      return [
        {
          evidence,
          fact: evidence.fact,
          before: evidence.before,
          score: share + preferred(evidence.fact) + closeness(question, likeness, evidence),
        },
      ]
    })
    .toSorted((one, other) => other.score - one.score)
  const meant = ranked.filter(({ evidence }) => answersMood(question.mood, evidence.fact, evidence.leadIn) && tellsGoal(question, evidence))
  const whole = question.topics.includes('employees')
    ? meant.filter(({ fact }) => /^(egna |antal )?anstallda/.test(fold(fact.attribute)))
    : []
  if (whole.length > 0) return { found: whole, otherwise: [] }
  return { found: meant, otherwise: ranked.filter(one => !meant.includes(one)) }
}
