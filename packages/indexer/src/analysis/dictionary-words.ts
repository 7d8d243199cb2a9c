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

/** The flags of the dictionary tell what may open (X, U) and what may close (Y) a compound; capitals tell names. */
function load(): DictionaryWords {
  const sets = { last: new Set<string>(), openers: new Set<string>(), names: new Set<string>(), others: new Set<string>() }
  const written = new TextDecoder().decode(dictionary.dic)
  const folded = written.toLowerCase().replace(/[åäöéèü]/g, letter => plainLetters[letter] ?? letter)
  let from = 0
  while (from < folded.length) {
    const to = folded.indexOf('\n', from)
    const end = to < 0 ? folded.length : to
    const slash = folded.indexOf('/', from + 1)
    if (slash > 0 && slash < end && slash - from >= SHORTEST) {
      const word = folded.slice(from, slash)
      const flags = written.slice(slash + 1, end)
      if (flags.includes('Y')) sets.last.add(word)
      if (/[XU]/.test(flags)) sets.openers.add(word)
      const isName = /^\p{Lu}\p{Ll}/u.test(written.slice(from, slash))
      sets[isName ? 'names' : 'others'].add(word)
    }
    from = end + 1
  }
  return { last: sets.last, openers: sets.openers, names: new Set([...sets.names].filter(name => !sets.others.has(name))) }
}

/** The words of the Swedish spelling dictionary, read when first needed. */
export function dictionaryWords(): DictionaryWords {
  loaded ??= load()
  return loaded
}
