import { type Dense, eachRow, innerProducts, lowerTriangle, orthonormalise, rowOf, solveRows, zeros } from './dense.ts'
import { learnWeights, placeNumbers, placesOf, type SparseVector, weighPassage } from './gram-weights.ts'
import { encodeModel } from './model.ts'

const ROUNDS = 3
const MOST_PLACES = 40_000

/** A small random generator: the same texts give the same model. */
function steadyNoise(): () => number {
  let state = 1
  return () => {
    state = (Math.imul(state, 1_664_525) + 1_013_904_223) >>> 0
    return state / 2 ** 32 - 0.5
  }
}

function addScaled(target: Float64Array, source: Float64Array, factor: number): void {
  for (let column = 0; column < target.length; column += 1) target[column] = (target[column] ?? 0) + factor * (source[column] ?? 0)
}

/** X B: one row a text. */
async function forTexts(texts: readonly SparseVector[], byPlace: Dense): Promise<Dense> {
  const product = zeros(texts.length, byPlace.columns)
  await eachRow(texts.length, row => {
    const { index, value } = texts[row] ?? { index: [], value: [] }
    for (const [at, place] of index.entries()) addScaled(rowOf(product, row), rowOf(byPlace, place), value[at] ?? 0)
  })
  return product
}

/** Xᵀ Q: one row a place. */
async function forPlaces(texts: readonly SparseVector[], byText: Dense, places: number): Promise<Dense> {
  const product = zeros(places, byText.columns)
  await eachRow(texts.length, row => {
    const { index, value } = texts[row] ?? { index: [], value: [] }
    for (const [at, place] of index.entries()) addScaled(rowOf(product, place), rowOf(byText, row), value[at] ?? 0)
  })
  return product
}

/**
 * The directions in which the texts differ most, one row a place, orthonormal columns: a randomised truncated SVD by subspace iteration
 * (Halko, Martinsson, Tropp 2011).
 */
async function mainDirections(texts: readonly SparseVector[], places: number, dimensions: number): Promise<Dense> {
  const noise = steadyNoise()
  let byText = zeros(texts.length, dimensions)
  byText.values.forEach((_, at) => {
    byText.values[at] = noise()
  })
  for (let round = 0; round < ROUNDS; round += 1) {
    byText = await forTexts(texts, await forPlaces(texts, byText, places))
    await orthonormalise(byText)
  }
  const byPlace = await forPlaces(texts, byText, places)
  const squared = await innerProducts(byText, await forTexts(texts, byPlace))
  await solveRows(lowerTriangle(squared), byPlace)
  return byPlace
}

/** How long the longest text is along some directions. */
async function longestOf(texts: readonly SparseVector[], directions: Dense): Promise<number> {
  const along = await forTexts(texts, directions)
  let longest = 0
  await eachRow(along.rows, row => {
    longest = Math.max(longest, Math.hypot(...rowOf(along, row)))
  })
  return longest
}

/**
 * Fits a model of latent semantic analysis to texts: character runs weighed as in BM25, reduced to their main directions. The same texts in the same
 * order give the same bytes.
 *
 * @param dimensions  how many numbers a vector will have; with fewer texts the rest stay 0
 * @returns           the model, to be kept and read by `lsaEmbedder`
 */
export async function fitLsa(texts: readonly string[], dimensions: number): Promise<Uint8Array> {
  const counted: ReadonlyMap<number, number>[] = []
  await eachRow(texts.length, row => {
    counted.push(placesOf(texts[row] ?? ''))
  })
  const weights = learnWeights(counted, MOST_PLACES)
  const numberOf = placeNumbers(weights)
  const weighed = counted.map(counts => weighPassage(counts, weights, numberOf))
  // One number of a vector is kept for what makes all of them equally long.
  const directions = await mainDirections(weighed, weights.places.length, Math.min(dimensions - 1, texts.length))
  return encodeModel({ weights, directions, dimensions, longest: await longestOf(weighed, directions) })
}
