import { type Dense, rowOf } from './dense.ts'
import type { GramWeights } from './gram-weights.ts'

const MARK = 0x6c736132
/** The mark, the number of places, of directions and of dimensions; then the usual length and the longest. */
const HEADER = 6
const WHOLE = 4
const LARGEST = 127

/** What a fit found. */
export interface FittedModel {
  readonly weights: GramWeights
  /** One row a place. */
  readonly directions: Dense
  /** The length of the vectors, more than the number of directions. */
  readonly dimensions: number
  /** The length of the longest fitted text along the directions. */
  readonly longest: number
}

/** A model as it is used: directions are whole numbers from −127 to 127, times the scale of their row. */
export interface LsaModel {
  readonly weights: GramWeights
  readonly dimensions: number
  readonly longest: number
  readonly columns: number
  readonly scales: Float32Array
  readonly rows: Int8Array
}

const largestOf = (row: Float64Array): number => row.reduce((most, value) => Math.max(most, Math.abs(value)), 0)

/** A model as bytes: a header, then places, weights, scales and rows. */
export function encodeModel({ weights, directions, dimensions, longest }: FittedModel): Uint8Array {
  const { rows, columns } = directions
  const bytes = new Uint8Array(4 * (HEADER + 3 * rows) + rows * columns)
  const numbers = new Uint32Array(bytes.buffer, 0, HEADER + rows)
  numbers.set([MARK, rows, columns, dimensions])
  numbers.set(weights.places, HEADER)
  new Float32Array(bytes.buffer, 4 * WHOLE, HEADER - WHOLE).set([weights.usualLength, longest])
  const floats = new Float32Array(bytes.buffer, 4 * (HEADER + rows), 2 * rows)
  floats.set(weights.weights)
  const small = new Int8Array(bytes.buffer, 4 * (HEADER + 3 * rows))
  for (let row = 0; row < rows; row += 1) {
    const values = rowOf(directions, row)
    const scale = largestOf(values) / LARGEST
    floats[rows + row] = scale
    values.forEach((value, column) => {
      small[row * columns + column] = scale > 0 ? Math.round(value / scale) : 0
    })
  }
  return bytes
}

/** Reads a model; undefined where the bytes are none. */
export function decodeModel(stored: Uint8Array): LsaModel | undefined {
  const bytes = stored.slice()
  if (bytes.length < 4 * HEADER) return undefined
  const [mark, rows = 0, columns = 0, dimensions = 0] = new Uint32Array(bytes.buffer, 0, WHOLE)
  if (mark !== MARK || columns >= dimensions || bytes.length !== 4 * (HEADER + 3 * rows) + rows * columns) return undefined
  const [usualLength = 0, longest = 0] = new Float32Array(bytes.buffer, 4 * WHOLE, HEADER - WHOLE)
  return {
    dimensions,
    longest,
    columns,
    weights: {
      usualLength,
      places: new Uint32Array(bytes.buffer, 4 * HEADER, rows),
      weights: new Float32Array(bytes.buffer, 4 * (HEADER + rows), rows),
    },
    scales: new Float32Array(bytes.buffer, 4 * (HEADER + 2 * rows), rows),
    rows: new Int8Array(bytes.buffer, 4 * (HEADER + 3 * rows)),
  }
}
