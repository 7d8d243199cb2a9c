import { expect, test } from 'vitest'
import { cellOf, type Grid, type GridReading } from './grid.ts'
import { jointRivals } from './joint-rivals.ts'

const role = { total: 'none', ofWhich: false, cost: true, opening: false, closing: false, apart: false } as const
const reading = (cost: number, printed: string): GridReading => ({
  cost,
  cells: [cellOf(printed === '' ? undefined : { printed, start: 0, end: printed.length })],
  toLabel: 0,
})
const row = (...readings: readonly GridReading[]): Grid['rows'][number] => ({
  label: '',
  heading: '',
  sectionIndex: 0,
  depth: 0,
  role,
  readings,
})

/** One column whose last row is the total of the others; the second reading of each row is the one chosen. */
const rivalsIn = (rows: Grid['rows'], slack: number) => {
  const total = rows.length - 1
  const terms = rows.map((_, index) => ({ row: index, column: 0, weight: index === total ? -1 : 1 }))
  const choice = rows.map(({ readings }) => readings.length - 1)
  const equations = [{ kind: 'sum' as const, terms, slack, step: 1 }]
  const found = jointRivals({ grid: { columns: 1, rows }, choice, sums: [], relations: [], equations })
  return [...found].map(([at, readings]) => [at, ...readings])
}

const minusApart = row(reading(0.2, '- 33'), reading(2.5, '33'))
const shifted = row(reading(1.9, ''), reading(1.9, '-65'))
const total = row(reading(0, '-547'))

test('two rows read anew that cancel out within rounding are rivals of the chosen readings', () =>
  expect(rivalsIn([row(reading(0, '-515')), minusApart, shifted, total], 1.5)).toEqual([
    [1, 0],
    [2, 0],
  ]))

test('two rows that would move the sum by more are none', () =>
  expect(rivalsIn([row(reading(0, '-515')), minusApart, shifted, total], 0.5)).toEqual([]))

test('a reading far cheaper than the chosen one is a rival, though a small difference speaks against it', () =>
  expect(rivalsIn([row(reading(0, '50')), row(reading(0, '3'), reading(3.5, '2')), row(reading(0, '52'))], 0.1)).toEqual([[1, 0]]))
