import { translationsOf } from '../../lexicon/translations.ts'
import { fold } from '../../words/fold.ts'
import { stem } from '../../words/stem.ts'
import vocabulary from './vocabulary.json' with { type: 'json' }

const setOf = (words: string): ReadonlySet<string> => new Set(words.split(/\s+/).map(fold))
const functionWords = setOf(vocabulary.functionWords)
const weakWords = setOf(vocabulary.weakWords)

const groups = vocabulary.groups.map(words => words.flatMap(word => fold(word).split(/[\s-]+/)).map(stem))
const groupsOf = Map.groupBy(
  groups.flatMap(stems => stems.map(own => ({ own, stems }))),
  ({ own }) => own,
)

/** Whether a folded word only holds a sentence together: articles, pronouns, prepositions, question words, politeness. */
export const isFunctionWord = (folded: string): boolean => functionWords.has(folded)

/** Whether a folded word says little of what is asked about: people, initiatives, activities in general. */
export const isWeakWord = (folded: string): boolean => weakWords.has(folded)

/** Stems of the words that say the same in Swedish or English: `avslutades` → those of `sluta`, `avslut`, `left` too. */
export const alikeStems = (folded: string): readonly string[] => {
  const plain = stem(folded)
  const own = groupsOf.has(plain) ? [plain] : [folded, ...translationsOf(folded)].map(stem)
  return [...new Set([...own, ...own.flatMap(one => groupsOf.get(one)?.flatMap(({ stems }) => stems) ?? [])])]
}

/** Whether the list knows a folded word as it is spelled, so that it need not have meant another. */
export const isListed = (folded: string): boolean => functionWords.has(folded) || weakWords.has(folded) || groupsOf.has(stem(folded))

const phrases = Object.entries(vocabulary.phrases).map(([phrase, swedish]) => ({
  words: phrase.split(' ').map(fold),
  swedish: swedish.split(' ').map(fold),
}))

/** The Swedish words for a phrase that begins with the first of these words, and how many of them it takes. */
export const phraseAt = (words: readonly string[]): { readonly swedish: readonly string[]; readonly length: number } | undefined => {
  const found = phrases.find(phrase => phrase.words.every((word, at) => words[at] === word))
  return found && { swedish: found.swedish, length: found.words.length }
}

const outcomes = new Set(vocabulary.outcomeWords.split(' ').flatMap(word => alikeStems(fold(word))))

/** Whether a word tells how it went for people, or which of them: `arbete`, `studier`, `kvinnor`. */
export const tellsOfPeople = (stems: readonly string[]): boolean => stems.some(one => outcomes.has(one))
