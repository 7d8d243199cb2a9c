import type { Library } from '@finsam/domain'
import { stem } from '../../words/stem.ts'
import { tokenize } from '../../words/tokenize.ts'

export type KnownFact = Library['facts'][number]

/** A fact with the words by which it can be found, each with how much it says of the fact. */
export interface IndexedFact {
  readonly fact: KnownFact
  readonly words: ReadonlyMap<string, number>
  /** How many words of its sentence stand between a word and the value. */
  readonly distance: ReadonlyMap<string, number>
}

export interface FactIndex {
  readonly facts: readonly IndexedFact[]
  /** In how many facts a stem occurs. */
  readonly frequency: ReadonlyMap<string, number>
}

const stemsOf = (text: string): readonly string[] =>
  tokenize(text)
    .filter(token => token.kind === 'word' && token.folded.length > 1)
    .map(token => token.stem)

/** The sentence that holds the printed words, where a context has several. */
export const sentenceOfFact = (fact: KnownFact): string => {
  const sentences = fact.context.split(/(?<=[.!?])\s+(?=\p{Lu})/u)
  return sentences.find(sentence => fact.printed !== '' && sentence.includes(fact.printed)) ?? fact.context
}

const valueText = (fact: KnownFact): string =>
  typeof fact.value === 'string' ? fact.value : Array.isArray(fact.value) ? fact.value.join(' ') : ''

const wordsOf = (fact: KnownFact): ReadonlyMap<string, number> => {
  const words = new Map<string, number>()
  const add = (text: string, weight: number): void => {
    for (const word of stemsOf(text)) words.set(word, Math.max(words.get(word) ?? 0, weight))
  }
  /** The first words after a number say what it is; later ones lead on to the next. */
  const addInOrder = (text: string): void => {
    stemsOf(text).forEach((word, at) => {
      words.set(word, Math.max(words.get(word) ?? 0, at < 5 ? 1 : 0.85))
    })
  }
  add(fact.context, 0.45)
  add(sentenceOfFact(fact), 0.8)
  add(valueText(fact), 0.6)
  addInOrder(fact.attribute)
  add(fact.subject, 1)
  return words
}

/** Where the words of a fact's sentence stand, counted in words from its value. */
const distanceOf = (fact: KnownFact): ReadonlyMap<string, number> => {
  const sentence = sentenceOfFact(fact)
  const start = sentence.indexOf(fact.printed)
  const distances = new Map<string, number>()
  if (fact.printed === '' || start < 0) return distances
  const tokens = tokenize(sentence)
  const first = tokens.findIndex(token => token.end > start)
  const last = tokens.findLastIndex(token => token.start < start + fact.printed.length)
  tokens.forEach((token, at) => {
    const away = at < first ? first - at : at > last ? at - last : 0
    distances.set(token.stem, Math.min(distances.get(token.stem) ?? Number.POSITIVE_INFINITY, away))
  })
  return distances
}

const built = new WeakMap<Library, Map<string, FactIndex>>()
/** The facts of an association, indexed once for a library. */
export const factIndexOf = (library: Library, association: string): FactIndex => {
  const indices = built.get(library) ?? new Map<string, FactIndex>()
  built.set(library, indices)
  const known = indices.get(association)
  if (known) return known
  const facts = library.facts
    .filter(fact => fact.association === association)
    .map(fact => ({ fact, words: wordsOf(fact), distance: distanceOf(fact) }))
  const frequency = new Map<string, number>()
  for (const { words } of facts) for (const word of words.keys()) frequency.set(word, (frequency.get(word) ?? 0) + 1)
  const index = { facts, frequency }
  indices.set(association, index)
  return index
}

export const stemWord = stem
