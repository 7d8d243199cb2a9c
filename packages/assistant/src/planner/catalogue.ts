import type { Association, Library, Member } from '@finsam/domain'
import { isLexiconWord, lexiconWords } from '../lexicon/lexicon.ts'
import { type WordBook, wordBook } from '../words/nearness.ts'
import { stem } from '../words/stem.ts'
import { tokenize } from '../words/tokenize.ts'
import { type ColumnName, columnNamesOf } from './asked-columns.ts'
import { type LineName, lineNames } from './names.ts'

/** A spelled name of an association or member: its folded words in order. */
export interface ProperName {
  readonly words: readonly string[]
  readonly association?: string
  readonly member?: string
}

interface Posting {
  readonly name: number
  readonly word: number
}

/** Everything that questions can name, indexed by word; built once for a library. */
export interface Catalogue {
  readonly library: Library
  readonly names: readonly LineName[]
  /** Where a folded word or a stem occurs in line names. */
  readonly byWord: ReadonlyMap<string, readonly Posting[]>
  readonly byStem: ReadonlyMap<string, readonly Posting[]>
  readonly proper: ReadonlyMap<string, readonly ProperName[]>
  /** Associations that a member belongs to. */
  readonly associationsOf: ReadonlyMap<string, readonly string[]>
  readonly members: ReadonlyMap<string, Member>
  /** Words of place and association names. */
  readonly places: ReadonlySet<string>
  /** Words of facts and headings, which questions about facts may use. */
  readonly factWords: ReadonlySet<string>
  /** Columns beside the totals of tables. */
  readonly columns: readonly ColumnName[]
  readonly book: WordBook
  readonly knows: (folded: string, stem: string) => boolean
}

const kindWord =
  /^(kommun|kommuns|stad|stads|region|regionen|lan|lans|samordningsforbundet|samordningsforbund|samordningsforbunds|finsam|forbundet)$/
const wordsOf = (name: string): readonly string[] => tokenize(name).map(token => token.folded)
const withoutGenitive = (word: string): string => (word.endsWith('s') && word.length > 4 ? word.slice(0, -1) : word)

const associationNames = (association: Association): readonly ProperName[] => {
  const spellings = [association.name, association.shortName, ...association.aliases].map(wordsOf)
  const cores = spellings.map(words =>
    words.filter(word => !/^(samordningsforbundet|samordningsforbund|finsam|sf|lanssamordningsforbundet|forbundet|i)$/.test(word)),
  )
  return [...spellings, ...cores].filter(words => words.length > 0).map(words => ({ words, association: association.id }))
}

const quarter = /^(norra|sodra|vastra|ostra|mellersta|centrala|nedre|ovre)$/
/** `Vätterbygden` for `Södra Vätterbygden`, where nothing else bears the name. */
const withoutQuarter = (associations: readonly Association[], named: readonly ProperName[]): readonly ProperName[] => {
  const taken = new Set(named.flatMap(({ words }) => (words.some(word => quarter.test(word)) ? [] : words)))
  const short = associations.flatMap(({ id, shortName }) => {
    const [first, ...rest] = wordsOf(shortName)
    return first !== undefined && quarter.test(first) && rest.length === 1 ? [{ words: rest, association: id }] : []
  })
  return short.filter(
    ({ words: [word = ''] }) =>
      word.length > 4 && !taken.has(word) && !taken.has(`${word}s`) && short.filter(({ words }) => words[0] === word).length === 1,
  )
}

const memberNames = (member: Member): readonly ProperName[] => {
  const spellings = [member.name, ...member.aliases].map(wordsOf)
  const cores =
    member.kind === 'municipality'
      ? spellings.flatMap(words => {
          const core = words.filter(word => !kindWord.test(word))
          const last = core.at(-1)
          return last === undefined ? [] : [core, [...core.slice(0, -1), withoutGenitive(last)]]
        })
      : []
  return [...spellings, ...cores].filter(words => words.length > 0).map(words => ({ words, member: member.id }))
}

/** Spellings that scanning made of one word find each other: `Vdsteras` is also found as `Västerås`. */
const withVariants = (
  postings: ReadonlyMap<string, readonly Posting[]>,
  places: Iterable<string>,
): ReadonlyMap<string, readonly Posting[]> => {
  const book = wordBook([...postings.keys(), ...places].filter(word => word.length >= 6))
  const all = new Map<string, Posting[]>([...postings].map(([word, list]) => [word, [...list]]))
  for (const [word, list] of postings) {
    if (word.length < 6) continue
    for (const { word: other, slips } of book.near(word)) {
      if (slips === 0 || slips > scanningSlip) continue
      all.set(other, [...(all.get(other) ?? []), ...list])
    }
  }
  return all
}
const scanningSlip = 0.65

const postingsOf = (names: readonly LineName[], form: 'folded' | 'stem'): ReadonlyMap<string, readonly Posting[]> => {
  const map = new Map<string, Posting[]>()
  names.forEach((name, nameAt) => {
    name.words.forEach((word, wordAt) => {
      const list = map.get(word[form])
      if (list) list.push({ name: nameAt, word: wordAt })
      else map.set(word[form], [{ name: nameAt, word: wordAt }])
    })
  })
  return map
}

const factWordsOf = (library: Library): ReadonlySet<string> => {
  const words = new Set<string>()
  for (const fact of library.facts) {
    const value = typeof fact.value === 'string' ? fact.value : Array.isArray(fact.value) ? fact.value.join(' ') : ''
    for (const token of tokenize(`${fact.subject} ${fact.attribute} ${fact.context} ${value}`))
      if (token.kind === 'word' && token.folded.length > 2) words.add(token.folded)
  }
  for (const reading of library.readings)
    for (const heading of reading.headings)
      for (const token of tokenize(heading.title)) if (token.folded.length > 2) words.add(token.folded)
  return words
}

const uniqueNames = (names: readonly ProperName[]): readonly ProperName[] => {
  const seen = new Set<string>()
  return names.filter(name => {
    const key = `${name.words.join(' ')}|${name.association ?? ''}|${name.member ?? ''}`
    if (seen.has(key)) return false
    seen.add(key)
    return true
  })
}

const build = (library: Library): Catalogue => {
  const names = lineNames(library)
  const members = new Map<string, Member>()
  const associationsOf = new Map<string, string[]>()
  for (const association of library.associations) {
    for (const member of association.members) {
      members.set(member.id, member)
      associationsOf.set(member.id, [...(associationsOf.get(member.id) ?? []), association.id])
    }
  }
  const named = uniqueNames([...library.associations.flatMap(associationNames), ...[...members.values()].flatMap(memberNames)])
  const properList = [...named, ...withoutQuarter(library.associations, named)]
  const proper = Map.groupBy(properList, name => name.words[0] ?? '')
  const places = new Set(properList.flatMap(name => name.words).filter(word => !kindWord.test(word) && word.length > 2))
  const factWords = factWordsOf(library)
  const byWord = withVariants(postingsOf(names, 'folded'), places)
  const byStem = postingsOf(names, 'stem')
  const factStems = new Set([...factWords].map(stem))
  const lexiconStems = new Set([...lexiconWords].filter(word => word.length >= 6).map(stem))
  const knows = (folded: string, stemmed: string): boolean =>
    byWord.has(folded) ||
    byStem.has(stemmed) ||
    places.has(folded) ||
    places.has(withoutGenitive(folded)) ||
    isLexiconWord(folded) ||
    factWords.has(folded) ||
    factStems.has(stemmed) ||
    (folded.length >= 6 && lexiconStems.has(stemmed))
  const book = wordBook([...byWord.keys(), ...places, ...lexiconWords, ...factWords].filter(word => word.length > 3))
  return {
    library,
    names,
    byWord,
    byStem,
    proper,
    associationsOf,
    members,
    places,
    factWords,
    columns: columnNamesOf(library),
    book,
    knows,
  }
}

const built = new WeakMap<Library, Catalogue>()
/** The catalogue of a library, built the first time it is asked for. */
export const catalogueOf = (library: Library): Catalogue => {
  const known = built.get(library)
  if (known) return known
  const catalogue = build(library)
  built.set(library, catalogue)
  return catalogue
}

export const foldedWords = wordsOf
