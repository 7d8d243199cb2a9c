import { type Embedder, normalise } from './embedder.ts'
import { countGrams, hash } from './word-grams.ts'

const SHORTEST = 3
const LONGEST = 5

function embedOne(text: string, dimensions: number): Float32Array {
  const vector = new Float32Array(dimensions)
  for (const [gram, count] of countGrams(text, SHORTEST, LONGEST)) {
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
