import dictionary from 'dictionary-sv'

const SHORTEST = 4
const plainLetters: Readonly<Record<string, string>> = { å: 'a', ä: 'a', ö: 'o', é: 'e', è: 'e', ü: 'u' }

/** Folded words of the Swedish spelling dictionary, by what they can be. */
export interface DictionaryWords {
  /** Words that may stand last in a compound: `insats`. */
  readonly last: ReadonlySet<string>
  /** Forms that may open one: `arbets`, `hälso`. */
  readonly openers: ReadonlySet<string>
  /** Places and persons whose name is no other word: `vasteras`. */
  readonly names: ReadonlySet<string>
}

let loaded: DictionaryWords | undefined

/** Where an entry of the dictionary stands in its text: the word, then a slash and its flags. */
interface Entry {
  readonly from: number
  readonly slash: number
  readonly end: number
}

function* entriesOf(text: string): Generator<Entry> {
  for (let from = 0; from < text.length; ) {
    const next = text.indexOf('\n', from)
    const end = next < 0 ? text.length : next
    const slash = text.indexOf('/', from + 1)
    if (slash > 0 && slash < end && slash - from >= SHORTEST) yield { from, slash, end }
    from = end + 1
  }
}

/** The flags of the dictionary tell what may open (X, U) and what may close (Y) a compound; capitals tell names. */
function load(): DictionaryWords {
  const written = new TextDecoder().decode(dictionary.dic)
  const lower = written.toLowerCase()
  const folded = lower.replace(/[åäöéèü]/g, letter => plainLetters[letter] ?? letter)
  const sets = { last: new Set<string>(), openers: new Set<string>(), names: new Set<string>() }
  const isName = ({ from, slash }: Entry): boolean =>
    written.charCodeAt(from) !== lower.charCodeAt(from) && /^\p{Lu}\p{Ll}/u.test(written.slice(from, slash))
  const others: Entry[] = []
  for (const entry of entriesOf(folded)) {
    const word = folded.slice(entry.from, entry.slash)
    const flags = written.slice(entry.slash + 1, entry.end)
    if (flags.includes('Y')) sets.last.add(word)
    if (flags.includes('X') || flags.includes('U')) sets.openers.add(word)
    if (isName(entry)) sets.names.add(word)
    else others.push(entry)
  }
  for (const { from, slash } of others) sets.names.delete(folded.slice(from, slash))
  return sets
}

/** The words of the Swedish spelling dictionary, read when first needed. */
export function dictionaryWords(): DictionaryWords {
  loaded ??= load()
  return loaded
}
