import { type Embedder, normalise } from '../embedder.ts'
import { eachRow } from './dense.ts'
import { placeNumbers, placesOf, type SparseVector, weighPassage, weighQuestion } from './gram-weights.ts'
import { decodeModel, type LsaModel } from './model.ts'

/** Along each direction of a model; what is left of the vector's length stays 0. */
function project({ index, value }: SparseVector, { rows, columns, scales, dimensions }: LsaModel): Float32Array {
  const vector = new Float32Array(dimensions)
  index.forEach((place, at) => {
    const factor = (value[at] ?? 0) * (scales[place] ?? 0)
    const start = place * columns
    for (let column = 0; column < columns; column += 1) vector[column] = (vector[column] ?? 0) + factor * (rows[start + column] ?? 0)
  })
  return vector
}

/**
 * Makes all passages equally long by their last number, which questions leave 0: so the angle to a question orders passages as the inner product with
 * it does, and how much a passage says of something counts, not only what share of it. A passage without known runs stays 0.
 */
function filledUp(vector: Float32Array, longest: number): Float32Array {
  let square = 0
  for (const component of vector) square += component * component
  if (square > 0) vector[vector.length - 1] = Math.sqrt(Math.max(0, longest * longest - square))
  return normalise(vector)
}

async function eachOf(texts: readonly string[], embedOne: (text: string) => Float32Array): Promise<readonly Float32Array[]> {
  const vectors: Float32Array[] = []
  await eachRow(texts.length, row => {
    vectors.push(embedOne(texts[row] ?? ''))
  })
  return vectors
}

/**
 * Embeds with a model that `fitLsa` made: texts that share character runs with the same other texts are near, whatever their own spelling.
 * It knows damage, inflection and compounds, and which words occur together in the fitted texts; it knows no meanings beyond that.
 *
 * @param name  tells models apart: vectors of different names cannot be compared
 * @returns     undefined where the bytes are no model
 */
export function lsaEmbedder(name: string, bytes: Uint8Array): Embedder | undefined {
  const model = decodeModel(bytes)
  if (!model) return undefined
  const numberOf = placeNumbers(model.weights)
  const ofPassage = (text: string) => filledUp(project(weighPassage(placesOf(text), model.weights, numberOf), model), model.longest)
  const ofQuestion = (text: string) => normalise(project(weighQuestion(placesOf(text), numberOf), model))
  return {
    id: name,
    dimensions: model.dimensions,
    embed: texts => eachOf(texts, ofPassage),
    embedQuestions: texts => eachOf(texts, ofQuestion),
  }
}
