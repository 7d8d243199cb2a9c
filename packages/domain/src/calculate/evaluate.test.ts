import { describe, expect, test } from 'vitest'
import { calendarYear } from '../model/period.ts'
import type { Query } from '../query/query.ts'
import type { Selector } from '../query/target.ts'
import { cost, got, income, libraryOf, printedCell, reading, statement, total, yearColumn } from '../test-support/build.ts'
import { evaluate } from './evaluate.ts'

const columns = [yearColumn('budget', 2024), yearColumn('plan', 2025)]
const library = libraryOf(
  reading({}, [
    statement(
      columns,
      [
        income('Försäkringskassan', 4_000, 3_600),
        income('Region Alfa', 2_000, 1_800),
        income('Norrby kommun', 1_200, 1_080),
        income('Söderby kommun', 800, 720),
        income('Balanserat resultat', 500, 300),
        total(
          'income',
          'Summa intäkter',
          ['Försäkringskassan', 'Region Alfa', 'Norrby kommun', 'Söderby kommun', 'Balanserat resultat'],
          8_500,
          7_500,
        ),
        { ...cost('Team Norr', 5_000, 5_000), section: 'Insatser' },
        {
          ...cost('Utbildningar', 1_600, printedCell(null, { status: 'ambiguous', printed: '1?00', alternatives: [1_000, 1_100] })),
          section: 'Insatser',
        },
        { ...total('cost', 'Summa insatser', ['Team Norr', 'Utbildningar'], 6_600, 6_000) },
        { ...cost('Kansli', 1_200, 1_200), section: 'Administration' },
        { ...cost('Styrelse', 400, 300), section: 'Administration' },
        total('cost', 'Summa administration', ['Kansli', 'Styrelse'], 1_600, 1_500),
        total('cost', 'Summa kostnader', ['Summa insatser', 'Summa administration'], 8_200, 7_500),
        total('result', 'Balanserat resultat till nästa år', ['Summa intäkter', '-Summa kostnader'], 300, 0),
      ],
      { unit: 'tkr' },
    ),
  ]),
)

const look = (target: Selector['target'], more: Partial<Selector> = {}): Query => ({
  op: 'lookup',
  of: { association: 'alfa', target, ...more },
})
const next = { period: calendarYear(2025) }
const value = (query: Query): number => got(evaluate(library, query)).result.value
const kr = (amount: number): number => amount * 100

describe('what a plan says, and what follows from it', () => {
  test.each<[string, Query, number]>([
    ['a printed line, its year and scenario by default', look({ line: 'alfa/kansli' }), kr(1_200_000)],
    ['a line of a later year', look({ line: 'alfa/styrelse' }, next), kr(300_000)],
    ['a plan answers for the budget of a later year', look({ line: 'alfa/styrelse' }, { ...next, scenario: 'budget' }), kr(300_000)],
    ['one member', look({ member: 'norrby' }), kr(1_200_000)],
    ['the municipalities together, which no line prints', look({ concept: 'contributions-municipalities' }), kr(2_000_000)],
    ['contributions without what is brought forward', look({ concept: 'contributions' }), kr(8_000_000)],
    ['funds with what is brought forward', look({ concept: 'available-funds' }), kr(8_500_000)],
    ["the year's result where only the balance is printed", look({ measure: 'year-result' }), kr(-200_000)],
    ['closing equity', look({ concept: 'closing-equity' }), kr(300_000)],
    ['opening equity', look({ concept: 'opening-equity' }), kr(500_000)],
    ['equity at a day', look({ concept: 'equity' }, { period: { at: '2024-12-31' } }), kr(300_000)],
    [
      'a difference is to − from',
      { op: 'change', from: look({ line: 'alfa/styrelse' }), to: look({ line: 'alfa/styrelse' }, next), as: 'amount' },
      kr(-100_000),
    ],
    [
      'a change in percent',
      { op: 'change', from: look({ line: 'alfa/styrelse' }), to: look({ line: 'alfa/styrelse' }, next), as: 'percent' },
      -25,
    ],
    ['a share', { op: 'share', part: look({ concept: 'administration' }), whole: look({ concept: 'total-costs' }) }, (100 * 16) / 82],
    ['a sum of lines', { op: 'sum', of: [look({ line: 'alfa/kansli' }), look({ line: 'alfa/styrelse' })] }, kr(1_600_000)],
    ['a constant in its unit', { op: 'constant', value: 3.2, unit: 'mnkr', label: 'golv' }, kr(3_200_000)],
    ['an average', { op: 'average', of: [look({ line: 'alfa/kansli' }), look({ line: 'alfa/styrelse' })] }, kr(800_000)],
    [
      'kronor per person',
      {
        op: 'ratio',
        numerator: look({ member: 'norrby' }),
        denominator: { op: 'constant', value: 50_000, unit: 'persons', label: 'invånare' },
      },
      24,
    ],
  ])('%s', (_name, query, expected) => {
    expect(value(query)).toBeCloseTo(expected, 9)
  })
})

test('a printed thousand leaves half a thousand open on either side', () => {
  expect(got(evaluate(library, look({ line: 'alfa/kansli' }))).result).toEqual({
    value: kr(1_200_000),
    low: kr(1_199_500),
    high: kr(1_200_500),
    unit: 'kr',
  })
})

test('a ranking puts the highest first and leaves out, with a note, what is not printed', () => {
  const query: Query = {
    op: 'rank',
    order: 'highest',
    of: [look({ line: 'alfa/styrelse' }), look({ line: 'alfa/kansli' }), look({ line: 'alfa/kansli' }, { period: calendarYear(1999) })],
  }
  const { ordered, notes } = got(evaluate(library, query))
  expect(ordered?.map(({ result }) => result.value)).toEqual([kr(1_200_000), kr(400_000)])
  expect(notes.map(({ code }) => code)).toContain('left-out')
})

describe('refusals say what to do', () => {
  test.each<[string, Query, string, string | undefined]>([
    [
      'an association that nobody knows',
      { op: 'lookup', of: { association: 'alpha', target: { concept: 'audit' } } },
      'unknown-association',
      'alfa',
    ],
    ['a line that nobody knows', look({ line: 'alfa/kanslie' }), 'unknown-line', 'Kansli'],
    ['a concept that is none', look({ concept: 'administartion' }), 'unknown-concept', 'administration'],
    ['a member of another association', look({ member: 'kiruna' }), 'unknown-member', 'Försäkringskassan'],
    ['a year that is not printed', look({ line: 'alfa/kansli' }, { period: calendarYear(2019) }), 'not-printed', 'Kansli, budget 2024'],
    ['a value that cannot be read', look({ line: 'alfa/utbildningar' }, next), 'value-unknown', '1000000'],
    ['an outcome where there is a budget', look({ line: 'alfa/kansli' }, { scenario: 'actual' }), 'not-printed', 'Kansli, budget 2024'],
    [
      'kronor and persons do not add',
      { op: 'sum', of: [look({ line: 'alfa/kansli' }), { op: 'constant', value: 2, unit: 'persons', label: 'två' }] },
      'units-differ',
      undefined,
    ],
    [
      'a share of nothing',
      { op: 'share', part: look({ line: 'alfa/kansli' }), whole: { op: 'constant', value: 0, unit: 'kr', label: 'noll' } },
      'division-by-zero',
      undefined,
    ],
  ])('%s', (_name, query, code, near) => {
    const outcome = evaluate(library, query)
    expect(outcome.ok ? undefined : outcome.failure.code).toBe(code)
    if (near && !outcome.ok) expect(outcome.failure.nearest).toContain(near)
  })
})
