import { expect, test } from 'vitest'
import { equation } from './equation.ts'
import { isFarFetched } from './far-fetched.ts'
import { cellOf } from './grid.ts'

const prints = ['100', '200', '900', '200', '0', '100']
const sum = equation(
  'sum',
  [
    { cell: 2, weight: -1 },
    { cell: 0, weight: 1 },
    { cell: 1, weight: 1 },
  ],
  [1, 1, 1],
)
const copyOf = (cell: number, of: number) =>
  equation(
    'same-quantity',
    [
      { cell, weight: -1 },
      { cell: of, weight: 1 },
    ],
    [1, 1],
  )
const disputed = (others: readonly ReturnType<typeof copyOf>[]) => ({
  problem: {
    cells: prints.map(printed => ({
      cell: cellOf({ printed, start: 0, end: 3 }),
      siblings: [],
      middle: -1,
      signed: false,
      negative: false,
    })),
    equations: [sum, ...others],
  },
  values: prints.map(Number),
  ease: 0,
  severalSlips: false,
  cluster: [sum],
  touching: prints.map((_, cell) => [sum, ...others].filter(one => one.terms.some(term => term.cell === cell))),
})
const total = new Map([[2, 300]])

test.each([
  { name: 'a cheap change', others: [], cost: 7, changes: total, is: false },
  { name: 'a change as dear as slips that nobody looked for', others: [], cost: 9.5, changes: total, is: true },
  { name: 'the same, where all other cells are confirmed', others: [copyOf(0, 5), copyOf(1, 3)], cost: 9.5, changes: total, is: false },
  { name: 'the same, where one of them is not', others: [copyOf(1, 3)], cost: 9.5, changes: total, is: true },
  { name: 'changes that are dear together', others: [copyOf(0, 5), copyOf(1, 3)], cost: 21, changes: total, is: true },
  { name: 'a change that leaves the sum wrong', others: [], cost: 3, changes: new Map([[2, 400]]), is: true },
  { name: 'no change at all', others: [], cost: 30, changes: new Map<number, number>(), is: false },
])('$name: $is', ({ others, cost, changes, is }) => expect(isFarFetched(disputed(others), cost, changes)).toBe(is))
