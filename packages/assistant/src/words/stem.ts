const inflections = ['arna', 'erna', 'orna', 'andet', 'ade', 'ar', 'er', 'or', 'en', 'et', 'an', 'na'].sort(
  (one, other) => other.length - one.length,
)
const shortestStem = 4

const without = (word: string, ending: string): string | undefined =>
  word.endsWith(ending) && word.length - ending.length >= shortestStem ? word.slice(0, -ending.length) : undefined

const settle = (word: string): string => {
  let rest = word
  for (let shorter = nextOf(rest); shorter !== undefined; shorter = nextOf(rest)) rest = shorter
  return rest
}
const nextOf = (word: string): string | undefined => {
  const bare = without(word, 's') ?? without(word, 'a') ?? without(word, 'e') ?? without(word, 'ar')
  if (bare !== undefined) return bare
  return word.length > shortestStem && /([bdfgklmnprt])\1$/.test(word) ? word.slice(0, -1) : undefined
}

/** `lönen`, `taket`, `målen`: the definite form of a word of three letters that ends in a consonant. */
const definiteOfShort = /^([a-z]?[bcdfghjklmnpqrstvwxz]?[aeiouy][bdfgklmnprst])(?:en|et|ens|ets)$/

/**
 * The part of a folded word that its inflections share, in Swedish and English alike; at least four letters stay.
 * `kostnadernas`, `kostnad`, `kostnader` → `kostnad`; `processtödjarna`, `processtödjare` → `processtodj`; `costs` → `cost`.
 */
export const stem = (folded: string): string => {
  const short = definiteOfShort.exec(folded)?.[1]
  if (short !== undefined) return short
  const bare = without(folded, 's') ?? folded
  const neuter = /[a-z]{3}samt$/.test(bare) ? bare.slice(0, -1) : bare
  const nominative = /[rl]n$/.test(neuter) ? (without(neuter, 'n') ?? neuter) : neuter
  const inflected = inflections
    .filter(ending => ending !== 'or' || !/[ts]or$/.test(nominative))
    .map(ending => without(nominative, ending))
    .find(shorter => shorter !== undefined)
  return settle(inflected ?? nominative)
}
