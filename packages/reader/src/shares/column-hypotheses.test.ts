import { expect, test } from 'vitest'
import { columnHypotheses } from './column-hypotheses.ts'

test('of a long and wide table few things are thought of', () => {
  const [rows, columns] = [400, 13]
  const table = {
    rows: Array.from({ length: rows }, (_, row) => ({
      label: `Rad ${row}`,
      cells: Array.from({ length: columns }, (__, column) => ({ cell: row * columns + column, weight: 1 })),
      share: false,
      total: row % 2 === 0,
      apart: false,
    })),
    shares: Array.from({ length: columns }, (_, column) => column % 2 === 1),
    times: Array.from({ length: columns }, (_, column) => `t${column}`),
    beyond: [],
  }
  const found = columnHypotheses(table, 1, () => ({ value: 100, step: 1 }))
  expect(found.length).toBeLessThan(200)
  expect(Math.max(...found.flatMap(({ equations }) => equations.map(({ whole }) => whole.length)))).toBe(1)
})
