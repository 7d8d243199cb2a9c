import { isSmallWord } from '../lexicon/lexicon.ts'
import { isTarget, type Slot } from './choose-links.ts'
import type { Word } from './read-words.ts'

const longestGloss = 3
const tie = /^(of|for|the|and|av|for|och|in|i|to|till)$/

/** The words of a gloss, from its last one back: those without a sign, a capital or a small word between them. */
const glossBefore = (words: readonly Word[], last: number, text: string): readonly number[] => {
  const found = [last]
  for (let at = last - 1; at > last - longestGloss; at -= 1) {
    const [token, next] = [words[at]?.token, words[at + 1]?.token]
    if (!token || !next || token.kind !== 'word' || token.sentence !== next.sentence) break
    if (text.slice(token.end, next.start).trim() !== '' || /^\p{Lu}/u.test(token.text)) break
    if (tie.test(token.folded) || isSmallWord(token.folded)) break
    found.push(at)
  }
  return found
}

/** `Process supporters (processtödjare)`: what stands in brackets right after its gloss is the document's own word, and says it better. */
export const glossedAt = (slots: readonly Slot[], words: readonly Word[], text: string): ReadonlySet<number> => {
  const before = slots.filter(isTarget).flatMap(({ tokens }) => {
    const [from = 0, to = 0] = [tokens[0], tokens.at(-1)]
    const [start, end, next] = [words[from - 1]?.token.end, words[from]?.token.start, words[to]?.token.end]
    const inBrackets = /^\s*\(\s*$/.test(text.slice(start, end)) && /^\s*\)/.test(text.slice(next))
    return inBrackets ? glossBefore(words, from - 1, text) : []
  })
  return new Set(before)
}
