import { countGrams, hash } from '../word-grams.ts'

const SHORTEST = 3
const LONGEST = 4
const PLACES = 2 ** 18
const FEWEST_TEXTS = 2
const SATURATION = 1.2
const LENGTH_SHARE = 0.5

/** How often each place of a text's character runs occurs; runs are hashed into 2¹⁸ places. */
export function placesOf(text: string): ReadonlyMap<number, number> {
  const counts = new Map<number, number>()
  for (const [gram, count] of countGrams(text, SHORTEST, LONGEST)) {
    const place = hash(gram) % PLACES
    counts.set(place, (counts.get(place) ?? 0) + count)
  }
  return counts
}

/** Which places a model knows, in ascending order, how much each tells, and how many runs a text has that is neither short nor long. */
export interface GramWeights {
  readonly places: Uint32Array
  /** ln(1 + (texts − with it + ½) / (texts with it + ½)), as in BM25. */
  readonly weights: Float32Array
  readonly usualLength: number
}

const lengthOf = (counts: ReadonlyMap<number, number>): number => [...counts.values()].reduce((sum, count) => sum + count, 0)

/** Learns from texts; runs that only one text has tell nothing of others. `most` keeps the ones that most texts have. */
export function learnWeights(texts: readonly ReadonlyMap<number, number>[], most: number): GramWeights {
  const inTexts = new Uint32Array(PLACES)
  for (const counts of texts) for (const place of counts.keys()) inTexts[place] = (inTexts[place] ?? 0) + 1
  const known = [...inTexts.keys()].filter(place => (inTexts[place] ?? 0) >= FEWEST_TEXTS)
  const kept = known.sort((a, b) => (inTexts[b] ?? 0) - (inTexts[a] ?? 0)).slice(0, most)
  const places = Uint32Array.from(kept).sort()
  const weightOf = (found: number) => Math.log(1 + (texts.length - found + 0.5) / (found + 0.5))
  const length = texts.reduce((sum, counts) => sum + lengthOf(counts), 0)
  return { places, weights: Float32Array.from(places, place => weightOf(inTexts[place] ?? 0)), usualLength: length / texts.length || 1 }
}

/** A text as weighted places: `index` points into the model's places. */
export interface SparseVector {
  readonly index: Uint32Array
  readonly value: Float32Array
}

/** Finds a place's number in the model. */
export function placeNumbers({ places }: GramWeights): (place: number) => number | undefined {
  const numbers = new Int32Array(PLACES).fill(-1)
  places.forEach((place, number) => {
    numbers[place] = number
  })
  return place => {
    const number = numbers[place] ?? -1
    return number < 0 ? undefined : number
  }
}

function weighBy(
  counts: ReadonlyMap<number, number>,
  numberOf: (place: number) => number | undefined,
  weightOf: (count: number, number: number) => number,
): SparseVector {
  const index: number[] = []
  const value: number[] = []
  for (const [place, count] of counts) {
    const number = numberOf(place)
    if (number === undefined) continue
    index.push(number)
    value.push(weightOf(count, number))
  }
  return { index: Uint32Array.from(index), value: Float32Array.from(value) }
}

/**
 * A passage's weighted places, as BM25 weighs terms: what few texts have tells most, saying it again tells less each time, and in a long passage each run tells
 * less. The inner product with a question's places is the passage's BM25 score. Places that the model does not know are left out.
 */
export function weighPassage(
  counts: ReadonlyMap<number, number>,
  { weights, usualLength }: GramWeights,
  numberOf: (place: number) => number | undefined,
): SparseVector {
  const room = SATURATION * (1 - LENGTH_SHARE + (LENGTH_SHARE * lengthOf(counts)) / usualLength)
  return weighBy(counts, numberOf, (count, number) => ((weights[number] ?? 0) * count * (SATURATION + 1)) / (count + room))
}

/** A question's places: each as often as it stands there. */
export const weighQuestion = (counts: ReadonlyMap<number, number>, numberOf: (place: number) => number | undefined): SparseVector =>
  weighBy(counts, numberOf, count => count)
