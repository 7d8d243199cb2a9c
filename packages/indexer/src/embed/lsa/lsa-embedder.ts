import { type Embedder, normalise } from '../embedder.ts'
import { eachRow } from './dense.ts'
import { placeNumbers, placesOf, type SparseVector, weigh } from './gram-weights.ts'
import { decodeModel, type LsaModel } from './model.ts'

function project({ index, value }: SparseVector, { rows, columns, scales, dimensions }: LsaModel): Float32Array {
  const vector = new Float32Array(dimensions)
  index.forEach((place, at) => {
    const factor = (value[at] ?? 0) * (scales[place] ?? 0)
    const start = place * columns
    for (let column = 0; column < columns; column += 1) vector[column] = (vector[column] ?? 0) + factor * (rows[start + column] ?? 0)
  })
  return normalise(vector)
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
  return {
    id: name,
    dimensions: model.dimensions,
    async embed(texts) {
      const vectors: Float32Array[] = []
      await eachRow(texts.length, row => {
        vectors.push(project(weigh(placesOf(texts[row] ?? ''), model.weights, numberOf), model))
      })
      return vectors
    },
  }
}
