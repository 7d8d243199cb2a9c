import type { AskedWord } from '../facts/asked-words.ts'
import type { Scope } from '../scope.ts'
import { isTable } from './excerpt.ts'
import { type DocumentSentence, type SentenceIndex, sentencesOf } from './sentences.ts'

export interface FoundSentence {
  readonly sentence: DocumentSentence
  /** 0–1: how much of the question's words it holds, rare ones counting more. */
  readonly score: number
  readonly next?: DocumentSentence
}

const longEnough = 6
const alike = (asked: string, known: string): boolean =>
  known.length >= longEnough && (known.startsWith(asked.slice(0, 7)) || asked.startsWith(known))

/** Letters that scanning takes for one another as one: `senkts` for `sänkts`. */
const skeleton = (word: string): string => word.replace(/[aeod06]/g, '·')
const shortestDamaged = 5

const skeletons = new WeakMap<SentenceIndex, ReadonlyMap<string, readonly DocumentSentence[]>>()

/** Sentences by the skeletons of their stems, made the first time that they are asked for. */
const bySkeleton = (index: SentenceIndex): ReadonlyMap<string, readonly DocumentSentence[]> => {
  const known = skeletons.get(index)
  if (known) return known
  const made = new Map<string, DocumentSentence[]>()
  for (const [stem, sentences] of index.byStem)
    if (stem.length >= shortestDamaged) made.set(skeleton(stem), [...(made.get(skeleton(stem)) ?? []), ...sentences])
  skeletons.set(index, made)
  return made
}

/** Sentences that hold a word, also as a damaged scan prints it, or one that shares its beginning. */
const holding = (index: SentenceIndex, word: AskedWord): ReadonlySet<DocumentSentence> => {
  const found = new Set<DocumentSentence>()
  for (const asked of word.stems) {
    for (const sentence of index.byStem.get(asked) ?? []) found.add(sentence)
    for (const sentence of asked.length < shortestDamaged ? [] : (bySkeleton(index).get(skeleton(asked)) ?? [])) found.add(sentence)
    if (asked.length < longEnough) continue
    for (const [known, sentences] of index.byStem) if (alike(asked, known)) for (const sentence of sentences) found.add(sentence)
  }
  return found
}

/** A heading says where something stands, not what. */
const isTitle = ({ text, heading }: DocumentSentence): boolean =>
  heading !== undefined && text.length <= heading.length + 8 && text.endsWith(heading)

/** Sentences of the associations' documents (of all, where none is meant) that hold most of the words. */
export const findSentences = (scope: Scope, words: readonly AskedWord[], limit: number): readonly FoundSentence[] => {
  const index = sentencesOf(scope.context)
  const documents = [...index.byDocument.values()].filter(
    list => scope.associations.length === 0 || scope.associations.includes(list[0]?.association ?? ''),
  )
  const all = documents.flat()
  if (words.length === 0 || all.length === 0) return []
  const within = new Set(all)
  const holders = words.map(word => new Set([...holding(index, word)].filter(sentence => within.has(sentence))))
  const weights = holders.map(set => (set.size === 0 ? 1 : Math.log(1 + all.length / set.size)))
  const total = weights.reduce((sum, weight) => sum + weight, 0)
  const found = documents.flatMap(list =>
    list.map((sentence, at): FoundSentence => {
      const score = holders.reduce((sum, set, word) => sum + (set.has(sentence) ? (weights[word] ?? 0) : 0), 0) / total
      const next = list[at + 1]
      return {
        sentence,
        score: sentence.text.length < 12 ? score * 0.6 : score,
        ...(next && next.line - sentence.lineTo <= 1 ? { next } : {}),
      }
    }),
  )
  return found
    .filter(({ score, sentence }) => score > 0 && !isTable(sentence.text) && !isTitle(sentence))
    .toSorted((one, other) => other.score - one.score || one.sentence.text.length - other.sentence.text.length)
    .slice(0, limit)
}
