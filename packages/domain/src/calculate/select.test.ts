import { describe, expect, test } from 'vitest'
import type { Library } from '../library/library.ts'
import { calendarYear } from '../model/period.ts'
import type { Column, DocumentReading } from '../model/reading.ts'
import type { Query } from '../query/query.ts'
import type { Selector } from '../query/target.ts'
import {
  cost,
  got,
  income,
  instantColumn,
  libraryOf,
  lookUp,
  printedCell,
  reading,
  spanColumn,
  statement,
  total,
  yearColumn,
} from '../test-support/build.ts'
import { evaluate } from './evaluate.ts'
import { wholeYear, withDefaults } from './select.ts'

const half = { from: '2024-01-01', to: '2024-06-30' }
const kansli: Selector = { association: 'alfa', target: { line: 'alfa/kansli' } }
const ask = (library: Library, more: Partial<Selector> = {}) => evaluate(library, { op: 'lookup', of: { ...kansli, ...more } })
const kronor = (library: Library, more: Partial<Selector> = {}): number => got(ask(library, more)).result.value / 100
const code = (library: Library, more: Partial<Selector> = {}): string => {
  const outcome = ask(library, more)
  return outcome.ok ? `answered ${outcome.value.result.value / 100}` : outcome.failure.code
}
const one = (document: Partial<DocumentReading['document']>, columns: readonly Column[], ...amounts: readonly number[]): Library =>
  libraryOf(reading(document, [statement(columns, [cost('Kansli', ...amounts)])]))

describe('what is meant when nothing is said', () => {
  test('an annual report means its outcome, not the budget beside it', () => {
    const library = one(
      { kind: 'annual-report', fiscalYear: 2024 },
      [yearColumn('budget', 2024), yearColumn('actual', 2024), yearColumn('actual', 2023)],
      10,
      11,
      12,
    )
    expect(kronor(library)).toBe(11)
    expect(kronor(library, { period: calendarYear(2024) })).toBe(11)
    expect(kronor(library, { scenario: 'budget' })).toBe(10)
    expect(kronor(library, { period: calendarYear(2023) })).toBe(12)
    expect(got(ask(library)).notes.map(note => note.code)).toEqual(['default-period', 'default-scenario'])
    expect(got(ask(library, { period: calendarYear(2024), scenario: 'actual' })).notes).toEqual([])
  })
  test('an interim report means its own half-year', () => {
    const library = one(
      { kind: 'interim-report', fiscalYear: 2024 },
      [spanColumn('actual', half), yearColumn('budget', 2024), yearColumn('forecast', 2024)],
      5,
      10,
      12,
    )
    expect(kronor(library)).toBe(5)
    expect(kronor(library, { period: half })).toBe(5)
    expect(code(library, { period: calendarYear(2024), scenario: 'actual' })).toBe('not-printed')
    expect(code(library, { period: calendarYear(2024) })).toBe('several-match')
    expect(kronor(library, wholeYear(library, kansli))).toBe(12)
    expect(wholeYear(library, { ...kansli, scenario: 'budget' })).toMatchObject({ scenario: 'budget', period: calendarYear(2024) })
    expect(withDefaults(library, kansli)).toMatchObject({ scenario: 'actual', period: half })
  })
  test('a budget means its budget year, not the plan years', () => {
    const library = one({}, [yearColumn('budget', 2024), yearColumn('plan', 2025), yearColumn('forecast', 2023)], 10, 11, 9)
    expect(kronor(library)).toBe(10)
    expect(kronor(library, { period: calendarYear(2025) })).toBe(11)
    expect(kronor(library, { period: calendarYear(2023) })).toBe(9)
    expect(got(ask(library, { period: calendarYear(2025), scenario: 'budget' })).notes).toContainEqual({
      code: 'plan-for-budget',
      parameters: { asked: 'budget', printed: 'plan' },
    })
    expect(code(library, { period: calendarYear(2025), scenario: 'forecast' })).toBe('not-printed')
  })
  test('what its column calls planned is a plan too, whatever scenario it is kept as', () => {
    const library = one({}, [yearColumn('budget', 2024, { label: 'Planerade kostnader' })], 10)
    const { notes } = got(ask(library, { period: calendarYear(2024), scenario: 'plan' }))
    expect(notes.map(note => note.code)).not.toContain('plan-for-budget')
  })
  test('budget and forecast of an earlier year are for the asker to choose', () => {
    const library = one({}, [yearColumn('budget', 2024), yearColumn('budget', 2023), yearColumn('forecast', 2023)], 10, 8, 9)
    expect(code(library, { period: calendarYear(2023) })).toBe('several-match')
    const same = one({}, [yearColumn('budget', 2024), yearColumn('budget', 2023), yearColumn('forecast', 2023)], 10, 9, 9)
    expect(kronor(same, { period: calendarYear(2023) })).toBe(9)
  })
  test('a document of no known kind means the scenario that it prints', () => {
    const library = one({ kind: 'other' }, [yearColumn('actual', 2024)], 7)
    expect(kronor(library)).toBe(7)
    expect(withDefaults(library, kansli).scenario).toBe('actual')
  })
  test('an amount printed for no period at all is found without one', () => {
    const library = one({}, [{ ...yearColumn('budget', 2024), period: null }], 7)
    expect(kronor(library)).toBe(7)
    expect(code(library, { period: calendarYear(2024) })).toBe('not-printed')
  })
  test('the only period of a line is meant, though it is not the document’s', () => {
    expect(kronor(one({ fiscalYear: 2025 }, [yearColumn('actual', 2022)], 7))).toBe(7)
    expect(code(one({ fiscalYear: 2025 }, [yearColumn('actual', 2021), yearColumn('actual', 2022)], 6, 7))).toBe('not-printed')
  })
})

describe('which column holds the amount', () => {
  const columns = [
    spanColumn('actual', half, { measure: 'income' }),
    spanColumn('actual', half, { measure: 'cost' }),
    spanColumn('actual', half, { measure: 'net' }),
    spanColumn('variance', half),
  ]
  const library = one({ kind: 'interim-report' }, columns, 3, 10, 7, 1)
  test('the net of a cost with an income side', () => {
    expect(kronor(library)).toBe(7)
    expect(kronor(library, { columnMeasure: 'income' })).toBe(3)
    expect(kronor(library, { columnMeasure: 'cost' })).toBe(10)
  })
  test('a variance only where it is asked for', () => {
    expect(kronor(library, { scenario: 'variance' })).toBe(1)
    expect(code(one({}, [yearColumn('variance', 2024)], 1))).toBe('not-printed')
  })
  test('a nameless column beside a cost column is not the amount', () => {
    const table = one({}, [yearColumn('budget', 2024), { ...yearColumn('budget', 2024, { measure: 'cost' }), id: 'cost' }], 18, 36_000)
    expect(kronor(table)).toBe(36_000)
  })
  test('tables that disagree are for the asker to choose, tables that agree are one', () => {
    const two = (note: number): Library =>
      libraryOf(
        reading({}, [
          statement([yearColumn('budget', 2024, { measure: 'net' })], [cost('Kansli', 7)], { id: 'a', unit: 'tkr' }),
          statement([yearColumn('budget', 2024)], [cost('Kansli', note)], { id: 'b' }),
        ]),
      )
    expect(kronor(two(7_100))).toBe(7_100)
    expect(code(two(8_100))).toBe('several-match')
  })
  test('the line’s own unit, or the one asked for', () => {
    const key = libraryOf(
      reading({}, [
        statement(
          [
            { ...yearColumn('actual', 2022), id: 'p', unit: 'persons' },
            { ...yearColumn('actual', 2022), id: 's', unit: 'percent', measure: 'share' },
          ],
          [{ label: 'Norrby kommun', nature: 'count', amounts: [800, 48.4] }],
          { kind: 'distribution-key', unit: 'persons' },
        ),
      ]),
    )
    const of = (more: Partial<Selector>): Query => ({
      op: 'lookup',
      of: { association: 'alfa', target: { line: 'alfa/norrby-kommun' }, ...more },
    })
    expect(got(evaluate(key, of({}))).result).toMatchObject({ value: 800, unit: 'persons' })
    expect(got(evaluate(key, of({ unit: 'percent' }))).result).toMatchObject({ value: 48.4, unit: 'percent' })
    expect(got(lookUp(key, 'population')).result.value).toBe(800)
  })
})

describe('balances', () => {
  const library = libraryOf(
    reading({}, [
      statement(
        [instantColumn('actual', '2023-12-31'), instantColumn('budget', '2024-12-31')],
        [{ label: 'Kassa och bank', nature: 'asset', amounts: [5, 6] }],
        { kind: 'balance' },
      ),
      statement([yearColumn('budget', 2024)], [income('Medlemsbidrag', 9)], { id: 'budget' }),
    ]),
  )
  const cash = (more: Partial<Selector>): Query => ({
    op: 'lookup',
    of: { association: 'alfa', target: { line: 'alfa/kassa-och-bank' }, ...more },
  })
  test.each<[string, Partial<Selector>, number]>([
    ['the document’s own year end', {}, 6],
    ['a year means its last day', { period: calendarYear(2023) }, 5],
    ['a day means itself', { period: { at: '2023-12-31' } }, 5],
  ])('%s', (_name, more, expected) => {
    expect(got(evaluate(library, cash(more))).result.value / 100).toBe(expected)
  })
  test('a flow has no day', () => {
    const outcome = evaluate(library, {
      op: 'lookup',
      of: { association: 'alfa', target: { concept: 'contributions' }, period: { at: '2024-12-31' } },
    })
    expect(outcome.ok).toBe(false)
  })
})

describe('sums of lines', () => {
  test('the lines of the table that holds most of them', () => {
    const library = libraryOf(
      reading({}, [
        statement(
          [yearColumn('budget', 2024)],
          [
            income('Medlemsbidrag', 50),
            { ...cost('Team A', 10), section: 'Insatser' },
            { ...cost('Team B', 20), section: 'Insatser' },
            { ...cost('Team C', 5), section: 'Insatser' },
          ],
          { id: 'a' },
        ),
        statement(
          [yearColumn('budget', 2024)],
          [{ ...cost('Varav ungdomar', 4), section: 'Insatser' }, total('cost', 'Summa', ['Varav ungdomar'], 4)],
          { id: 'b', title: 'Bilaga' },
        ),
      ]),
    )
    const sum = got(
      evaluate(library, {
        op: 'sum',
        of: [
          { op: 'lookup', of: { association: 'alfa', target: { line: 'alfa/team-a' } } },
          { op: 'lookup', of: { association: 'alfa', target: { line: 'alfa/team-b' } } },
        ],
      }),
    )
    expect(sum.result.value).toBe(3_000)
  })
  test('a side table does not make a total', () => {
    const library = libraryOf(
      reading({}, [
        statement(
          [yearColumn('budget', 2024)],
          [
            { ...cost('Kurs A', 10), section: 'Insatser' },
            { ...cost('Kurs B', 20), section: 'Insatser' },
          ],
        ),
      ]),
    )
    const outcome = lookUp(library, 'initiatives')
    expect(outcome.ok).toBe(false)
  })
  test('an addend that cannot be read leaves no sum', () => {
    const library = libraryOf(
      reading({}, [
        statement(
          [yearColumn('budget', 2024)],
          [
            income('Staten', 4),
            income('Region Alfa', 2),
            income('Norrby kommun', 1),
            income('Söderby kommun', printedCell(null, { printed: '?' })),
          ],
        ),
      ]),
    )
    const outcome = lookUp(library, 'contributions-municipalities')
    expect(outcome.ok ? outcome.value.result.value : outcome.failure.code).toMatch(/value-unknown|not-printed/)
  })
})

describe('ambiguous amounts', () => {
  const library = libraryOf(
    reading({}, [
      statement(
        [yearColumn('budget', 2024)],
        [cost('Kansli', printedCell(-3, { status: 'ambiguous', printed: '3', alternatives: [-3, 3] })), cost('Styrelse', 10)],
        { unit: 'tkr' },
      ),
    ]),
  )
  test('every result that the readings allow is given, the shown one first', () => {
    const sum = got(
      evaluate(library, {
        op: 'sum',
        of: [
          { op: 'lookup', of: kansli },
          { op: 'lookup', of: { ...kansli, target: { line: 'alfa/styrelse' } } },
        ],
      }),
    )
    expect(sum.result.value / 100).toBe(7_000)
    expect(sum.alternatives?.map(({ value }) => value / 100)).toEqual([7_000, 13_000])
    expect(sum.trust.status).toBe('ambiguous')
    expect([sum.result.low / 100, sum.result.high / 100]).toEqual([6_000, 14_000])
    expect(sum.alternatives?.slice(1).map(({ low, high }) => [low / 100, high / 100])).toEqual([[12_000, 14_000]])
  })
  test('what does not rest on it has none', () => {
    expect(got(ask(library, { target: { line: 'alfa/styrelse' } })).alternatives).toBeUndefined()
  })
})
