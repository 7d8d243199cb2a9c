import { describe, expect, test } from 'vitest'
import { evaluate } from '../calculate/evaluate.ts'
import type { Library } from '../library/library.ts'
import { calendarYear, type Period } from '../model/period.ts'
import type { Cell, Column, Fact } from '../model/reading.ts'
import { failureText } from '../model/result.ts'
import {
  budgetOf,
  cost,
  equityRow,
  income,
  instantColumn,
  libraryOf,
  printedCell,
  type Row,
  reading,
  spanColumn,
  statement,
  total,
  yearColumn,
} from '../test-support/build.ts'
import { type Check, check, codeOf, statedFact } from '../test-support/check.ts'

describe('which columns a printed variance compares', () => {
  const half: Period = { from: '2024-01-01', to: '2024-06-30' }
  const whole = calendarYear(2024)
  const table = (columns: readonly Column[], rows: readonly Row[], unit: 'kr' | 'tkr' = 'kr') =>
    libraryOf(reading({ kind: 'interim-report' }, [statement(columns, rows, { unit })]))
  const plain = (variance: Period): readonly Column[] => [
    spanColumn('actual', half),
    spanColumn('budget', half),
    spanColumn('variance', variance),
  ]
  const row = (...amounts: readonly (number | null | Cell)[]): Row => cost('Kansli', ...amounts)
  const errors = (library: Library): number => check(library, 'variance').result.value

  test('those of the variance’s own period', () => {
    expect(errors(table(plain(half), [row(90, 100, 10)]))).toBe(0)
    expect(errors(table(plain(half), [row(90, 100, 90)]))).toBe(1)
    expect(codeOf(table(plain(whole), [row(90, 100, 10)]), 'variance')).toBe('rule-not-applicable')
  })
  test.each([0, 1, 2])('a column of no known time (%i) is of any', index => {
    const columns = plain(half).map((column, at) => (at === index ? { ...column, period: null } : column))
    expect(errors(table(columns, [row(90, 100, 90)]))).toBe(1)
  })
  test('the net before the cost, and never the income', () => {
    const columns = [
      spanColumn('actual', half, { measure: 'income' }),
      spanColumn('actual', half, { measure: 'cost' }),
      spanColumn('actual', half, { measure: 'net' }),
      spanColumn('budget', half, { measure: 'income' }),
      spanColumn('budget', half, { measure: 'cost' }),
      spanColumn('variance', half),
    ]
    expect(errors(table(columns, [row(1, 80, 90, 2, 100, 10)]))).toBe(0)
    expect(errors(table(columns, [row(1, 90, 80, 2, 100, 10)]))).toBe(1)
  })
  test.each([
    ['no outcome', [spanColumn('budget', half), spanColumn('variance', half)]],
    ['no budget', [spanColumn('actual', half), spanColumn('variance', half)]],
    ['no variance', [spanColumn('actual', half), spanColumn('budget', half)]],
  ])('%s, nothing to compare', (_name, columns) => {
    expect(codeOf(table(columns, [row(1, 2)]), 'variance')).toBe('rule-not-applicable')
  })
  test.each([
    ['outcome', [null, 100, 10]],
    ['budget', [90, null, 10]],
    ['variance', [90, 100, null]],
  ])('a row without its %s is not judged', (_name, amounts) => {
    const judged = check(table(plain(half), [row(...amounts), cost('Team', 90, 100, 10)]), 'variance')
    expect(judged.label.en).toBe('Errors among 1 checked variances')
  })
  test('rows of all tables count', () => {
    const one = statement(plain(half), [row(90, 100, 10)])
    const library = libraryOf(reading({ kind: 'interim-report' }, [one, { ...one, id: 'till' }]))
    expect(check(library, 'variance').label).toEqual({ sv: 'Fel bland 2 prövade avvikelser', en: 'Errors among 2 checked variances' })
  })
  test('income and costs may each have a sign of their own', () => {
    const rows = [income('Bidrag', 90, 100, -10), income('Ränta', 5, 8, -3), row(90, 100, 10), cost('Team', 80, 100, 20)]
    expect(errors(table(plain(half), rows))).toBe(0)
  })
  test('outcome less budget is shown as such, in kronor and with its page', () => {
    const rows = [cost('A', 90, 100, -10), cost('B', 80, 100, -20), cost('C', 70, 100, -35)]
    const library = table(plain(half), rows, 'tkr')
    const paged = {
      ...library.readings[0],
      statements: library.readings[0]?.statements.map(one => ({ ...one, lines: one.lines.map(line => ({ ...line, page: 7 })) })),
    }
    const readings = [{ ...reading({ kind: 'interim-report' }, paged.statements ?? []) }]
    expect(check(libraryOf(...readings), 'variance').findings).toEqual([
      {
        code: 'variance-differs',
        severity: 'error',
        parameters: { label: 'C', printed: -35, computed: -30, difference: -5, unit: 'tkr', kronor: -5_000 },
        arithmetic: '70 − 100 = -30 ≠ -35',
        at: { document: 'plan', line: 4, text: 'C 70 100 -35', page: 7 },
      },
    ])
  })
  test.each([
    [11, 'variance-off-by-rounding'],
    [12, 'variance-differs'],
    [8, 'variance-differs'],
  ])('a variance of %i where 10 is due', (printed, code) => {
    expect(check(table(plain(half), [row(90, 100, printed)]), 'variance').findings?.map(one => one.code)).toEqual([code])
  })
})

describe('which stated limits count', () => {
  const rows = [
    income('Försäkringskassan', 1_000),
    income('Medlemsbidrag', 1_000),
    { label: 'Utgående eget kapital', nature: 'equity' as const, amounts: [900] },
  ]
  const plan = (facts: readonly Fact[], id = 'plan', association = 'alfa') =>
    reading({ id, association, associationName: `Samordningsförbundet ${association}` }, [budgetOf(rows)], facts)
  const ceiling = statedFact(20, '%', 'Tak för eget kapital')

  test('its own association’s alone', () => {
    expect(codeOf(libraryOf(plan([]), plan([ceiling], 'annan', 'beta')), 'equity-ceiling')).toBe('rule-not-applicable')
    expect(codeOf(libraryOf(plan([ceiling])), 'equity-ceiling')).toBe('holds: false')
  })
  test('the document’s alone where one is asked about', () => {
    const library = libraryOf(plan([ceiling]), plan([], 'tillagg'))
    expect(codeOf(library, 'equity-ceiling', { document: 'plan' })).toBe('holds: false')
    expect(codeOf(library, 'equity-ceiling', { document: 'tillagg' })).toBe('rule-not-applicable')
  })
  test.each([
    ['words', statedFact('20', '%', 'Tak för eget kapital')],
    ['a range', statedFact({ from: 10, to: 20 }, '%', 'Tak för eget kapital')],
    ['persons', statedFact(20, 'personer', 'Tak för eget kapital')],
    ['something else’s', statedFact(20, '%', 'Tak för administrationen')],
    ['no limit', statedFact(20, '%', 'Eget kapital', { context: 'Eget kapital är en del av bidragen' })],
  ])('%s are no ceiling', (_name, stated) => {
    expect(codeOf(libraryOf(plan([stated])), 'equity-ceiling')).toBe('rule-not-applicable')
  })
  test('a qualifier is as good as a word', () => {
    expect(codeOf(libraryOf(plan([statedFact(20, '%', 'Eget kapital', { qualifier: 'max' })])), 'equity-ceiling')).toBe('holds: false')
  })

  const limit = statedFact(10, '%', 'Tioprocentsspärren: som mest kan tilldelningen minska så')
  const fall = (before: number, now: number, ...facts: readonly Fact[]) =>
    libraryOf(
      reading({}, [statement([yearColumn('budget', 2023), yearColumn('budget', 2024)], [income('Försäkringskassan', before, now)])], facts),
    )
  test.each([
    [100_000, 90_000, true],
    [100_000, 89_000, false],
    [100_000, 120_000, true],
  ])('from %i to %i within the limit: %s', (before, now, holds) => {
    expect(check(fall(before, now, limit), 'ten-percent-limit').verdict?.holds).toBe(holds)
  })
  test('a decrease that rounding may put within the limit holds', () => {
    const { result, verdict } = check(fall(10, 9, limit), 'ten-percent-limit')
    expect(verdict?.holds).toBe(true)
    expect(result.low).toBeLessThan(10)
    expect(result.high).toBeGreaterThan(10)
  })
  test('a limit in kronor is none of percent', () => {
    expect(codeOf(fall(100, 80, statedFact(10, 'kr', 'Tioprocentsspärren')), 'ten-percent-limit')).toBe('rule-not-applicable')
    expect(codeOf(fall(100, 80, statedFact(10, '%', 'Administrationen')), 'ten-percent-limit')).toBe('rule-not-applicable')
  })
  test('of what the text states only a decrease in percent counts, and never the limit itself', () => {
    const told = (...facts: readonly Fact[]) => libraryOf(reading({}, [], [limit, ...facts]))
    const decrease = statedFact(12, '%', 'Beslutet är en minskning av tilldelningen')
    expect(check(told(decrease, statedFact(99, 'kr', 'En minskning av hyran')), 'ten-percent-limit')).toMatchObject({
      result: { value: 12 },
      verdict: { holds: false },
    })
    expect(codeOf(told(statedFact(99, '%', 'Andelen kvinnor')), 'ten-percent-limit')).toBe('rule-not-applicable')
    expect(codeOf(told(), 'ten-percent-limit')).toBe('rule-not-applicable')
  })
})

describe('which documents and periods a check is of', () => {
  const summed = (id: string, printed: number, more: Partial<Parameters<typeof reading>[0]> = {}) =>
    reading({ id, ...more }, [
      statement([yearColumn('budget', 2024)], [cost('A', 40), cost('B', 60), total('cost', 'Summa kostnader', ['A', 'B'], printed)]),
    ])
  test('sums of its own association and document', () => {
    const library = libraryOf(
      summed('rätt', 100),
      summed('fel', 150),
      summed('annans', 150, { association: 'beta', associationName: 'Samordningsförbundet Beta' }),
    )
    expect(check(library, 'sums').result.value).toBe(1)
    expect(check(library, 'sums', { document: 'rätt' }).result.value).toBe(0)
    expect(check(library, 'sums', { document: 'fel' }).result.value).toBe(1)
  })
  const closing = (amounts: readonly number[], columns: readonly Column[]): Library =>
    libraryOf(
      reading({}, [
        statement(
          columns,
          [
            { label: 'Summa tillgångar', nature: 'asset', amounts, role: 'total' },
            { label: 'Eget kapital', nature: 'equity', amounts: amounts.map(amount => amount - 40) },
            { label: 'Summa skulder', nature: 'liability', amounts: amounts.map((_, index) => (index === 0 ? 40 : 30)), role: 'total' },
          ],
          { id: 'balans', kind: 'balance' },
        ),
      ]),
    )
  const two = closing([100, 200], [instantColumn('actual', '2023-12-31'), instantColumn('actual', '2024-12-31')])
  test.each<[string, Partial<Check>, string]>([
    ['all days', {}, 'holds: false'],
    ['a day that ties', { period: { at: '2023-12-31' } }, 'holds: true'],
    ['the year that ends on it', { period: calendarYear(2023) }, 'holds: true'],
    ['a day that does not', { period: { at: '2024-12-31' } }, 'holds: false'],
    ['a year that nothing prints', { period: calendarYear(2022) }, 'rule-not-applicable'],
    ['a day that nothing prints', { period: { at: '2022-12-31' } }, 'rule-not-applicable'],
    ['another kind of amount', { scenario: 'budget' }, 'rule-not-applicable'],
    ['its own kind', { scenario: 'actual' }, 'holds: false'],
  ])('the balance of %s', (_name, more, outcome) => {
    expect(codeOf(two, 'balance-identity', more)).toBe(outcome)
  })
  test('equity of a year is that of its last day', () => {
    const roll = libraryOf(
      reading({}, [
        statement(
          [yearColumn('actual', 2024)],
          [
            equityRow('Ingående eget kapital', 700),
            { label: 'Årets resultat', nature: 'result', amounts: [-200] },
            equityRow('Utgående eget kapital', 500),
          ],
          { kind: 'equity-rollforward' },
        ),
      ]),
    )
    expect(codeOf(roll, 'equity-rollforward', { period: { at: '2024-12-31' } })).toBe('holds: true')
    expect(codeOf(roll, 'equity-rollforward', { period: { at: '2023-12-31' } })).toBe('rule-not-applicable')
  })
  test('printed variances are no amounts of their own', () => {
    const columns = [instantColumn('actual', '2024-12-31'), { ...instantColumn('variance', '2024-12-31'), id: 'avvikelse' }]
    expect(check(closing([100, 7], columns), 'balance-identity').verdict?.holds).toBe(true)
  })
  test('an interim report is checked on what it reports, its year on what it prints', () => {
    const half: Period = { from: '2024-01-01', to: '2024-06-30' }
    const rows = [income('Medlemsbidrag', 50, 100), total('cost', 'Summa kostnader', undefined, 40, 120)]
    const interim = reading({ id: 'delar', kind: 'interim-report' }, [
      statement([spanColumn('actual', half), yearColumn('budget', 2024)], rows),
    ])
    const library = libraryOf(interim)
    expect(check(library, 'balance')).toMatchObject({ scenario: 'actual', period: half, verdict: { holds: true } })
    expect(check(library, 'balance', { document: 'delar' })).toMatchObject({ scenario: 'actual', period: half })
    expect(check(library, 'balance', { scenario: 'budget', period: calendarYear(2024) })).toMatchObject({ verdict: { holds: false } })
  })
  test('a check of nobody is refused', () => {
    const outcome = evaluate(two, { op: 'check', rule: 'all', association: 'beta' })
    expect(outcome.ok ? '' : failureText(outcome.failure, 'en')).toMatch(/^No association has the id "beta"/)
  })
})

describe('which printed shares are held against which amounts', () => {
  const amounts = statement(
    [yearColumn('budget', 2024)],
    [
      { ...cost('Administration', 200), role: 'total' },
      { ...cost('Individinsatser', 600), role: 'total' },
      { ...cost('Strukturella insatser', 200), role: 'total' },
      total('cost', 'Summa kostnader', undefined, 1_000),
    ],
  )
  const shares = (...rows: readonly Row[]) =>
    libraryOf(reading({}, [amounts, budgetOf(rows, { id: 'andelar', kind: 'shares', unit: 'percent' })]))
  const share = (label: string, percent: number | Cell): Row => ({ label, nature: 'share', amounts: [percent], unit: 'percent' })
  test.each([
    ['of all costs', 60, true],
    ['of the initiatives', 75, true],
    ['of neither', 67, false],
    ['just beyond rounding of all costs', 61, false],
  ])('individual initiatives %s: %i percent', (_name, percent, holds) => {
    expect(check(shares(share('Individinsatser', percent)), 'shares').verdict?.holds).toBe(holds)
  })
  test('a share that holds and one that does not: the broken one is shown', () => {
    const result = check(shares(share('Administration', 20), share('Individinsatser', 67)), 'shares')
    expect(result).toMatchObject({
      verdict: { holds: false, rule: 'shares' },
      association: 'alfa',
      scenario: 'budget',
      period: calendarYear(2024),
    })
    expect(result.inputs).toHaveLength(4)
    expect(result.findings?.map(({ parameters }) => parameters)).toEqual([
      { label: 'Individinsatser, budget 2024', printed: 67, computed: 60 },
    ])
  })
  test('a share of no known concept, and one that cannot be read, are passed over', () => {
    const illegible = printedCell(null, { printed: 'Y', status: 'ambiguous' })
    expect(codeOf(shares(share('Kaffe och bullar', 20)), 'shares')).toBe('rule-not-applicable')
    expect(codeOf(shares(share('Administration', illegible)), 'shares')).toBe('rule-not-applicable')
    expect(codeOf(shares(share('Revision', 20)), 'shares')).toBe('rule-not-applicable')
  })
  test('a share of the whole is not held against itself', () => {
    expect(codeOf(shares(share('Summa kostnader', 100)), 'shares')).toBe('holds: false')
  })
})
