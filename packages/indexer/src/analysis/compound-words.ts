import dictionary from 'dictionary-sv'

const SHORTEST_PART = 4
const plainLetters: Readonly<Record<string, string>> = { å: 'a', ä: 'a', ö: 'o', é: 'e', è: 'e', ü: 'u' }

/** Folded words by their place in a compound. */
export interface CompoundWords {
  /** Words that may stand last: `insats`. */
  readonly last: ReadonlySet<string>
  /** Forms that may open one: `arbets`, `hälso`. */
  readonly openers: ReadonlySet<string>
}

let loaded: CompoundWords | undefined

/** The flags of the dictionary tell what may open (X, U) and what may close (Y) a compound. */
function load(): CompoundWords {
  const last = new Set<string>()
  const openers = new Set<string>()
  const text = new TextDecoder().decode(dictionary.dic).toLowerCase()
  const flagged = new TextDecoder().decode(dictionary.dic)
  const folded = text.replace(/[åäöéèü]/g, letter => plainLetters[letter] ?? letter)
  let from = 0
  while (from < folded.length) {
    const to = folded.indexOf('\n', from)
    const end = to < 0 ? folded.length : to
    const slash = folded.indexOf('/', from + 1)
    if (slash > 0 && slash < end && slash - from >= SHORTEST_PART) {
      const word = folded.slice(from, slash)
      const flags = flagged.slice(slash + 1, end)
      if (flags.includes('Y')) last.add(word)
      if (/[XU]/.test(flags)) openers.add(word)
    }
    from = end + 1
  }
  return { last, openers }
}

/** The words of the Swedish spelling dictionary, read when first needed. */
export function compoundWords(): CompoundWords {
  loaded ??= load()
  return loaded
}
