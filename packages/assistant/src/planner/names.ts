import type { Library } from '@finsam/domain'
import { isSmallWord } from '../lexicon/lexicon.ts'
import { fold } from '../words/fold.ts'
import { stem } from '../words/stem.ts'
import { tokenize } from '../words/tokenize.ts'

/** One word of a name, with how much of the name it carries. */
export interface NameWord {
  readonly folded: string
  readonly stem: string
  readonly weight: number
  /** How much more the word tells where it is said than it takes away where it is not. */
  readonly boost: number
  /** Which part of the label it stands in: `NOVA - Stöd i förändring` has two. */
  readonly part: number
}

/** A label under which lines are known, of one association or many. */
export interface LineName {
  readonly label: string
  readonly words: readonly NameWord[]
  /** Weight of each part, in brackets less. */
  readonly parts: readonly { readonly weight: number; readonly worth: number }[]
  /** First letters of the words that matter: `Individuellt stöd till arbete` → `isa`. */
  readonly initials: string
  /** The associations whose documents print it. */
  readonly associations: readonly string[]
  /** The keys of an association's lines of this label. They are gathered only when asked for: a country has too many lines to gather for one question. */
  readonly keysIn: (association: string) => readonly string[]
}

const generic = new Set([
  'summa',
  'delsumma',
  'totalt',
  'total',
  'kostnader',
  'kostnad',
  'intakter',
  'medel',
  'sf',
  'ovriga',
  'ovrigt',
  'verksamhet',
  'insats',
  'insatser',
  'projekt',
  'arbete',
  'utveckling',
  'team',
  'stod',
  'studie',
])
const functional = new Set([
  'tkr',
  'kr',
  'mnkr',
  'mkr',
  'procent',
  '%',
  '‰',
  '§',
  'och',
  'i',
  'for',
  'till',
  'fran',
  'av',
  'pa',
  'mot',
  'med',
  'som',
  'ca',
  'en',
  'gm',
  'genom',
  'per',
  'vid',
  'den',
  'det',
  'o',
  'att',
  'ex',
  'om',
  'of',
  'and',
  'the',
])

/** Of `Köpings kommun` the place is the name. */
const memberKinds = new Set(['kommun', 'kommuns', 'stad', 'region', 'regionen', 'lan', 'lans'])
const sumWords = new Set(['summa', 'delsumma', 'totalt', 'total', 'totala'])

const weightOf = (folded: string, bracketed: boolean, leads: boolean): number => {
  if (/^[\d.,]+$|^\d{4}-\d{2}-\d{2}$/.test(folded)) return 0.1
  if (functional.has(folded)) return 0.1
  if ((leads && sumWords.has(folded)) || memberKinds.has(folded)) return 0.2
  const weight = generic.has(folded) ? 0.5 : 1
  return bracketed ? weight * 0.4 : weight
}

/** An abbreviation alone tells which line is meant: `FNS` of `Samordningsteam FNS`. */
const abbreviationWeight = 1.6
const isAbbreviation = (text: string): boolean => /^\p{Lu}{2,6}$/u.test(text)

interface Part {
  readonly text: string
  readonly bracketed: boolean
}
const splitLabel = (label: string): readonly Part[] => {
  const plain = label.replace(/\d+(?:[.,]\d+)*\s*%?/g, match => (/^\d+(\.\d+)+$/.test(match.trim()) ? ' ' : match))
  const parts: Part[] = []
  for (const piece of plain.split(/(\([^)]*\))/)) {
    const bracketed = piece.startsWith('(')
    for (const text of piece.replace(/[()]/g, ' ').split(/\s[-–—]\s|[/,;:]/)) if (text.trim() !== '') parts.push({ text, bracketed })
  }
  return parts
}

export const nameOf = (label: string, owners: Pick<LineName, 'associations' | 'keysIn'>): LineName => {
  const parts = splitLabel(label)
  const words = parts.flatMap(({ text, bracketed }, part) =>
    tokenize(text).map((token, at, tokens) => ({
      folded: token.folded,
      stem: token.stem,
      weight: weightOf(token.folded, bracketed, at === 0 && tokens.length > 1),
      boost: isAbbreviation(token.text) ? abbreviationWeight : 1,
      part,
    })),
  )
  const weights = parts.map(({ bracketed }, part) => ({
    weight: words.filter(word => word.part === part).reduce((sum, word) => sum + word.weight, 0),
    worth: bracketed ? 0.55 : part === 0 ? 0.97 : 0.85,
  }))
  const initials = words
    .filter(word => !functional.has(word.folded))
    .map(word => word.folded.charAt(0))
    .join('')
  return { label, words, parts: weights, initials, ...owners }
}

const plainLabel = (label: string): string =>
  fold(label)
    .replace(/[^\p{L}\p{N}]+/gu, ' ')
    .trim()

/** The keys of an association's lines by their labels and spellings, gathered the first time one is asked for. */
const keysByLabel = (library: Library): ((association: string, plain: string) => readonly string[]) => {
  const shelves = new Map<string, ReadonlyMap<string, readonly string[]>>()
  const shelfOf = (association: string): ReadonlyMap<string, readonly string[]> => {
    const keys = new Map<string, string[]>()
    for (const line of library.linesOf(association))
      for (const plain of new Set([line.label, ...line.spellings].map(plainLabel))) keys.set(plain, [...(keys.get(plain) ?? []), line.key])
    return keys
  }
  return (association, plain) => {
    const shelf = shelves.get(association) ?? shelfOf(association)
    shelves.set(association, shelf)
    return shelf.get(plain) ?? []
  }
}

/** All labels that a library's documents print, each once, with the associations that print them. */
export const lineNames = (library: Library): readonly LineName[] => {
  const byLabel = new Map<string, { readonly label: string; readonly associations: Set<string> }>()
  for (const { document, statements } of library.readings)
    for (const { lines } of statements)
      for (const line of lines)
        for (const label of [line.label, line.printedLabel]) {
          const plain = plainLabel(label)
          const known = byLabel.get(plain)
          if (known) known.associations.add(document.association)
          else byLabel.set(plain, { label, associations: new Set([document.association]) })
        }
  const keys = keysByLabel(library)
  return [...byLabel]
    .filter(([, { label }]) => /\p{L}{2}/u.test(label))
    .map(([plain, { label, associations }]) =>
      nameOf(label, { associations: [...associations], keysIn: association => keys(association, plain) }),
    )
}

export const isFunctional = (folded: string): boolean => functional.has(folded) || folded.length < 2 || isSmallWord(folded)
export const stemOf = (text: string): string => stem(fold(text))
