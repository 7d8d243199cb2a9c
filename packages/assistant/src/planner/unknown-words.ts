import { type LibraryLine, nearest } from '@finsam/domain'
import { associationWords, genitive, listWords } from '../answer/wording.ts'
import { isLexiconWord } from '../lexicon/lexicon.ts'
import { fold } from '../words/fold.ts'
import { slips } from '../words/nearness.ts'
import { tokenize } from '../words/tokenize.ts'
import { sentencesOf } from './passages/sentences.ts'
import type { Scope } from './scope.ts'
import type { Unplaced } from './unplaced.ts'

/** What is told where words of a question have no place, with what is known instead. */
export interface UnknownTold {
  readonly sentence: string
  readonly nearest: readonly string[]
}

const quotedList = (words: readonly string[], language: 'sv' | 'en'): string =>
  listWords(
    words.map(word => (language === 'sv' ? `”${word}”` : `“${word}”`)),
    language,
  )

const notFound = (names: readonly string[], language: 'sv' | 'en'): string =>
  language === 'sv'
    ? `Jag hittar inte ${quotedList(names, 'sv')} i dokumenten och svarar därför inte med en siffra.`
    : `I do not find ${quotedList(names, 'en')} in the documents, so I give no figure.`

/** A name that the documents do say: what is asked of it is what they lack. */
const onlyMentioned = (names: readonly string[], language: 'sv' | 'en'): string =>
  language === 'sv'
    ? `Dokumenten nämner ${quotedList(names, 'sv')}, men jag hittar inte det som frågan gäller.`
    : `The documents mention ${quotedList(names, 'en')}, but I do not find what is asked.`

const isMentioned = ({ context, associations }: Scope, stem: string): boolean =>
  (sentencesOf(context).byStem.get(stem) ?? []).some(({ association }) => associations.length === 0 || associations.includes(association))

/** Words of the trade are known; what they ask for here is not. */
const notRead = (words: readonly string[], language: 'sv' | 'en'): string => {
  const strange = words.filter(word => !isLexiconWord(fold(word)))
  return strange.length > 0 ? strangeWords(strange, language) : notReckoned[language]
}
const notReckoned = {
  sv: 'Jag förstår inte säkert vad som ska räknas ut och svarar därför inte med en siffra.',
  en: 'I am not sure what is to be worked out, so I give no figure.',
} as const
const strangeWords = (words: readonly string[], language: 'sv' | 'en'): string =>
  language === 'sv'
    ? `Jag är inte säker på vad ${quotedList(words, 'sv')} betyder i frågan och ger därför ingen siffra.`
    : `I am not sure what ${quotedList(words, 'en')} means in the question, so I give no figure.`

const leastPart = 5
const slipsOfLength = 0.3

/** Whether two words are spelled almost alike, or one is a part of the other. */
const alike = (one: string, other: string): boolean => {
  if (one.length >= leastPart && other.length >= leastPart && (other.includes(one) || one.includes(other))) return true
  const limit = Math.floor(Math.min(one.length, other.length) * slipsOfLength)
  return limit > 0 && slips(one, other, limit) <= limit
}
const mostOffered = 8

/** The labels and names that are truly near to an unknown word: letters in common are not enough. */
const nearLabels = (scope: Scope, words: readonly string[]): readonly string[] => {
  const associations = scope.associations.length > 0 ? scope.associations : scope.library.associations.map(({ id }) => id)
  const labels = [...new Set(associations.flatMap(id => scope.library.linesOf(id).map(line => line.label)))]
  const near = words.flatMap(word =>
    nearest(word, labels, mostOffered).filter(label => tokenize(label).some(({ folded }) => alike(fold(word), folded))),
  )
  return [...new Set(near)].slice(0, mostOffered)
}

const municipal = /^(kommun|kommunen|kommuns|municipality|stad|stads)$/
const saysMunicipality = (scope: Scope, names: readonly Unplaced[]): boolean => {
  const { words, clause } = scope.frame
  return words
    .slice(clause.from, clause.to)
    .some(
      ({ token }, at) => names.some(({ text }) => text === token.text) && municipal.test(words[clause.from + at + 1]?.token.folded ?? ''),
    )
}

const isInitiative = (line: LibraryLine): boolean => line.concept?.id === 'initiative' && line.role === 'item'

/** What the one association that is asked of has of the kind: its member municipalities, or its initiatives. */
const ofTheKind = (scope: Scope, names: readonly Unplaced[]): { readonly head: string; readonly items: readonly string[] } | undefined => {
  const [id] = scope.associations
  const association = id === undefined ? undefined : scope.library.association(id)
  if (!association || scope.associations.length !== 1 || names.length === 0) return undefined
  const sv = scope.language === 'sv'
  const whose = genitive(associationWords(scope.library, association.id), scope.language)
  if (saysMunicipality(scope, names)) {
    const items = association.members.flatMap(({ kind, name }) => (kind === 'municipality' ? [name] : []))
    return { head: sv ? `${whose} medlemskommuner är` : `${whose} member municipalities are`, items }
  }
  const labels = scope.library.linesOf(association.id).flatMap(line => (isInitiative(line) ? [line.label] : []))
  const items = [...new Set(labels)].slice(0, mostOffered)
  return { head: sv ? `Bland ${whose} insatser finns` : `Among ${whose} initiatives are`, items }
}

/** Tells which words of a question have no place: names that nothing bears are not found, other words are not understood. */
export const tellUnknown = (scope: Scope, unplaced: readonly Unplaced[], amounts: readonly string[] = []): UnknownTold => {
  const { language } = scope
  const names = unplaced.filter(({ why }) => why === 'name')
  const told = [...names.map(({ text }) => text), ...amounts]
  const others = unplaced.filter(({ why }) => why !== 'name').map(({ text }) => text)
  const mentioned = names.length > 0 && amounts.length === 0 && names.every(({ stem }) => isMentioned(scope, stem))
  if (mentioned) return { sentence: onlyMentioned(told, language), nearest: [] }
  const head = told.length > 0 ? notFound(told, language) : notRead(others, language)
  const near = nearLabels(scope, told.length > 0 ? told : others)
  if (near.length > 0) {
    const close = language === 'sv' ? 'Närmast finns' : 'Nearest are'
    return { sentence: `${head} ${close}: ${near.join(', ')}.`, nearest: near }
  }
  const kind = ofTheKind(scope, names)
  return kind && kind.items.length > 0
    ? { sentence: `${head} ${kind.head}: ${kind.items.join(', ')}.`, nearest: kind.items }
    : { sentence: head, nearest: [] }
}
