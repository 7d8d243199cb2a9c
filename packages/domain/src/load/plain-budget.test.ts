import { expect, test } from 'vitest'
import { createLibrary } from '../library/create-library.ts'
import { failureText } from '../model/result.ts'
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

test.each<[string, unknown, string, string]>([
  ['nothing', undefined, 'This is no budget: expected object.', 'Det här är ingen budget: väntade object.'],
  ['a unit that is none', { ...budget, unit: 'euro' }, 'unit: expected one of kr, tkr, mnkr', 'unit: väntade något av kr, tkr, mnkr'],
  ['no lines', { ...budget, lines: [] }, 'lines: is empty or too small', 'lines: är tomt eller för litet'],
  ['a misspelt key', { ...budget, year: 2026 }, 'unknown field year', 'okänt fält year'],
  [
    'an amount in words',
    { ...budget, lines: [{ label: 'A', nature: 'cost', amounts: ['tre'] }] },
    'lines.0.amounts.0: expected number',
    'lines.0.amounts.0: väntade number',
  ],
  [
    'an addend that is no line',
    { ...budget, lines: [{ label: 'Summa', nature: 'cost', amounts: [1], adds: ['Kansliet'] }] },
    'A total adds "Kansliet", but no line has that label.',
    'En summa räknar in ”Kansliet”, men ingen rad heter så.',
  ],
])('%s is refused with what is wrong, in both languages', (_name, data, english, swedish) => {
  const read = readPlainBudget(data)
  if (read.ok) throw new Error('it was read')
  expect(failureText(read.failure, 'en')).toContain(english)
  expect(failureText(read.failure, 'sv')).toContain(swedish)
  expect(read.failure.message).toBe(failureText(read.failure, 'en'))
})
