import { words } from '../analysis/fold.ts'
import { stem } from '../analysis/stem.ts'
import { stopWords } from '../analysis/stop-words.ts'
import { type Embedder, normalise } from './embedder.ts'

const SHORTEST = 3
const LONGEST = 5

/** FNV-1a, 32 bits: small, fast, the same on every machine. */
function hash(text: string): number {
  let value = 0x811c9dc5
  for (let index = 0; index < text.length; index += 1) value = Math.imul(value ^ text.charCodeAt(index), 0x01000193)
  value = Math.imul(value ^ (value >>> 15), 0x2c1b3c6d)
  return (value ^ (value >>> 13)) >>> 0
}

/** How often each run of 3 to 5 characters occurs in the words of a text, word borders included. */
function countGrams(text: string): Map<string, number> {
  const counts = new Map<string, number>()
  for (const word of words(text)) {
    if (stopWords.has(word) || /^\d/.test(word)) continue
    const bordered = `<${stem(word)}>`
    for (let length = SHORTEST; length <= LONGEST; length += 1)
      for (let start = 0; start + length <= bordered.length; start += 1) {
        const gram = bordered.slice(start, start + length)
        counts.set(gram, (counts.get(gram) ?? 0) + 1)
      }
  }
  return counts
}

function embedOne(text: string, dimensions: number): Float32Array {
  const vector = new Float32Array(dimensions)
  for (const [gram, count] of countGrams(text)) {
    const bits = hash(gram)
    const place = bits % dimensions
    const sign = bits & 0x80000000 ? -1 : 1
    vector[place] = (vector[place] ?? 0) + sign * (1 + Math.log(count))
  }
  return normalise(vector)
}

/**
 * The built-in embedder: character runs of words, hashed with a sign into a fixed number of places. Nothing is fitted, downloaded or sent.
 * It finds spellings (OCR damage, compounds, inflection), not meanings.
 *
 * @example  (await hashedGrams().embed(['Försäkringskassan']))[0] // near the vector of 'Forsdkringskassan'
 */
export const hashedGrams = (dimensions = 1024): Embedder => ({
  id: `hashed-grams-${SHORTEST}-${LONGEST}-${dimensions}-v1`,
  dimensions,
  embed: async texts => texts.map(text => embedOne(text, dimensions)),
})
