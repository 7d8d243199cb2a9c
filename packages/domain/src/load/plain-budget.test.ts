import { expect, test } from 'vitest'
import { createLibrary } from '../library/create-library.ts'
import { got } from '../test-support/build.ts'
import { type PlainBudget, readPlainBudget } from './plain-budget.ts'

const budget: PlainBudget = {
  id: 'mine',
  title: 'Budget',
  association: { id: 'a', name: 'Samordningsförbundet A' },
  fiscalYear: 2026,
  unit: 'tkr',
  columns: [
    { scenario: 'budget', year: 2026 },
    { scenario: 'plan', year: 2027 },
  ],
  lines: [
    { label: 'Medlemsbidrag', nature: 'income', amounts: [3_000, null] },
    { label: 'Kansli', nature: 'cost', amounts: [1_000, 1_100] },
    { label: 'Årets resultat', nature: 'result', amounts: [2_000, null], adds: ['Medlemsbidrag', '-Kansli'] },
  ],
}

test('plain data become a reading that a library is built from', () => {
  const library = createLibrary([got(readPlainBudget(budget))], { associations: [] })
  expect(library.association('a')?.shortName).toBe('A')
  expect(library.line('a/kansli')?.quantities.map(({ scenario, value }) => [scenario, value])).toEqual([
    ['budget', 100_000_000],
    ['plan', 110_000_000],
  ])
  expect(library.line('a/medlemsbidrag')?.quantities).toHaveLength(1)
  expect(library.line('a/arets-resultat')?.sumOf).toEqual([
    { line: 'a/medlemsbidrag', weight: 1 },
    { line: 'a/kansli', weight: -1 },
  ])
})

test.each<[string, unknown, RegExp]>([
  ['nothing', undefined, /^This is no budget: it: /],
  ['a unit that is none', { ...budget, unit: 'euro' }, /unit/],
  ['no lines', { ...budget, lines: [] }, /lines/],
  ['a misspelt key', { ...budget, year: 2026 }, /year/],
  [
    'an addend that is no line',
    { ...budget, lines: [{ label: 'Summa', nature: 'cost', amounts: [1], adds: ['Kansliet'] }] },
    /adds "Kansliet", but no line/,
  ],
])('%s is refused with what is wrong', (_name, data, message) => {
  const read = readPlainBudget(data)
  expect(read.ok ? '' : read.failure.message).toMatch(message)
})
