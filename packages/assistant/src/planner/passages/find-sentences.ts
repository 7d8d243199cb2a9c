import type { AskedWord } from '../facts/fact-question.ts'
import type { Scope } from '../scope.ts'
import { type DocumentSentence, sentencesOf } from './sentences.ts'

export interface FoundSentence {
  readonly sentence: DocumentSentence
  /** 0–1: how much of the question's words it holds, rare ones counting more. */
  readonly score: number
  readonly next?: DocumentSentence
}

const longEnough = 6
const holds = (sentence: DocumentSentence, word: AskedWord): boolean =>
  word.stems.some(asked => {
    if (sentence.stems.has(asked)) return true
    if (asked.length < longEnough) return false
    for (const known of sentence.stems)
      if (known.length >= longEnough && (known.startsWith(asked.slice(0, 7)) || asked.startsWith(known))) return true
    return false
  })

/** Sentences of the associations' documents (of all, where none is meant) that hold most of the words. */
export const findSentences = (scope: Scope, words: readonly AskedWord[], limit: number): readonly FoundSentence[] => {
  const documents = [...sentencesOf(scope.context).values()].filter(
    list => scope.associations.length === 0 || scope.associations.includes(list[0]?.association ?? ''),
  )
  const all = documents.flat()
  if (words.length === 0 || all.length === 0) return []
  const holders = words.map(word => new Set(all.filter(sentence => holds(sentence, word))))
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
    .filter(({ score }) => score > 0)
    .toSorted((one, other) => other.score - one.score || one.sentence.text.length - other.sentence.text.length)
    .slice(0, limit)
}
