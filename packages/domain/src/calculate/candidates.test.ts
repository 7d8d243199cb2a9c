import { describe, expect, test } from 'vitest'
import type { Library, LibraryLine } from '../library/library.ts'
import { calendarYear, type Period, yearEnd } from '../model/period.ts'
import type { Unit } from '../model/unit.ts'
import type { Selector } from '../query/target.ts'
import { cost, got, income, libraryOf, printedCell, reading, spanColumn, statement, yearColumn } from '../test-support/build.ts'
import { candidatesOf, describe as describeCandidate, meant, periodAnswers } from './candidates.ts'
import { evaluate } from './evaluate.ts'

const half: Period = { from: '2024-01-01', to: '2024-06-30' }
const other: Period = { from: '2024-04-01', to: '2024-06-30' }
const line = (nature: LibraryLine['nature'], concept?: 'equity' | 'closing-equity' | 'closing-cash' | 'opening-equity'): LibraryLine => ({
  key: 'alfa/rad',
  association: 'alfa',
  label: 'Rad',
  spellings: ['Rad'],
  nature,
  role: 'item',
  unit: 'kr',
  quantities: [],
  ...(concept ? { concept: { id: concept, mapping: 'exact' } } : {}),
})

test.each<[string, LibraryLine, Period | null, Period, boolean]>([
  ['no time answers for none', line('cost'), null, half, false],
  ['a span answers for itself', line('cost'), half, half, true],
  ['a span of the same end does not', line('cost'), other, half, false],
  ['a span of the same start does not', line('cost'), { from: '2024-01-01', to: '2024-09-30' }, half, false],
  ['a half-year is no year', line('cost'), half, calendarYear(2024), false],
  ['a day answers for itself', line('equity'), yearEnd(2024), yearEnd(2024), true],
  ['another day does not', line('equity'), yearEnd(2023), yearEnd(2024), false],
  ['a year means a balance’s last day', line('asset'), yearEnd(2024), calendarYear(2024), true],
  ['not another year’s', line('asset'), yearEnd(2023), calendarYear(2024), false],
  ['a closing balance of a span stands at its end', line('equity', 'closing-equity'), calendarYear(2024), yearEnd(2024), true],
  ['equity as well', line('equity', 'equity'), calendarYear(2024), yearEnd(2024), true],
  ['closing cash as well', line('cash', 'closing-cash'), calendarYear(2024), yearEnd(2024), true],
  ['but not at another day', line('equity', 'closing-equity'), calendarYear(2024), yearEnd(2023), false],
  ['an opening balance does not', line('equity', 'opening-equity'), calendarYear(2024), yearEnd(2024), false],
  ['a stock of no concept does not', line('asset'), calendarYear(2024), yearEnd(2024), false],
  ['a cost has no day', line('cost', 'closing-equity'), calendarYear(2024), yearEnd(2024), false],
])('%s', (_name, of, printed, asked, answers) => {
  expect(periodAnswers(of, printed, asked)).toBe(answers)
})

describe('what a plain question means', () => {
  const asked = (more: Partial<Selector> = {}): Selector => ({ association: 'alfa', target: { line: 'alfa/kansli' }, ...more })
  const values = (library: Library, more: Partial<Selector> = {}, period?: Period) =>
    meant(
      candidatesOf(
        library.lines.filter(({ key }) => key === 'alfa/kansli'),
        period,
      ),
      asked(more),
    ).map(({ quantity }) => quantity.value)
  const table = (
    amounts: readonly number[],
    columns: readonly ReturnType<typeof yearColumn>[],
    unit: Unit = 'kr',
    nature: 'cost' | 'income' = 'cost',
  ) => libraryOf(reading({}, [statement(columns, [(nature === 'cost' ? cost : income)('Kansli', ...amounts)], { unit })]))
  const named = (measure: string, at = 0) => ({ ...yearColumn('budget', 2024, { measure }), id: `${measure}${at}` })

  test('the net before the cost; never income or share', () => {
    expect(values(table([1, 2, 3, 4], [named('income'), named('cost'), named('net'), named('share')]))).toEqual([300])
    expect(values(table([1, 2, 4], [named('income'), named('cost'), named('share')]))).toEqual([200])
    expect(values(table([5, 2], [named('amount'), named('net')]))).toEqual([500])
  })
  test('of an income its income', () => {
    expect(values(table([1, 2], [named('cost'), named('income')], 'kr', 'income'))).toEqual([200])
  })
  test('a measure that is asked for', () => {
    expect(values(table([1, 2, 3], [named('income'), named('cost'), named('net')]), { columnMeasure: 'cost' })).toEqual([200])
    expect(values(table([1, 2], [named('income'), named('cost')]), { columnMeasure: 'net' })).toEqual([])
  })
  test('where only sides and shares are printed there is no amount, unless a unit is asked for', () => {
    const sides = table([1, 4], [named('income'), named('share')])
    expect(values(sides)).toEqual([])
    expect(values(sides, { unit: 'kr' })).toEqual([100, 400])
    expect(values(table([7], [named('population')]))).toEqual([700])
  })
  test('what another table prints without a name counts beside it', () => {
    const both = libraryOf(
      reading({}, [
        statement([named('net'), named('cost')], [cost('Kansli', 7, 9)], { id: 'a', unit: 'tkr' }),
        statement([yearColumn('budget', 2024)], [cost('Kansli', 7_300)], { id: 'b' }),
      ]),
    )
    expect(values(both).toSorted()).toEqual([700_000, 730_000])
  })
  test('a nameless column of the same table is another amount', () => {
    const mixed = table([3, 9], [named('net'), { ...yearColumn('budget', 2024), id: 'utan' }])
    expect(values(mixed)).toEqual([300])
  })
  test('of two tables of one name in two documents, both are heard', () => {
    const same = (id: string, columns: readonly ReturnType<typeof yearColumn>[], amount: number) =>
      reading({ id }, [statement(columns, [cost('Kansli', amount)], { id: 'budget', unit: 'tkr' })])
    expect(values(libraryOf(same('a', [named('net')], 7), same('b', [yearColumn('budget', 2024)], 9))).toSorted()).toEqual([
      700_000, 900_000,
    ])
  })
  test('the unit that is asked for, else the line’s own', () => {
    const columns = [yearColumn('budget', 2024), { ...yearColumn('budget', 2024), id: 'p', unit: 'percent' as const }]
    const mixed = table([900, 12], columns)
    expect(values(mixed)).toEqual([90_000])
    expect(values(mixed, { unit: 'percent' })).toEqual([12])
    expect(values(mixed, { unit: 'tkr' })).toEqual([90_000])
    expect(values(mixed, { unit: 'persons' })).toEqual([])
    const foreign = table(
      [12, 5],
      [
        { ...yearColumn('budget', 2024), id: 'p', unit: 'percent' as const },
        { ...yearColumn('budget', 2024), id: 'n', unit: 'persons' as const },
      ],
    )
    expect(values(foreign)).toEqual([12, 5])
  })
  test('no variance, unless it is asked for', () => {
    const varied = table([900, 12], [yearColumn('budget', 2024), yearColumn('variance', 2024)])
    expect(values(varied)).toEqual([90_000])
    expect(values(varied, { scenario: 'variance' })).toContain(1_200)
  })
  test('of a period those of that period alone, again and again', () => {
    const years = table([1, 2, 3], [yearColumn('budget', 2023), yearColumn('budget', 2024), spanColumn('budget', half)])
    for (const _ of [1, 2]) {
      expect(values(years, {}, calendarYear(2024))).toEqual([200])
      expect(values(years, {}, half)).toEqual([300])
      expect(values(years, {}, calendarYear(2020))).toEqual([])
    }
    expect(values(years)).toEqual([100, 200, 300])
  })
  test('how a candidate is named', () => {
    const [one] = candidatesOf(table([1], [yearColumn('forecast', 2022)]).lines)
    expect(one && describeCandidate(one)).toBe('Kansli, prognos 2022')
    const [timeless] = candidatesOf(table([1], [{ ...yearColumn('budget', 2022), period: null }]).lines)
    expect(timeless && describeCandidate(timeless)).toBe('Kansli, budget')
  })
})

describe('what is told of a printed amount', () => {
  const notes = (library: Library) =>
    got(
      evaluate(library, {
        op: 'lookup',
        of: { association: 'alfa', target: { line: 'alfa/kansli' }, scenario: 'budget', period: calendarYear(2024) },
      }),
    ).notes
  const column = [yearColumn('budget', 2024)]
  test('contradicting printings', () => {
    const library = libraryOf(
      reading({ id: 'a' }, [statement(column, [cost('Kansli', 700)])]),
      reading({ id: 'b', fiscalYear: 2025 }, [statement(column, [cost('Kansli', 720)])]),
    )
    expect(notes(library)).toEqual([{ code: 'printings-differ', parameters: { line: 'Kansli', key: 'alfa/kansli', printings: 2 } }])
  })
  test('a repair and its proof', () => {
    const library = libraryOf(
      reading({}, [statement(column, [cost('Kansli', printedCell(7, { status: 'repaired', printed: '7l', proof: '3 + 4 = 7' }))])]),
    )
    expect(notes(library)).toEqual([
      { code: 'value-repaired', parameters: { line: 'Kansli', key: 'alfa/kansli', printed: '7l', proof: '3 + 4 = 7' } },
    ])
  })
  test('open readings, by their number', () => {
    const library = libraryOf(
      reading({}, [statement(column, [cost('Kansli', printedCell(7, { status: 'ambiguous', alternatives: [7, 1] }))])]),
    )
    expect(notes(library)).toEqual([{ code: 'value-ambiguous', parameters: { line: 'Kansli', key: 'alfa/kansli', readings: 2 } }])
  })
})
