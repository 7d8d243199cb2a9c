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
