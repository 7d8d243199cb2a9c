import { fold } from '../words/fold.ts'
import rows from './translations.json' with { type: 'json' }

const bySource: ReadonlyMap<string, readonly string[]> = new Map(
  Object.entries(rows).map(([english, swedish]) => [fold(english), swedish.map(fold)]),
)

/** Phrases of several words, each with the Swedish words that stand in their place. */
const phrases = Object.entries(rows)
  .filter(([english]) => english.includes(' '))
  .map(([english, swedish]) => ({ english: fold(english).split(' '), swedish: swedish.map(fold) }))

/** The Swedish words of the phrase that begins at a place, the first of them for its first word and so on; none where no phrase begins there. */
export const phraseFrom = (folded: readonly string[], at: number): readonly string[] =>
  phrases.find(({ english }) => english.every((word, offset) => folded[at + offset] === word))?.swedish ?? []

/** Swedish words for an English one of the field, folded; none for a word that the list does not hold. */
export const translationsOf = (folded: string): readonly string[] => bySource.get(folded) ?? []
