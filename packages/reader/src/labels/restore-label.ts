import type { LabelKnowledge } from './knowledge.ts'
import { restorePhrases } from './restore-phrases.ts'
import { restoreName, restoreWord } from './restore-word.ts'

/** First names joined by hyphens, `Rose-Marie`: their parts are spelled as they are, save those that the document or the registry knows better. */
const joinedNames = /^\P{L}*\p{Lu}\p{Ll}+(?:-\p{Lu}\p{Ll}+)+\P{L}*$/u

const wordPattern = /[\p{L}\d&[]*\p{L}[\p{L}\d&]*/gu
const isAddress = (token: string): boolean => /@|www\.|https?:|\.(?:se|com|org|nu|eu)\b/.test(token)

/**
 * The readable form of printed words: diacritics and garbled letters restored where one spelling is clearly the likeliest,
 * everything else as printed. A word that is known as it stands is kept, unless the document has lost its diacritics.
 *
 * @example  restoreLabel('Hilsoinsatser', knowledge) // → 'Hälsoinsatser'
 */
export function restoreLabel(printed: string, knowledge: LabelKnowledge): string {
  if (!knowledge.swedish) return printed
  const words = printed.replace(/\S+/g, token =>
    isAddress(token)
      ? token
      : token.replace(wordPattern, word => (joinedNames.test(token) ? restoreName(word, knowledge) : restoreWord(word, knowledge))),
  )
  return knowledge.damaged ? restorePhrases(words, knowledge) : words
}
