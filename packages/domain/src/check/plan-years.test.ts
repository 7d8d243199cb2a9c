import { describe, expect, test } from 'vitest'
import { evaluate } from '../calculate/evaluate.ts'
import { calendarYear } from '../model/period.ts'
import type { DocumentInfo, DocumentReading } from '../model/reading.ts'
import { cost, got, income, libraryOf, reading, statement, yearColumn } from '../test-support/build.ts'

const table = (years: readonly number[], more: Parameters<typeof statement>[2] = {}) =>
  statement(
    years.map((year, index) => yearColumn(index === 0 ? 'budget' : 'plan', year)),
    [income('Medlemsbidrag', ...years.map(() => 100)), cost('Kansli', ...years.map(() => 90))],
    more,
  )
const plan = (years: readonly number[], document: Partial<DocumentInfo> = {}) => reading({ fiscalYear: 2024, ...document }, [table(years)])
const check = (...readings: readonly DocumentReading[]) =>
  evaluate(libraryOf(...readings), { op: 'check', rule: 'plan-years', association: 'alfa' })

describe('a plan looks three years ahead', () => {
  test.each<[string, Parameters<typeof plan>, number, readonly string[]]>([
    ['three years from the budget year', [[2024, 2025, 2026]], 3, []],
    ['four years', [[2024, 2025, 2026, 2027]], 4, []],
    ['last year beside them does not count', [[2023, 2024, 2025]], 2, ['plan-too-short']],
    ['the budget year alone', [[2024]], 1, ['plan-too-short']],
    ['a gap ends the plan', [[2024, 2026, 2027]], 1, ['plan-too-short']],
    ['decided on the last day', [[2024, 2025, 2026], { decided: '2023-11-30' }], 3, []],
    ['decided a day late', [[2024, 2025, 2026], { decided: '2023-12-01' }], 3, ['budget-decided-late']],
    ['late and short', [[2024], { decided: '2024-02-01' }], 1, ['plan-too-short', 'budget-decided-late']],
    ['a proposal is not decided yet', [[2024, 2025, 2026], { decided: '2024-02-01', status: 'proposal' }], 3, []],
  ])('%s', (_name, given, years, codes) => {
    const outcome = got(check(plan(...given)))
    expect(outcome).toMatchObject({
      result: { value: years, low: years, high: years, unit: 'count' },
      verdict: { holds: codes.length === 0, rule: 'plan-years' },
    })
    expect(outcome.findings?.map(({ code }) => code)).toEqual(codes)
  })
  test('years of different tables of one document count together', () => {
    expect(got(check(reading({}, [table([2024, 2025]), table([2024, 2025, 2026], { id: 'sammandrag' })]))).result.value).toBe(3)
  })
  test('years of participants are no finances', () => {
    expect(got(check(reading({}, [table([2024]), table([2024, 2025, 2026], { id: 'mal', kind: 'volume-targets' })]))).result.value).toBe(1)
    expect(got(check(reading({}, [table([2024]), table([2024, 2025, 2026], { id: 'mal', unit: 'participants' })]))).result.value).toBe(1)
  })
  test('the latest plan is meant, or that of the year asked for', () => {
    const both = libraryOf(plan([2023, 2024, 2025], { id: 'gammal', fiscalYear: 2023 }), plan([2024]))
    const ask = (year?: number) =>
      got(evaluate(both, { op: 'check', rule: 'plan-years', association: 'alfa', ...(year ? { period: calendarYear(year) } : {}) })).result
        .value
    expect([ask(), ask(2023), ask(2024)]).toEqual([1, 3, 1])
  })
  test.each(['plan', 'budget', 'plan-and-budget'] as const)('a %s is one', kind => {
    expect(got(check(plan([2024, 2025], { kind }))).result.value).toBe(2)
  })
  test('heads are a key, outcomes no plan, and an empty column plans nothing', () => {
    const key = table([2024, 2025, 2026], { id: 'nyckel', kind: 'distribution-key' })
    const outcomes = statement([yearColumn('actual', 2025), yearColumn('forecast', 2026)], [cost('Kansli', 1, 1)], { id: 'utfall' })
    const empty = statement([yearColumn('plan', 2025), yearColumn('plan', 2026)], [cost('Kansli', null, null)], { id: 'tom' })
    expect(got(check(reading({}, [table([2024]), key, outcomes, empty]))).result.value).toBe(1)
  })
  test('one filled row makes a column planned', () => {
    const sparse = statement([yearColumn('budget', 2024), yearColumn('plan', 2025)], [cost('Kansli', 1, null), cost('Team', 1, 2)])
    expect(got(check(reading({}, [sparse]))).result.value).toBe(2)
  })
  test('a column of no known time is of no year', () => {
    const undatedColumn = { ...yearColumn('plan', 2025), period: null }
    const sparse = statement([yearColumn('budget', 2024), undatedColumn], [cost('Kansli', 1, 2)])
    expect(got(check(reading({}, [sparse]))).result.value).toBe(1)
  })
  test('a finding says where, of which version, and what is late', () => {
    const late = got(check(plan([2024, 2025, 2026], { decided: '2023-12-15', hash: 'abc' }))).findings?.[0]
    expect(late).toEqual({
      code: 'budget-decided-late',
      severity: 'info',
      parameters: { decided: '2023-12-15', deadline: '2023-11-30' },
      at: { document: 'plan', hash: 'abc', line: 1, text: 'Budget' },
    })
    const bare = { ...table([2024]), headerLines: [] }
    expect(got(check(reading({ hash: '' }, [bare]))).findings?.[0]?.at).toEqual({ document: 'plan', line: 2, text: 'Budget' })
  })
  test('a finding points at the table', () => {
    expect(got(check(plan([2024]))).findings?.[0]).toMatchObject({
      severity: 'info',
      parameters: { years: 1, firstYear: 2024 },
      at: { document: 'plan', line: 1 },
    })
  })
})

const { fiscalYear: _, ...undated } = plan([2024]).document
const yearless = { ...plan([2024]), document: undated }

test.each<[string, readonly DocumentReading[]]>([
  ['a report', [plan([2024, 2025, 2026], { kind: 'annual-report' })]],
  ['a plan of no year', [yearless]],
  ['a plan without money for its own year', [plan([2025, 2026])]],
])('%s is not held to it', (_name, readings) => {
  const outcome = check(...readings)
  expect(outcome.ok ? 'ok' : outcome.failure.code).toBe('rule-not-applicable')
})
