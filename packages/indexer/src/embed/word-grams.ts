import { words } from '../analysis/fold.ts'
import { stem } from '../analysis/stem.ts'
import { stopWords } from '../analysis/stop-words.ts'

/** FNV-1a, 32 bits: small, fast, the same on every machine. */
export function hash(text: string): number {
  let value = 0x811c9dc5
  for (let index = 0; index < text.length; index += 1) value = Math.imul(value ^ text.charCodeAt(index), 0x01000193)
  value = Math.imul(value ^ (value >>> 15), 0x2c1b3c6d)
  return (value ^ (value >>> 13)) >>> 0
}

/**
 * How often each run of some number of characters occurs in the stems of a text, word borders included; numbers and stop words left out.
 *
 * @example countGrams('en insats', 3, 3) // <in 1, ins 1, nsa 1, sat 1, at> 1 …
 */
export function countGrams(text: string, shortest: number, longest: number): Map<string, number> {
  const counts = new Map<string, number>()
  for (const word of words(text)) {
    if (stopWords.has(word) || /^\d/.test(word)) continue
    const bordered = `<${stem(word)}>`
    for (let length = shortest; length <= longest; length += 1)
      for (let start = 0; start + length <= bordered.length; start += 1) {
        const gram = bordered.slice(start, start + length)
        counts.set(gram, (counts.get(gram) ?? 0) + 1)
      }
  }
  return counts
}
