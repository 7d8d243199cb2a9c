import { countGrams, hash } from '../word-grams.ts'

const SHORTEST = 3
const LONGEST = 4
const PLACES = 2 ** 18
const FEWEST_TEXTS = 2

/** How often each place of a text's character runs occurs; runs are hashed into 2¹⁸ places. */
export function placesOf(text: string): ReadonlyMap<number, number> {
  const counts = new Map<number, number>()
  for (const [gram, count] of countGrams(text, SHORTEST, LONGEST)) {
    const place = hash(gram) % PLACES
    counts.set(place, (counts.get(place) ?? 0) + count)
  }
  return counts
}

/** Which places a model knows, in ascending order, and how much each tells: ln((1 + texts) / (1 + texts with it)). */
export interface GramWeights {
  readonly places: Uint32Array
  readonly weights: Float32Array
}

/** Learns from texts; runs that only one text has tell nothing of others. `most` keeps the ones that most texts have. */
export function learnWeights(texts: readonly ReadonlyMap<number, number>[], most: number): GramWeights {
  const inTexts = new Uint32Array(PLACES)
  for (const counts of texts) for (const place of counts.keys()) inTexts[place] = (inTexts[place] ?? 0) + 1
  const known = [...inTexts.keys()].filter(place => (inTexts[place] ?? 0) >= FEWEST_TEXTS)
  const kept = known.sort((a, b) => (inTexts[b] ?? 0) - (inTexts[a] ?? 0)).slice(0, most)
  const places = Uint32Array.from(kept).sort()
  return { places, weights: Float32Array.from(places, place => Math.log((1 + texts.length) / (1 + (inTexts[place] ?? 0)))) }
}

/** A text as weighted places, scaled to length 1: `index` points into the model's places. */
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

/** A text's weighted places. Those that the model does not know are left out. */
export function weigh(
  counts: ReadonlyMap<number, number>,
  { weights }: GramWeights,
  numberOf: (place: number) => number | undefined,
): SparseVector {
  const index: number[] = []
  const value: number[] = []
  for (const [place, count] of counts) {
    const number = numberOf(place)
    if (number === undefined) continue
    index.push(number)
    value.push((1 + Math.log(count)) * (weights[number] ?? 0))
  }
  const length = Math.hypot(...value) || 1
  return { index: Uint32Array.from(index), value: Float32Array.from(value, component => component / length) }
}
