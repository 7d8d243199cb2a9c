import { topicOf } from '../../lexicon/lexicon.ts'
import { fold } from '../../words/fold.ts'
import { tokenize } from '../../words/tokenize.ts'
import type { Scope } from '../scope.ts'
import { type FactIndex, factIndexOf, type IndexedFact, type KnownFact } from './fact-index.ts'
import type { AskedWord, Expected, FactQuestion } from './fact-question.ts'

export interface FoundFact {
  readonly fact: KnownFact
  /** 0–1: how much of the question the fact accounts for. */
  readonly score: number
}

const isRange = (value: KnownFact['value']): value is { from: number; to: number } => typeof value === 'object' && !Array.isArray(value)
const looksLikeName = (value: KnownFact['value']): boolean => typeof value === 'string' && /^\p{Lu}[\p{L}-]+ \p{Lu}/u.test(value)

const countUnits = new Set(['persons', 'participants', 'count', 'meetings', 'contacts', 'fte', 'kommuner'])

/** Units of what no `hur mycket` asks for. */
const notAmounts = new Set(['year', 'month', 'date'])

const suitsExpected = ({ value, unit, kind, attribute }: KnownFact, expected: Expected): boolean => {
  switch (expected) {
    case 'percent':
      return unit === 'percent'
    case 'range':
      return unit === 'years' && (isRange(value) || typeof value === 'number')
    case 'fte':
      return unit === 'fte' || unit === 'percent' || unit === 'persons'
    case 'count':
      return (typeof value === 'number' || isRange(value)) && unit !== undefined && (countUnits.has(unit) || unit.startsWith('times'))
    case 'name':
      return (
        typeof value === 'string' && (looksLikeName(value) || /^(namn|person|ordf|projektagare|drivs|agare|chef)/.test(fold(attribute)))
      )
    case 'money':
      return (typeof value === 'number' || isRange(value)) && (unit === 'kr' || unit === 'tkr' || unit === 'mnkr')
    case 'number':
      return (typeof value === 'number' || isRange(value)) && !(unit !== undefined && (countUnits.has(unit) || notAmounts.has(unit)))
    case 'list':
      return Array.isArray(value)
    case 'text':
      return typeof value === 'string' || Array.isArray(value)
    case 'date':
      return (
        (kind === 'date' && (typeof value !== 'string' || /\d{4}/.test(value))) || unit === 'date' || unit === 'year' || unit === 'month'
      )
    default:
      return true
  }
}

const sharedPrefix = 6
const prefixAlike = (one: string, other: string): boolean => {
  const length = Math.min(one.length, other.length)
  return (
    length >= sharedPrefix &&
    one.slice(0, sharedPrefix) === other.slice(0, sharedPrefix) &&
    (length >= 8 ? one.slice(0, 8) === other.slice(0, 8) : true)
  )
}

const matchOf = (word: AskedWord, indexed: IndexedFact): number => {
  let best = 0
  /** A word of the sentence counts more the nearer it stands to the value. */
  const near = (stem: string, weight: number): number => {
    const away = indexed.distance.get(stem)
    return weight >= 1 || away === undefined ? weight : weight * (0.7 + 0.3 / (1 + away / 8))
  }
  for (const asked of word.stems) {
    best = Math.max(best, near(asked, indexed.words.get(asked) ?? 0))
    if (best >= 0.8 || asked.length < sharedPrefix) continue
    for (const [known, weight] of indexed.words) if (prefixAlike(asked, known)) best = Math.max(best, near(known, weight) * 0.85)
  }
  return best
}

const rarity = (word: AskedWord, index: FactIndex): number => {
  const often = Math.max(...word.stems.map(stem => index.frequency.get(stem) ?? 0))
  return often === 0 ? 2 : 0.6 + 1 / (1 + Math.log(often))
}

/** How much a fact is of the topics that a question names: by its kind, or by the words of its subject and attribute. */
const topicBonus = (fact: KnownFact, topics: readonly string[]): number => {
  const about = fold(`${fact.subject} ${fact.attribute}`)
  return topics.reduce((sum, id) => {
    const topic = topicOf(id)
    if (!topic) return sum
    if (topic.unit === 'persons' && fact.unit !== undefined && !['persons', 'count'].includes(fact.unit)) return sum
    if (topic.facts.some(word => fold(fact.attribute).startsWith(word) || fold(fact.subject).startsWith(word))) return sum + 1
    if (topic.facts.some(word => about.includes(word))) return sum + 0.7
    return topic.kinds.includes(fact.kind) ? sum + (topic.facts.length === 0 ? 1 : 0.5) : sum
  }, 0)
}

/** What is counted, by the end of its word: `styrelsemöten`. */
const countedThings: readonly (readonly [RegExp, ...string[]])[] = [
  [/(moten|mote|meetings?)$/, 'meetings'],
  [/(kontakter|contacts)$/, 'contacts'],
  [/(deltagare|deltagarna|participants?)$/, 'participants', 'persons'],
]

/** A condition that every fact which may answer meets. */
const admits = (scope: Scope, question: FactQuestion): ((fact: KnownFact) => boolean) => {
  const said = new Set(
    [...scope.frame.amounts, ...(scope.prior?.amounts ?? [])].flatMap(({ amount }) => (amount.unit === 'percent' ? [amount.value] : [])),
  )
  const named = question.topics.flatMap(topic => topicOf(topic)?.unit ?? []).filter(unit => unit === 'meetings' || unit === 'contacts')
  const tails = question.words.flatMap(
    word => countedThings.find(([ending]) => ending.test(fold(word.text)))?.slice(1) ?? [],
  ) as readonly string[]
  const units: readonly string[] = question.expected === 'count' ? [...named, ...tails] : named
  const ofUnit = ({ unit }: KnownFact): boolean =>
    units.length === 0 || (unit !== undefined && (units.includes(unit) || unit.startsWith('times')))
  const repeats = ({ unit, value }: KnownFact): boolean => unit === 'percent' && typeof value === 'number' && said.has(value)
  return fact => suitsExpected(fact, question.expected) && ofUnit(fact) && !repeats(fact)
}

/** Words of a short attribute that the question does not ask for: `ledamöter per medlem` to `hur många ledamöter`. */
const unasked = (question: FactQuestion, attribute: string): number => {
  const words = tokenize(attribute).filter(token => token.kind === 'word')
  const asked = new Set(question.words.flatMap(word => word.stems))
  return words.length > 4 ? 0 : words.filter(token => !asked.has(token.stem)).length
}

/** Small preferences between facts that hold the same words: numbers where a level is asked, outcomes before aims, the association itself. */
const preference = (scope: Scope, association: string, question: FactQuestion): ((fact: KnownFact) => number) => {
  const aims = question.topics.some(topic => topic === 'goal' || topic === 'limit' || topic === 'ceiling')
  const own = scope.library.association(association)
  const names = own ? [fold(own.name), fold(own.shortName), `forbundet ${fold(own.shortName)}`] : []
  const asked = new Set(question.words.filter(word => !word.topical).flatMap(word => word.stems))
  /** Whether the question names the fact's subject in full. */
  const isNamed = (subject: string): boolean => {
    const words = tokenize(subject).filter(token => token.kind === 'word')
    return words.length > 0 && words.every(token => asked.has(token.stem))
  }
  const others = scope.frame.associations
    .flatMap(({ ids }) => ids)
    .filter(id => id !== association)
    .flatMap(id => scope.library.association(id)?.name ?? [])
    .map(fold)
  return fact => {
    const ofOther = others.includes(fold(fact.subject)) ? 0.1 : 0
    const numeric = question.quantity && typeof fact.value === 'number' ? 0.06 : 0
    const aim = !aims && /target|policy/.test(fact.kind) && question.expected !== 'any' ? 0.12 : 0
    const derived = fact.qualifier === 'derived' ? 0.12 : 0
    const spare = Math.min(0.06, 0.02 * unasked(question, fact.attribute))
    return ofOther + numeric - aim - derived - spare + (names.includes(fold(fact.subject)) || isNamed(fact.subject) ? 0.06 : 0)
  }
}

/** How much of the question's own words, those that only name its topic left out, a fact holds; all where there are none. */
const coveredBy = (question: FactQuestion, weights: readonly number[], indexed: IndexedFact): number => {
  let total = 0
  let held = 0
  let missesName = false
  question.words.forEach((word, at) => {
    if (word.topical || word.loose) return
    if (word.names && matchOf(word, indexed) <= 0.25) missesName = true
    total += weights[at] ?? 0
    if (matchOf(word, indexed) > 0.25) held += weights[at] ?? 0
  })
  if (missesName) return 0
  return total === 0 || question.expected === 'range' ? 1 : held / total
}
const leastCovered = 0.45

/** Facts of an association that fit a question, the best first. */
export const findFacts = (scope: Scope, association: string, question: FactQuestion): readonly FoundFact[] => {
  const index = factIndexOf(scope.library, association)
  const weights = question.words.map(word => rarity(word, index) * (word.topical ? 0.7 : 1))
  const total = weights.reduce((sum, weight) => sum + weight, 0) + question.topics.length
  if (total === 0) return []
  const leading = question.topics.find(topic => topicOf(topic)?.answers !== undefined && topic !== 'person')
  const ofTopic = leading === undefined ? [] : index.facts.filter(({ fact }) => topicBonus(fact, [leading]) >= 0.7)
  const admitted = admits(scope, question)
  const preferred = preference(scope, association, question)
  return (ofTopic.length > 0 ? ofTopic : index.facts)
    .filter(({ fact }) => admitted(fact))
    .map(indexed => {
      const bonus = topicBonus(indexed.fact, question.topics)
      const matched = question.words.reduce((sum, word, at) => {
        const match = matchOf(word, indexed)
        return sum + (weights[at] ?? 0) * (word.topical && bonus > 0 ? Math.max(match, (0.9 * bonus) / question.topics.length) : match)
      }, 0)
      return {
        fact: indexed.fact,
        score: (matched + bonus) / total + preferred(indexed.fact),
        covered: coveredBy(question, weights, indexed),
      }
    })
    .filter(({ score, covered }) => score > 0.2 && covered >= leastCovered)
    .toSorted((one, other) => other.score - one.score)
}
