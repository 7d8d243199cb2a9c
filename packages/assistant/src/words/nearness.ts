/** Pairs of folded letters that scanning takes for each other: `Mdlardalen`, `Vistra`, `Képing`. */
const confusable = new Set(
  ['ad', 'ai', 'eo', 'il', 'lt', 'ij', 'co', 'uv', 'nm', 'hb', 'ce'].flatMap(pair => [pair, `${pair[1]}${pair[0]}`]),
)
const confusionCost = 0.6

const lettersOf = (word: string): number => {
  let letters = 0
  for (let at = 0; at < word.length; at += 1) letters |= 1 << (word.charCodeAt(at) & 31)
  return letters
}
const bitCount = (bits: number): number => {
  let count = 0
  for (let rest = bits; rest !== 0; rest &= rest - 1) count += 1
  return count
}

/** How many slips a word of this length may have and still be taken for another. */
export const slipsAllowed = (length: number): number => (length < 4 ? 0 : length < 5 ? 0.7 : length < 8 ? 1 : 2)

/** Edit distance with neighbouring letters swapped as one slip and scanning's confusions as a smaller one; Infinity beyond `limit`. */
export const slips = (one: string, other: string, limit: number): number => {
  if (Math.abs(one.length - other.length) > limit) return Number.POSITIVE_INFINITY
  let beforeLast: number[] = []
  let last = Array.from({ length: other.length + 1 }, (_, at) => at)
  for (let row = 1; row <= one.length; row += 1) {
    const current = [row]
    for (let column = 1; column <= other.length; column += 1) {
      const a = one.charAt(row - 1)
      const b = other.charAt(column - 1)
      const change = a === b ? 0 : confusable.has(a + b) ? confusionCost : 1
      let best = Math.min((last[column - 1] ?? 0) + change, (last[column] ?? 0) + 1, (current[column - 1] ?? 0) + 1)
      if (row > 1 && column > 1 && a === other.charAt(column - 2) && one.charAt(row - 2) === b) {
        best = Math.min(best, (beforeLast[column - 2] ?? 0) + confusionCost)
      }
      current.push(best)
    }
    if (Math.min(...current) > limit) return Number.POSITIVE_INFINITY
    beforeLast = last
    last = current
  }
  const total = last[other.length] ?? Number.POSITIVE_INFINITY
  return total <= limit ? total : Number.POSITIVE_INFINITY
}

/** A set of folded words that can be asked for the ones spelled almost like another. */
export interface WordBook {
  has(word: string): boolean
  /** Nearest words with their slips, fewest first, at most as many slips as the word's length allows. */
  near(word: string): readonly { readonly word: string; readonly slips: number }[]
}

export const wordBook = (words: Iterable<string>): WordBook => {
  const known = new Set(words)
  const byLength = new Map<number, { readonly word: string; readonly letters: number }[]>()
  for (const word of known) {
    const list = byLength.get(word.length) ?? []
    list.push({ word, letters: lettersOf(word) })
    byLength.set(word.length, list)
  }
  const near = (word: string): { readonly word: string; readonly slips: number }[] => {
    const limit = slipsAllowed(word.length)
    if (limit === 0) return []
    const letters = lettersOf(word)
    const found: { readonly word: string; readonly slips: number }[] = []
    for (let length = word.length - Math.floor(limit); length <= word.length + Math.floor(limit); length += 1) {
      for (const entry of byLength.get(length) ?? []) {
        if (bitCount(entry.letters ^ letters) > 2 * Math.ceil(limit)) continue
        const distance = slips(word, entry.word, limit)
        if (distance <= limit) found.push({ word: entry.word, slips: distance })
      }
    }
    return found.sort((one, other) => one.slips - other.slips)
  }
  return { has: word => known.has(word), near }
}
