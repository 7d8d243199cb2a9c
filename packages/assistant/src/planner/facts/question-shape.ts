import { fold } from '../../words/fold.ts'
import { numeralOf } from '../../words/numerals.ts'
import type { Frame } from '../frame.ts'
import type { Scope } from '../scope.ts'
import { measureWord, numberAt } from './asked-numbers.ts'
import type { Expected } from './expected.ts'
import { always, kindWords } from './kind-words.ts'
import { isFunctionWord } from './vocabulary.ts'

const skipKinds: ReadonlySet<string> = new Set(['time', 'scenario', 'count'])
/** A part that says where or when: the association asked about, a year, a scenario. Another association is a party that the answer must name. */
export const isSetting = ({ associations }: Scope, { links }: Frame['slots'][number]): boolean => {
  const meaning = links[0]?.meaning
  if (meaning?.kind === 'association') return associations.length === 0 || meaning.ids.some(id => associations.includes(id))
  return meaning !== undefined && skipKinds.has(meaning.kind)
}
/** Ways of asking, which no statement need repeat. */
export const skipCues: ReadonlySet<string> = new Set([
  'share',
  'part-of',
  'number-of',
  'amount',
  'when',
  'list',
  'together',
  'per',
  'average',
  'locate',
  'it',
  'same',
  'this-year',
  'same-year',
  'highest',
  'lowest',
  'rank',
  'project',
  'each-year',
  'half-year',
  'exclude',
  'include',
  'not',
  'why',
  'all-associations',
])

/** The words of an association's name of two words or more, said in full: where something is, not what. */
export const placeWords = ({ associations, frame, library }: Scope): ReadonlySet<string> => {
  const said = new Set(frame.words.slice(frame.clause.from, frame.clause.to).map(({ token }) => token.folded))
  const names = library.associations.map(({ shortName }) => fold(shortName).split(/\s+/)).filter(words => words.length > 1)
  const [only, ...others] = associations
  const own = only === undefined || others.length > 0 ? [] : fold(library.association(only)?.shortName ?? '').split(/\s+/)
  return new Set([...own, ...names.filter(words => words.every(word => said.has(word) || said.has(`${word}s`))).flat()])
}

/** A document that is only named as where to look: `enligt delårsrapporten`. */
const documentWord = /^(delars|ars)?(rapport|redovisning|plan|verksamhetsplan|budget)(en|ens|s)?$|^(annual|interim|report|plan)$/
const looksIn = /^(enligt|ur|fran|i|according|to|in|from|the)$/

/** Topics that say in which sense a number is meant, and place no word. */
const moodTopics: ReadonlySet<string> = new Set(['goal', 'limit', 'ceiling', 'target-group', 'source-year'])

/** The topics that a word names, by the marks that are sure of their spelling. */
export const topicsAt = (frame: Frame, topics: readonly string[], at: number): readonly string[] => [
  ...new Set(
    frame.marks.flatMap(({ meaning, tokens, score }) =>
      meaning.kind === 'topic' && score >= 0.92 && topics.includes(meaning.id) && !moodTopics.has(meaning.id) && tokens.includes(at)
        ? [meaning.id]
        : [],
    ),
  ),
]

/** English writes them as names. */
const calendarWord =
  /^(january|february|march|april|may|june|july|august|september|october|november|december|(mon|tues|wednes|thurs|fri|satur|sun)days?)$/

/** Whether a word is written as a name: a capital where no sentence begins, or an abbreviation. */
export const isNameWord = ({ token }: Frame['words'][number]): boolean =>
  !calendarWord.test(token.folded) &&
  ((/^\p{Lu}/u.test(token.text) && !token.first) || /^\p{Lu}{2,}$/u.test(token.text)) &&
  !isFunctionWord(token.folded)

/** `män` and English `men`, which without its ring or in the other language is a small word. */
const isMen = (text: string, language: 'sv' | 'en'): boolean =>
  /^män(nen|nens|s)?$/i.test(text) || (language === 'en' && /^men$/i.test(text))

/** What the words of a clause are read with. */
export interface Reader {
  readonly scope: Scope
  readonly expected: Expected
  readonly topics: readonly string[]
  readonly settings: ReadonlySet<number>
  readonly cues: ReadonlySet<number>
  readonly placed: ReadonlySet<string>
  /** Whether some sentence of the documents has a stem. */
  readonly isSaid: (stem: string) => boolean
}

/** Whether a word only shapes the question: small words, cues, the kind of thing asked for, where to look. */
export const isShape = ({ scope: { frame, language }, expected, topics, settings, cues }: Reader, at: number): boolean => {
  const word = frame.words[at]
  if (word?.token.kind !== 'word' || settings.has(at) || word.token.folded.length < 2 || numeralOf(word.token.folded) !== undefined)
    return true
  const { folded } = word.token
  if (folded === 'ordinarie' && topics.some(topic => topic === 'board-members' || topic === 'deputies')) return true
  if (measureWord.test(folded) && numberAt(frame, at - 1) !== undefined) return true
  if (kindWords[expected]?.test(folded) || ((topics.includes('staffing') || expected === 'degree') && kindWords.fte?.test(folded)))
    return true
  if (documentWord.test(folded) && looksIn.test(frame.words[at - 1]?.token.folded ?? '')) return true
  const name = isNameWord(word)
  if (!name && !isMen(word.token.text, language) && (isFunctionWord(folded) || always.test(folded))) return true
  const content = frame.targets.some(slot => slot.tokens.includes(at)) || topicsAt(frame, topics, at).length > 0
  return cues.has(at) && !content && !name
}
