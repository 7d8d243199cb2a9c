import { distance } from './fold.ts'

/** The characters of a word as bits, 32 kinds of them: one change to a word alters two bits at most. */
function lettersOf(word: string): number {
  let bits = 0
  for (let index = 0; index < word.length; index += 1) bits |= 1 << (word.charCodeAt(index) & 31)
  return bits
}

function countBits(bits: number): number {
  let count = 0
  for (let left = bits; left !== 0; left &= left - 1) count += 1
  return count
}

/**
 * Looks up which words of a list are near another, by its folded spelling: no more than `limit` characters replaced, added or lost.
 *
 * @example  nearWords(['budget', 'utfall'])('budgct', 1) // → ['budget']
 */
export function nearWords(words: readonly string[]): (folded: string, limit: number) => readonly string[] {
  const list = words.map(word => ({ word, letters: lettersOf(word) }))
  return (folded, limit) => {
    const letters = lettersOf(folded)
    return list
      .filter(({ word, letters: own }) => countBits(own ^ letters) <= 2 * limit && distance(folded, word, limit) <= limit)
      .map(({ word }) => word)
  }
}
