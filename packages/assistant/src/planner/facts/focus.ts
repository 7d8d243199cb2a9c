import { fold } from '../../words/fold.ts'
import { hasAny, isInherited, isNamed, isOwn, isOwnInParts, type Likeness } from './cover.ts'
import type { Evidence } from './evidence.ts'
import type { Expected } from './expected.ts'
import { type FactQuestion, heavy } from './fact-question.ts'
import { isNumeric } from './suits-expected.ts'
import { topicShare } from './topic-share.ts'
import { tellsOfPeople } from './vocabulary.ts'

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

/** What documents count by its own word, light as it is elsewhere. */
const isThing = /^(samordnings)?forbund(en|et)?$|^(insatser|projekt|verksamheter|associations|initiatives|projects)$/

/** The number must be of the thing that is counted: its word stands with the value, or its unit is of that kind. */
export const countsAsked = (question: FactQuestion, likeness: ReadonlyMap<unknown, Likeness>, evidence: Evidence): boolean => {
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
    (counted.weight < heavy && !isThing.test(fold(counted.text)))
  )
}

/** `av totalt 305 tillfrågade 273`: the number of the whole is not that of the part. */
export const isPart = (question: FactQuestion, likeness: ReadonlyMap<unknown, Likeness>, { next }: Evidence): boolean =>
  question.words.every(word => word.ofWhole !== true || !hasAny(likeness.get(word) ?? new Map(), next))

/** Where a name alone says too little of which number is asked for. */
const nameless: ReadonlySet<Expected> = new Set(['any', 'number', 'money', 'percent'])

/** What a number is of stands with it: one of the question's own words is in its part of the sentence or its label. */
export const isFocused = (question: FactQuestion, likeness: ReadonlyMap<unknown, Likeness>, evidence: Evidence): boolean => {
  const telling = question.words.filter(({ weight, topics }) => weight === 1 && topics.length === 0)
  if (!isNumeric(evidence.fact) && !Array.isArray(evidence.fact.value)) return true
  if (telling.length === 0) return question.topics.length > 0 || !nameless.has(question.expected)
  if (evidence.pointsBack || question.numbers.length > 0) return true
  return telling.some(word => {
    const near = likeness.get(word) ?? new Map()
    return isOwn(near, evidence) || isNamed(near, evidence) || isOwnInParts(word, evidence)
  })
}

/** Where what is asked for is the label itself. */
const selfTelling: ReadonlySet<Expected> = new Set(['range', 'frequency', 'why', 'list', 'text', 'law', 'reached'])

/** `Stegförflyttning`, `arbete`: how it went for people; `studien` is an inquiry. */
const ofState = ({ stems, text }: FactQuestion['words'][number]): boolean => tellsOfPeople(stems) && !/^(study|\w*studien?s?)$/i.test(text)
/** `Arbetssökande` to `arbete`. */
const opensOwn = ({ stems }: FactQuestion['words'][number], { own }: Evidence): boolean =>
  [...own].some(known => stems.some(stem => stem.length >= 4 && known.startsWith(stem)))
const saysState = (words: FactQuestion['words']): boolean => words.some(ofState)

/** A label of the reader's that the question speaks of is surer than words around it; what stands further from the value is less sure. */
export const closeness = (question: FactQuestion, likeness: ReadonlyMap<unknown, Likeness>, evidence: Evidence): number => {
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
  const elsewhere =
    isNumeric(evidence.fact) && saysState(telling) && !telling.some(word => ofState(word) && (!isFar(word) || opensOwn(word, evidence)))
      ? 0.2
      : 0
  return (labelled ? 0.1 : 0) - elsewhere - (labelled ? 0.3 * far : Math.min(0.3, 0.15 * far)) - (evidence.remembered ? 0.5 : 0) - apart
}
