import { expect, test } from 'vitest'
import type { LibraryLine, Quantity } from '../library/library.ts'
import { calendarYear } from '../model/period.ts'
import { failureText } from '../model/result.ts'
import { alfaLibrary } from '../test-support/alfa-plan.ts'
import { got, lookUp } from '../test-support/build.ts'
import { evaluate } from './evaluate.ts'
import { leafOf } from './leaf.ts'

const quantity = (more: Partial<Quantity> = {}): Quantity => ({
  id: 'alfa/kansli|q',
  association: 'alfa',
  line: 'alfa/kansli',
  scenario: 'budget',
  period: calendarYear(2024),
  unit: 'kr',
  value: 700,
  low: 650,
  high: 750,
  status: 'printed',
  printings: [],
  conflict: false,
  ...more,
})
const line = (more: Partial<LibraryLine> = {}): LibraryLine => ({
  key: 'alfa/kansli',
  association: 'alfa',
  label: 'Kansli',
  spellings: ['Kansli'],
  nature: 'cost',
  role: 'item',
  unit: 'kr',
  quantities: [],
  ...more,
})
const leaf = (of: Partial<Quantity> = {}, at: Partial<LibraryLine> = {}, readings = new Map<string, number>()) =>
  leafOf({ line: line(at), quantity: quantity(of), notes: [{ code: 'default-period', parameters: {} }] }, readings)

test('a printed amount is called by its line, scenario and period, in both languages', () => {
  expect(got(leaf()).label).toEqual({ sv: 'Kansli, budget 2024', en: 'Kansli, budget 2024' })
  expect(got(leaf({ scenario: 'forecast', period: { from: '2024-01-01', to: '2024-06-30' } })).label).toEqual({
    sv: 'Kansli, prognos jan–juni 2024',
    en: 'Kansli, forecast Jan–Jun 2024',
  })
  expect(got(leaf({ period: null }))).toMatchObject({ label: { sv: 'Kansli, budget', en: 'Kansli, budget' } })
  expect(got(leaf({ period: null }))).not.toHaveProperty('period')
})

test('what it is, and how far it may be trusted', () => {
  expect(got(leaf())).toMatchObject({
    operation: 'lookup',
    result: { value: 700, low: 650, high: 750, unit: 'kr' },
    association: 'alfa',
    scenario: 'budget',
    period: calendarYear(2024),
    trust: { status: 'printed', mapping: 'exact' },
    notes: [{ code: 'default-period', parameters: {} }],
    inputs: [],
  })
  expect(got(leaf())).not.toHaveProperty('concept')
  const mapped = got(
    leaf({ status: 'confirmed' }, { concept: { id: 'office', mapping: 'inferred', note: 'operating-costs-as-administration' } }),
  )
  expect(mapped).toMatchObject({ concept: 'office', trust: { status: 'confirmed', mapping: 'inferred' } })
  expect(mapped.notes).toContainEqual({
    code: 'operating-costs-as-administration',
    parameters: { line: 'Kansli', key: 'alfa/kansli', association: 'alfa' },
  })
})

test('a repair without a print or a proof is told as such', () => {
  expect(got(leaf({ status: 'derived' })).notes[1]).toEqual({
    code: 'value-derived',
    parameters: { line: 'Kansli', key: 'alfa/kansli', printed: '', proof: '' },
  })
  expect(got(leaf({ status: 'ambiguous' })).notes[1]?.parameters.readings).toBe(0)
})

test('one of several readings keeps the slack of its print, not the spread of the readings', () => {
  const open = { status: 'ambiguous' as const, value: 700, alternatives: [700, 900], low: 650, high: 950 }
  expect(got(leaf(open, {}, new Map([['alfa/kansli|q', 900]]))).result).toEqual({ value: 900, low: 850, high: 950, unit: 'kr' })
  expect(got(leaf({ ...open, value: null }, {}, new Map([['alfa/kansli|q', 900]]))).result).toMatchObject({ low: 850, high: 950 })
  expect(got(leaf({}, {}, new Map([['alfa/kansli|q', 710]]))).result).toMatchObject({ low: 660, high: 760 })
  expect(got(leaf(open)).result).toMatchObject({ low: 650, high: 950 })
})

test('what cannot be read is refused with the readings that remain, in kronor or as they are', () => {
  const refusedOf = (more: Partial<Quantity>) => {
    const outcome = leaf({ value: null, ...more })
    if (outcome.ok) throw new Error('it was read')
    return outcome.failure
  }
  expect(refusedOf({ alternatives: [70_000, 90_050] }).nearest).toEqual(['700', '900.5'])
  expect(refusedOf({ alternatives: [7, 9], unit: 'persons' }).nearest).toEqual(['7', '9'])
  expect(refusedOf({}).nearest).toEqual([])
  expect(failureText(refusedOf({}), 'sv')).toBe('Kansli, budget 2024 är tryckt men går inte att läsa säkert.')
  expect(refusedOf({})).toMatchObject({
    code: 'value-unknown',
    message: 'Kansli, budget 2024 is printed but cannot be read with certainty.',
  })
})

test.each<[string, Parameters<typeof evaluate>[1], readonly string[] | undefined]>([
  ['an association', { op: 'lookup', of: { association: 'alfaa', target: { concept: 'board' } } }, ['alfa']],
  ['a line', { op: 'lookup', of: { association: 'alfa', target: { line: 'alfa/kanslli' } } }, ['Kansli']],
  [
    'a line of a long key',
    { op: 'lookup', of: { association: 'alfa', target: { line: 'alfa/summa-medlemsbidraget' } } },
    ['Summa medlemsbidrag'],
  ],
  ['a concept', { op: 'lookup', of: { association: 'alfa', target: { concept: 'bord' } } }, ['board']],
  ['a member', { op: 'lookup', of: { association: 'alfa', target: { member: 'Norby kommun' } } }, ['Norrby kommun']],
  [
    'no member at all near',
    { op: 'lookup', of: { association: 'alfa', target: { member: 'xyz' } } },
    ['Försäkringskassan', 'Region Alfa', 'Norrby kommun', 'Söderby kommun'],
  ],
])('%s that nobody knows is refused with the nearest', (_name, query, nearest) => {
  const outcome = evaluate(alfaLibrary, query)
  expect(outcome.ok ? undefined : outcome.failure.nearest?.slice(0, nearest?.length)).toEqual(nearest)
})

test('a concept that is printed for nobody names those that are', () => {
  const outcome = evaluate(alfaLibrary, {
    op: 'lookup',
    of: { association: 'alfa', target: { concept: 'contribution-municipality' }, period: calendarYear(2019) },
  })
  expect(outcome.ok).toBe(false)
  const board = lookUp(alfaLibrary, 'cash-flow')
  expect(board.ok ? '' : failureText(board.failure, 'en')).toBe('The documents of Alfa print no line for "Cash flow".')
})
