import { describe, expect, test } from 'vitest'
import { COSTS } from '../number/costs.ts'
import { findShareRelations } from './share-relations.ts'
import type { ShareTable } from './share-table.ts'

/** A table from its printed numbers; cells are numbered row by row. A row's label ends with `=` where it is a total, with `%` where it holds percents. */
function relationsOf(rows: readonly (readonly [string, ...(number | null)[]])[], shares: readonly number[]) {
  const columns = (rows[0]?.length ?? 1) - 1
  const values = rows.flatMap(([, ...cells]) => cells)
  const table: ShareTable = {
    rows: rows.map(([label], row) => ({
      label,
      cells: Array.from({ length: columns }, (_, column) => ({ cell: row * columns + column, weight: 1 })),
      share: label.endsWith('%'),
      total: label.endsWith('='),
      apart: false,
    })),
    shares: Array.from({ length: columns }, (_, column) => shares.includes(column)),
    times: Array.from({ length: columns }, (_, column) => `t${column}`),
    beyond: [],
  }
  const at = (id: number) => {
    const value = values[id]
    return value === null || value === undefined ? undefined : { value, step: Number.isInteger(value) ? 1 : 0.1 }
  }
  return findShareRelations(table, { at, openAt: () => [], missCost: COSTS.sourceError.nats }).map(({ equations, ties, misses }) => {
    const [first] = equations
    return { part: first?.part.map(term => term.cell), whole: first?.whole.map(term => term.cell), less: first?.less, ties, misses }
  })
}

describe('a column of percents is told by its figures', () => {
  test.each([
    {
      name: 'parts of a total, subtotals among them',
      rows: [
        ['A', 2_850, 26.6],
        ['B', 1_640, 15.3],
        ['Delsumma=', 4_490, 42],
        ['C', 6_210, 58],
        ['Summa=', 10_700, 100],
      ],
      shares: [1],
      found: { part: [0], whole: [8], less: 0, ties: 4, misses: 0 },
    },
    {
      name: 'parts of each of two totals',
      rows: [
        ['A', 75, 75],
        ['B', 25, 25],
        ['Summa=', 100, 100],
        ['C', 180, 60],
        ['D', 120, 40],
        ['Summa=', 300, 100],
      ],
      shares: [1],
      found: { part: [0], whole: [4], less: 0, ties: 4, misses: 0 },
    },
    {
      name: 'parts of all items, where no total is printed',
      rows: [
        ['A', 43_674, 48.4],
        ['B', 28_269, 31.3],
        ['C', 7_528, 8.3],
        ['D', 5_512, 6.1],
        ['E', 5_309, 5.9],
      ],
      shares: [1],
      found: { part: [0], whole: [0, 2, 4, 6, 8], less: 0, ties: 5, misses: 0 },
    },
    {
      name: 'what is used of a budget',
      rows: [
        ['A', 1_850, 1_204, 65],
        ['B', 2_100, 1_322, 63],
        ['C', 1_650, 1_018, 62],
        ['D', 1_400, 771, 55],
      ],
      shares: [2],
      found: { part: [1], whole: [0], less: 0, ties: 4, misses: 0 },
    },
    {
      name: 'the change on the year before',
      rows: [
        ['A', 5_100, 4_400, -13.7],
        ['B', 623, 538, -13.6],
        ['C', 219, 188, -14.2],
        ['D', 643, 554, -13.8],
      ],
      shares: [2],
      found: { part: [1], whole: [0], less: 1, ties: 4, misses: 0 },
    },
    {
      name: 'one percent among many that does not fit',
      rows: [
        ['A', 2_850, 26.6],
        ['B', 1_640, 51.3],
        ['C', 960, 9],
        ['D', 1_425, 13.3],
        ['E', 3_825, 35.7],
        ['Summa=', 10_700, 100],
      ],
      shares: [1],
      found: { part: [0], whole: [10], less: 0, ties: 4, misses: 1 },
    },
  ] as const)('$name', ({ rows, shares, found }) => expect(relationsOf(rows, shares)).toEqual([found]))
})

describe('a row of percents is told by its figures and its label', () => {
  test('the ratio of two rows', () =>
    expect(
      relationsOf(
        [
          ['Bidrag', 9_720, 9_240, 8_800],
          ['Kostnader', 10_700, 10_290, 9_200],
          ['Eget kapital', 2_170, 1_120, 720],
          ['Eget kapital i %', 22.3, 12.1, 8.2],
        ],
        [],
      ),
    ).toEqual([{ part: [6], whole: [0], less: 0, ties: 3, misses: 0 }]))
  test('a change from column to column', () =>
    expect(
      relationsOf(
        [
          ['Kostnader', 6_000, 6_692, 7_559, 8_202],
          ['Bidrag', 7_000, 7_000, 7_100, 7_100],
          ['Kostnadsökning %', null, 11.5, 13, 8.5],
        ],
        [],
      ),
    ).toEqual([{ part: [1], whole: [0], less: 1, ties: 3, misses: 0 }]))
})

describe('percents of what is not printed are left alone', () => {
  test.each([
    {
      name: 'goals',
      rows: [
        ['A', 312, 75],
        ['B', 287, 80],
        ['C', 241, 56],
        ['D', 198, 62],
      ],
      shares: [1],
    },
    {
      name: 'two ties by chance among misses',
      rows: [
        ['A', 50, 50],
        ['B', 25, 25],
        ['C', 15, 3],
        ['D', 10, 90],
        ['Summa=', 100, 100],
      ],
      shares: [1],
    },
    {
      name: 'one column of a row',
      rows: [
        ['Eget kapital', 58],
        ['Tillgångar', 100],
        ['Soliditet %', 58],
      ],
      shares: [],
    },
  ] as const)('$name', ({ rows, shares }) => expect(relationsOf(rows, shares)).toEqual([]))
})
