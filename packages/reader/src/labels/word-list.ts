import dictionary from 'dictionary-sv'
import { plain } from './plain.ts'
import { WordIndex } from './word-index.ts'

interface Suffix {
  readonly flag: string
  readonly strip: string
  readonly add: string
  readonly condition: RegExp | undefined
}
/** Suffixes with one ending, both without diacritics: in their order, and by what they take off a stem. */
interface Ending {
  readonly suffixes: readonly Suffix[]
  readonly strips: readonly string[]
}
interface Stem {
  readonly word: string
  readonly flags: string
  readonly isName: boolean
}

/** Swedish words, looked up by their spelling without diacritics. */
export interface WordList {
  /** All inflected forms, lower case, that read `key` without diacritics: `forms('mal')` → mal, mål, … */
  forms(key: string): readonly string[]
  /** Forms that may open a compound: `openers('halso')` → hälso. */
  openers(key: string): readonly string[]
  /** Whether the word is listed with its capital, as a name: `Mats`. */
  isName(word: string): boolean
}

function parseSuffixes(affixes: string): ReadonlyMap<string, Ending> {
  const byEnding = new Map<string, Suffix[]>()
  for (const line of affixes.split('\n')) {
    const [kind, flag = '', strip = '', addition = '', condition = '.'] = line.trim().split(/\s+/)
    if (kind !== 'SFX' || strip === 'Y' || strip === 'N' || addition === '') continue
    const add = (addition.split('/')[0] ?? '').replace(/^0$/, '')
    const suffix = { flag, strip: strip === '0' ? '' : strip, add, condition: condition === '.' ? undefined : new RegExp(`${condition}$`) }
    const ending = plain(add)
    const known = byEnding.get(ending)
    if (known) known.push(suffix)
    else byEnding.set(ending, [suffix])
  }
  return new Map(
    [...byEnding].map(([ending, suffixes]) => [ending, { suffixes, strips: [...new Set(suffixes.map(suffix => plain(suffix.strip)))] }]),
  )
}

const toStem = (line: string): Stem => {
  const slash = line.indexOf('/', 1)
  const word = (slash > 0 ? line.slice(0, slash) : line).trim()
  return { word: word.toLowerCase(), flags: slash > 0 ? line.slice(slash + 1).trim() : '', isName: /^\p{Lu}\p{Ll}/u.test(word) }
}
const stemsOf = (words: WordIndex, key: string): readonly Stem[] => words.linesOf(key).map(toStem)

/** What most looked-up spellings are found to be, kept once. */
const none: readonly string[] = []

const onlyInCompound = (stem: Stem): boolean => stem.flags.includes('Z')

function inflect(key: string, words: WordIndex, endings: ReadonlyMap<string, Ending>): readonly string[] {
  const found = new Set<string>()
  for (const stem of stemsOf(words, key)) if (!onlyInCompound(stem)) found.add(stem.word)
  for (let cut = key.length; cut >= Math.max(1, key.length - 9); cut -= 1) {
    const ending = endings.get(key.slice(cut))
    const rest = key.slice(0, cut)
    if (!ending?.strips.some(strip => words.has(rest, strip))) continue
    for (const suffix of ending.suffixes) {
      for (const stem of stemsOf(words, rest + plain(suffix.strip))) {
        if (!stem.flags.includes(suffix.flag) || !stem.word.endsWith(suffix.strip)) continue
        if (stem.isName && !suffix.add.endsWith('s')) continue
        if (suffix.condition && !suffix.condition.test(stem.word)) continue
        found.add(stem.word.slice(0, stem.word.length - suffix.strip.length) + suffix.add)
      }
    }
  }
  return found.size === 0 ? none : [...found]
}

function findOpeners(key: string, words: WordIndex): readonly string[] {
  const found = new Set<string>()
  for (const stem of stemsOf(words, `${key}-`)) found.add(stem.word.slice(0, -1))
  for (const stem of stemsOf(words, key)) if (/[XYZU]/.test(stem.flags)) found.add(stem.word)
  if (key.endsWith('s')) for (const stem of stemsOf(words, key.slice(0, -1))) if (/[XYADHB]/.test(stem.flags)) found.add(`${stem.word}s`)
  return found.size === 0 ? none : [...found]
}

function isListedName(word: string, words: WordIndex): boolean {
  return /^\p{Lu}\p{Ll}/u.test(word) && words.linesOf(plain(word)).some(line => line.split('/')[0]?.trim() === word)
}

const remembered = (find: (key: string) => readonly string[]): ((key: string) => readonly string[]) => {
  const known = new Map<string, readonly string[]>()
  return key => {
    const before = known.get(key)
    if (before) return before
    const now = find(key)
    if (known.size > 60_000) known.clear()
    known.set(key, now)
    return now
  }
}

function load(): WordList {
  const decoder = new TextDecoder()
  const endings = parseSuffixes(decoder.decode(dictionary.aff))
  const words = new WordIndex(decoder.decode(dictionary.dic))
  return {
    forms: remembered(key => inflect(key, words, endings)),
    openers: remembered(key => findOpeners(key, words)),
    isName: word => isListedName(word, words),
  }
}

let loaded: WordList | undefined
/** The Swedish word list (`dictionary-sv`), read once. */
export function wordList(): WordList {
  loaded ??= load()
  return loaded
}
