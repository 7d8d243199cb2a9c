import { setImmediate as breathe } from 'node:timers/promises'

/** A matrix of numbers, row after row. */
export interface Dense {
  readonly rows: number
  readonly columns: number
  readonly values: Float64Array
}

const ROWS_A_BREATH = 256

/** Calls for every row in order, and lets others on the thread have their turn in between. */
export async function eachRow(rows: number, visit: (row: number) => void): Promise<void> {
  for (let row = 0; row < rows; row += 1) {
    if (row % ROWS_A_BREATH === ROWS_A_BREATH - 1) await breathe()
    visit(row)
  }
}

export const zeros = (rows: number, columns: number): Dense => ({ rows, columns, values: new Float64Array(rows * columns) })

/** One row of a matrix; what is written to it is written to the matrix. */
export const rowOf = ({ values, columns }: Dense, row: number): Float64Array => values.subarray(row * columns, (row + 1) * columns)

const dot = (a: Float64Array, b: Float64Array, length: number): number => {
  let sum = 0
  for (let index = 0; index < length; index += 1) sum += (a[index] ?? 0) * (b[index] ?? 0)
  return sum
}

/** What of a column lies along each earlier one. */
function along(matrix: Dense, column: number): Float64Array {
  const found = new Float64Array(column)
  for (let row = 0; row < matrix.rows; row += 1) {
    const values = rowOf(matrix, row)
    const own = values[column] ?? 0
    for (let other = 0; other < column; other += 1) found[other] = (found[other] ?? 0) + own * (values[other] ?? 0)
  }
  return found
}

function takeAway(matrix: Dense, column: number, parts: Float64Array): void {
  for (let row = 0; row < matrix.rows; row += 1) {
    const values = rowOf(matrix, row)
    values[column] = (values[column] ?? 0) - dot(values, parts, column)
  }
}

function scaleColumn(matrix: Dense, column: number): void {
  let square = 0
  for (let row = 0; row < matrix.rows; row += 1) square += (rowOf(matrix, row)[column] ?? 0) ** 2
  const scale = square > 1e-18 ? 1 / Math.sqrt(square) : 0
  for (let row = 0; row < matrix.rows; row += 1) {
    const values = rowOf(matrix, row)
    values[column] = (values[column] ?? 0) * scale
  }
}

/** Makes the columns orthonormal, in place (Gram–Schmidt, twice for exactness). A column that depends on earlier ones becomes zero. */
export async function orthonormalise(matrix: Dense): Promise<void> {
  for (let column = 0; column < matrix.columns; column += 1) {
    takeAway(matrix, column, along(matrix, column))
    takeAway(matrix, column, along(matrix, column))
    scaleColumn(matrix, column)
    await breathe()
  }
}

/** The product of one matrix turned over and another: aᵀ b. */
export async function innerProducts(a: Dense, b: Dense): Promise<Dense> {
  const product = zeros(a.columns, b.columns)
  await eachRow(a.rows, row => {
    const left = rowOf(a, row)
    const right = rowOf(b, row)
    for (let index = 0; index < a.columns; index += 1) {
      const weight = left[index] ?? 0
      if (weight === 0) continue
      const target = rowOf(product, index)
      for (let column = 0; column < b.columns; column += 1) target[column] = (target[column] ?? 0) + weight * (right[column] ?? 0)
    }
  })
  return product
}

/** The lower triangle L of a symmetric positive matrix L Lᵀ (Cholesky); a little is added to the diagonal so that rounding does no harm. */
export function lowerTriangle(symmetric: Dense): Dense {
  const size = symmetric.rows
  const lower = zeros(size, size)
  let trace = 0
  for (let index = 0; index < size; index += 1) trace += rowOf(symmetric, index)[index] ?? 0
  const ridge = (1e-9 * trace) / size + Number.MIN_VALUE
  for (let row = 0; row < size; row += 1) {
    const own = rowOf(lower, row)
    for (let column = 0; column <= row; column += 1) {
      const rest = (rowOf(symmetric, row)[column] ?? 0) - dot(own, rowOf(lower, column), column)
      own[column] = row === column ? Math.sqrt(Math.max(rest, 0) + ridge) : rest / (rowOf(lower, column)[column] ?? 1)
    }
  }
  return lower
}

/** Solves L x = b for every row b of a matrix, in place. */
export async function solveRows(lower: Dense, matrix: Dense): Promise<void> {
  await eachRow(matrix.rows, row => {
    const values = rowOf(matrix, row)
    for (let column = 0; column < lower.rows; column += 1) {
      const line = rowOf(lower, column)
      values[column] = ((values[column] ?? 0) - dot(line, values, column)) / (line[column] ?? 1)
    }
  })
}
