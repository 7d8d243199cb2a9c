import { expect, test } from 'vitest'
import { findDifferences } from './golden-differences.ts'
import type { PlacedValue } from './golden-figures.ts'

const value = (amount: number | null, status = 'printed', alternatives: readonly number[] = []): PlacedValue => ({
  place: '7 budget 2024-01-01..2024-12-31',
  label: 'Enter',
  amount,
  status,
  alternatives,
})
const at = '7 budget 2024-01-01..2024-12-31, Enter'

test.each([
  { name: 'the same value', golden: value(40), read: value(40), differences: [] },
  { name: 'a confirmed value', golden: value(40), read: value(40, 'confirmed'), differences: [] },
  { name: 'another amount', golden: value(40), read: value(41), differences: [`${at}: wanted 40 (printed), read 41 (printed)`] },
  {
    name: 'a repair where the print is sound',
    golden: value(40),
    read: value(40, 'repaired'),
    differences: [`${at}: wanted 40 (printed), read 40 (repaired)`],
  },
  {
    name: 'both readings, in any order',
    golden: value(-3, 'ambiguous', [-3, 3]),
    read: value(null, 'ambiguous', [3, -3]),
    differences: [],
  },
  {
    name: 'one reading of two',
    golden: value(-3, 'ambiguous', [-3, 3]),
    read: value(3),
    differences: [`${at}: wanted -3 (ambiguous of -3, 3), read 3 (printed)`],
  },
  { name: 'a zero of uncertain column', golden: value(0, 'ambiguous'), read: value(0, 'derived'), differences: [] },
  {
    name: 'an amount for a zero of uncertain column',
    golden: value(0, 'ambiguous'),
    read: value(33),
    differences: [`${at}: wanted 0 (ambiguous), read 33 (printed)`],
  },
  {
    name: 'an amount where nothing is printed',
    golden: value(null, 'missing'),
    read: value(0, 'derived'),
    differences: [`${at}: wanted nothing (missing), read 0 (derived)`],
  },
])('$name', ({ golden, read, differences }) => {
  expect(findDifferences([golden], [read])).toEqual(differences)
})

test('a value that was not read', () => {
  expect(findDifferences([value(40)], [])).toEqual([`${at}: wanted 40 (printed), read nothing there`])
})

test('a value that the document does not have', () => {
  expect(findDifferences([], [value(40)])).toEqual([`${at}: wanted nothing, read 40 (printed)`])
})

test('two columns of one scenario and period keep apart by their amounts', () => {
  expect(findDifferences([value(0), value(40)], [value(40), value(0)])).toEqual([])
})
