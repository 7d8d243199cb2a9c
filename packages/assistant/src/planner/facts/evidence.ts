import { fold } from '../../words/fold.ts'
import { numeralOf } from '../../words/numerals.ts'
import { type Token, tokenize } from '../../words/tokenize.ts'
import type { KnownFact } from './fact-index.ts'

/** How much a word tells of a fact by where it stands. */
export const levels = {
  own: 1,
  named: 1,
  head: 0.85,
  heading: 0.75,
  section: 0.7,
  value: 0.7,
  beside: 0.6,
  before: 0.5,
  rival: 0.2,
} as const

/** A fact with every word around it, each with how much it tells of the fact. */
export interface Evidence {
  readonly fact: KnownFact
  /** Stems with their level, the highest where a word stands in several places. */
  readonly words: ReadonlyMap<string, number>
  /** Stems of the part of the sentence that is the value's own. */
  readonly own: ReadonlySet<string>
  /** Numbers that the sentence holds. */
  readonly numbers: ReadonlySet<number>
  /** What the sentence says up to the value. */
  readonly leadIn: string
}

/** The sentence that holds the printed words, where a context has several. */
export const sentenceOfFact = (fact: KnownFact): string => {
  const sentences = fact.context.split(/(?<=[.!?])\s+(?=[\p{Lu}|])/u)
  const plain = fold(fact.printed).replace(/[.,;:]$/, '')
  return (
    sentences.find(sentence => plain !== '' && fold(sentence).includes(plain)) ??
    sentences.find(sentence => placeIn(fact, tokenize(sentence)) !== undefined) ??
    fact.context
  )
}

const numberIn = (token: Token): number | undefined =>
  token.kind === 'number' ? token.value : token.kind === 'word' ? numeralOf(token.folded) : undefined

const valuesOf = (fact: KnownFact): readonly number[] =>
  typeof fact.value === 'number'
    ? [fact.value]
    : typeof fact.value === 'object' && !Array.isArray(fact.value)
      ? [fact.value.from, fact.value.to]
      : []

/** Where the value stands among the tokens of its sentence. */
const placeIn = (fact: KnownFact, tokens: readonly Token[]): number | undefined => {
  const printed = tokenize(fact.printed)
  const anchor = printed.find(token => token.kind !== 'word') ?? printed[0]
  if (!anchor) return undefined
  const values = valuesOf(fact)
  const next = printed[printed.indexOf(anchor) + 1]
  const here = tokens.flatMap((token, at) => {
    const value = numberIn(token)
    return token.folded === anchor.folded || (value !== undefined && values.includes(value)) ? [at] : []
  })
  return here.find(at => next !== undefined && tokens[at + 1]?.folded.slice(0, 4) === next.folded.slice(0, 4)) ?? here[0]
}

const joint = /^(och|samt|men|varav|darav|medan|respektive|jamfort|and|while|whereas|but)$/

/** Where the words of one value end and those of the next begin. */
const borderBetween = (tokens: readonly Token[], text: string, from: number, to: number): number => {
  for (let at = to - 1; at > from; at -= 1) {
    if (joint.test(tokens[at]?.folded ?? '')) return at
    if (/[,;:]/.test(text.slice(tokens[at]?.end ?? 0, tokens[at + 1]?.start ?? 0))) return at + 1
  }
  return to - from > 2 ? to - 1 : to
}

interface Part {
  readonly from: number
  readonly to: number
}

/** The stretch of the sentence that speaks of the value at `place`, given the places of all its rivals. */
const partOf = (tokens: readonly Token[], text: string, place: number, places: readonly number[]): Part => {
  const before = places.filter(other => other < place).at(-1)
  const after = places.find(other => other > place)
  return {
    from: before === undefined ? 0 : borderBetween(tokens, text, before, place),
    to: after === undefined ? tokens.length : borderBetween(tokens, text, place, after),
  }
}

const isDate = (fact: KnownFact): boolean => fact.kind === 'date'
const isMeasure = (fact: KnownFact): boolean => valuesOf(fact).length > 0 && !isDate(fact)
const alike = (one: KnownFact, other: KnownFact): boolean => isDate(one) === isDate(other) && isMeasure(one) === isMeasure(other)

/** Whether the reader took the attribute out of the sentence as it stood. */
const isFragment = (fact: KnownFact): boolean => {
  const start = fold(fact.attribute).split(/\s+/).slice(0, 3).join(' ')
  return fact.attribute.split(/\s+/).length > 2 && fold(fact.context).includes(start)
}

const stemsOf = (text: string): readonly string[] =>
  tokenize(text).flatMap(token => (token.kind === 'word' && token.folded.length > 1 ? [token.stem] : []))

/** What stands around a fact: the facts of its sentence, and the words before it and above it. */
export interface Surroundings {
  readonly siblings: readonly KnownFact[]
  readonly before: string
  readonly heading: string
  readonly section: readonly string[]
}

/** The words of a fact, weighed by where they stand to its value. */
export const evidenceOf = (fact: KnownFact, around: Surroundings): Evidence => {
  const words = new Map<string, number>()
  const add = (stems: readonly string[], level: number): void => {
    for (const stem of stems) words.set(stem, Math.max(words.get(stem) ?? 0, level))
  }
  const sentence = sentenceOfFact(fact)
  const tokens = tokenize(sentence)
  const place = isMeasure(fact) || isDate(fact) ? placeIn(fact, tokens) : undefined
  const rivals = around.siblings.filter(other => other !== fact && alike(fact, other) && sentenceOfFact(other) === sentence)
  const places = [...new Set(rivals.flatMap(other => placeIn(other, tokens) ?? []))]
    .filter(other => other !== place)
    .toSorted((a, b) => a - b)
  const part = place === undefined ? { from: 0, to: tokens.length } : partOf(tokens, sentence, place, places)
  const headEnd = Math.min(...places, place ?? tokens.length, tokens.length)
  const ownStems = tokens.slice(part.from, part.to).map(({ stem }) => stem)
  tokens.forEach(({ stem }, at) => {
    if (at >= part.from && at < part.to) add([stem], place === undefined ? levels.head : levels.own)
    else if (at < headEnd) add([stem], levels.head)
    else add([stem], levels.rival)
  })
  add(stemsOf(fact.subject), levels.named)
  if (!isFragment(fact)) add(stemsOf(fact.attribute), levels.named)
  if (typeof fact.value === 'string') add(stemsOf(fact.value), levels.value)
  if (Array.isArray(fact.value)) add(stemsOf(fact.value.join(' ')), levels.value)
  add(stemsOf(around.heading), levels.heading)
  for (const subject of around.section) add(stemsOf(subject), levels.section)
  add(stemsOf(fact.context), levels.before)
  add(stemsOf(around.before), levels.before)
  return {
    fact,
    words,
    own: new Set([...ownStems, ...stemsOf(fact.subject), ...(isFragment(fact) ? [] : stemsOf(fact.attribute))]),
    numbers: new Set(tokens.flatMap(token => numberIn(token) ?? [])),
    leadIn: sentence.slice(tokens[part.from]?.start ?? 0, place === undefined ? undefined : tokens[place]?.start),
  }
}
