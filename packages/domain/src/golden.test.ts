import { describe, expect, test } from 'vitest'
import { evaluate } from './calculate/evaluate.ts'
import { wholeYear } from './calculate/select.ts'
import { calendarYear } from './model/period.ts'
import type { Query } from './query/query.ts'
import type { Selector } from './query/target.ts'
import { got } from './test-support/build.ts'
import { goldenLibrary } from './test-support/golden.ts'

const library = goldenLibrary()
const firstHalf = { from: '2022-01-01', to: '2022-06-30' }
const look = (association: string, target: Selector['target'], more: Partial<Selector> = {}): Query => ({
  op: 'lookup',
  of: { association, target, ...more },
})
const concept = (association: string, name: string, more: Partial<Selector> = {}): Query => look(association, { concept: name }, more)
const measure = (association: string, name: string, more: Partial<Selector> = {}): Query => look(association, { measure: name }, more)
const line = (key: string, more: Partial<Selector> = {}): Query => look(key.slice(0, key.indexOf('/')), { line: key }, more)
const kronor = (query: Query): number => got(evaluate(library, query)).result.value / 100
const plain = (query: Query): number => got(evaluate(library, query)).result.value

describe('amounts of the shipped documents, in kronor', () => {
  test.each<[string, Query, number]>([
    ['a cost printed with a minus is a cost', line('vastmanland/samordningsteam-sala'), 1_700_000],
    ['a deficit stays one', concept('vastmanland', 'result'), -1_945_000],
    ['allotment from the principals', concept('vastmanland', 'contributions'), 19_038_000],
    ['funds from all three predecessors', concept('vastmanland', 'transferred-in'), 3_863_000],
    ['a new association starts with what it takes over', concept('vastmanland', 'opening-equity'), 3_863_000],
    ['closing equity under its own name', concept('vastmanland', 'closing-equity'), 1_918_000],
    ['contributions where the total counts last year in', concept('sodra-vatterbygden', 'contributions'), 11_172_000],
    ['the result where only a balance is printed', measure('sodra-vatterbygden', 'year-result'), -184_500],
    ['the result of a plan year', measure('sodra-vatterbygden', 'year-result', { period: calendarYear(2026) }), -532_000],
    ['costs where administration and initiatives are printed apart', concept('vastra-malardalen', 'total-costs'), 3_447_000],
    ['administration under the name of operating costs', concept('vastra-malardalen', 'administration'), 871_000],
    [
      'equity at a year end, as forecast',
      concept('vastra-malardalen', 'equity', { period: { at: '2022-12-31' }, scenario: 'forecast' }),
      746_000,
    ],
    [
      'the result swings',
      {
        op: 'change',
        as: 'amount',
        from: concept('vastra-malardalen', 'result', { period: calendarYear(2021) }),
        to: concept('vastra-malardalen', 'result'),
      },
      -1_185_000,
    ],
    ['an untitled total of allotments', concept('vastra-ostergotland', 'contributions'), 8_644_000],
    ['own funds used', measure('vastra-ostergotland', 'own-funds-used'), 1_366_000],
    ['the state', concept('vastra-ostergotland', 'contribution-state'), 4_322_000],
    ['a half-year where the year is not asked for', concept('vasteras', 'contributions'), 5_498_000],
    [
      'the whole year of an interim report is its forecast',
      { op: 'lookup', of: wholeYear(library, { association: 'vasteras', target: { concept: 'result' } }) },
      -5_127_000,
    ],
    ['the finest printing of an amount', concept('vasteras', 'initiatives', { period: firstHalf }), 6_512_813],
    ['costs with initiatives', concept('vasteras', 'total-costs', { period: calendarYear(2022), scenario: 'budget' }), 16_123_000],
    [
      'administration in the operating statement',
      concept('vasteras', 'administration', { period: firstHalf, scenario: 'budget' }),
      867_000,
    ],
    ['the net column, not the income side', line('vasteras/naringslivskoordinator', { period: firstHalf, scenario: 'budget' }), 293_000],
    [
      'equity if the forecast holds',
      concept('vasteras', 'closing-equity', { period: calendarYear(2022), scenario: 'forecast' }),
      2_642_372,
    ],
    ['opening equity in a half-year balance', concept('vasteras', 'opening-equity', { period: firstHalf }), 7_769_372],
  ])('%s', (_name, query, expected) => {
    expect(kronor(query)).toBe(expected)
  })
})

describe('shares, ratios and counts', () => {
  test.each<[string, Query, number]>([
    [
      'individual initiatives of all costs',
      { op: 'share', part: concept('vastmanland', 'initiatives-individual'), whole: concept('vastmanland', 'total-costs') },
      66.363,
    ],
    ['individual initiatives of initiatives', measure('vastmanland', 'individual-share'), 76.794],
    ['structural initiatives of initiatives', measure('vastmanland', 'structural-share'), 23.206],
    ['administration share', measure('sodra-vatterbygden', 'administration-share'), 9.598],
    [
      'two teams of the initiatives',
      {
        op: 'share',
        part: {
          op: 'sum',
          of: [line('vasteras/samordningsteam-vasteras', { period: firstHalf, scenario: 'actual' }), line('vasteras/jobbfokus-spira')],
        },
        whole: concept('vasteras', 'initiatives', { period: firstHalf, scenario: 'actual' }),
      },
      73.138,
    ],
    ['current ratio', measure('vasteras', 'current-ratio'), 1.977],
    ['equity ratio', measure('vasteras', 'equity-ratio'), 49.427],
    ['equity to contributions', measure('vastra-malardalen', 'equity-to-contributions'), 9.967],
    [
      'individual for each krona of structural',
      {
        op: 'ratio',
        numerator: concept('vastmanland', 'initiatives-individual'),
        denominator: concept('vastmanland', 'initiatives-structural'),
      },
      3.309,
    ],
    [
      'kronor per inhabitant of a municipality',
      {
        op: 'ratio',
        numerator: look('vastra-ostergotland', { member: 'boxholm' }),
        denominator: line('vastra-ostergotland/boxholms-kommun'),
      },
      23.915,
    ],
    [
      'kronor per participant',
      {
        op: 'ratio',
        numerator: line('vastra-ostergotland/digitaliseringscenter-4-2'),
        denominator: line('vastra-ostergotland/digitaliseringscenter'),
      },
      40_000,
    ],
    ['the percent that a line prints beside its persons', line('vastra-ostergotland/motala-kommun', { unit: 'percent' }), 48.4],
  ])('%s', (_name, query, expected) => {
    expect(plain(query)).toBeCloseTo(expected, 2)
  })
})

describe('what must not be answered', () => {
  test.each<[string, Query, string]>([
    ['a half-year for a year', concept('vasteras', 'total-costs', { period: calendarYear(2022), scenario: 'actual' }), 'not-printed'],
    ['budget or forecast, when neither is said', line('vastra-malardalen/processtodjare', { period: calendarYear(2022) }), 'several-match'],
    ['equity that nobody prints', concept('vastra-ostergotland', 'opening-equity'), 'not-printed'],
    ['one agency of two that pay together', look('vastra-malardalen', { member: 'forsakringskassan' }), 'not-printed'],
    ['an outcome before the association existed', concept('vastmanland', 'total-costs', { period: calendarYear(2022) }), 'not-printed'],
  ])('%s', (_name, query, code) => {
    const outcome = evaluate(library, query)
    expect(outcome.ok ? outcome.value.result : outcome.failure.code).toBe(code)
  })
})

test('contributions rank Västmanland first', () => {
  const associations = ['vastmanland', 'vastra-malardalen', 'vasteras', 'sodra-vatterbygden', 'vastra-ostergotland']
  const of = associations.map(
    (association): Query => ({ op: 'lookup', of: wholeYear(library, { association, target: { concept: 'contributions' } }) }),
  )
  const { ordered } = got(evaluate(library, { op: 'rank', order: 'highest', of }))
  expect(ordered?.map(({ association, result }) => [association, result.value / 100])).toEqual([
    ['vastmanland', 19_038_000],
    ['sodra-vatterbygden', 11_172_000],
    ['vasteras', 10_996_000],
    ['vastra-ostergotland', 8_644_000],
    ['vastra-malardalen', 3_000_000],
  ])
})

describe('projections', () => {
  const project = (
    association: string,
    base: number,
    through: number,
    of: Selector['target'],
    ...assumptions: Extract<Query, { op: 'project' }>['assumptions']
  ) => got(evaluate(library, { op: 'project', association, base: calendarYear(base), through, of, assumptions }))

  test('costs five percent above budget', () => {
    const result = project(
      'vastmanland',
      2024,
      2024,
      { concept: 'closing-equity' },
      { target: { concept: 'total-costs' }, change: { percent: 5 }, from: 2024 },
    )
    expect(result.result.value / 100).toBe(868_850)
    expect(result.operation).toBe('project')
  })

  test('a predecessor transfers nothing', () => {
    const line = 'vastmanland/medel-som-fors-over-fran-norra-vastmanlands-sf-beraknat'
    const result = project('vastmanland', 2024, 2024, { concept: 'closing-equity' }, { target: { line }, change: { set: 0 }, from: 2024 })
    expect(result.result.value / 100).toBe(1_522_000)
  })

  test('one line struck out of the budget', () => {
    const line = 'vastmanland/ofordelade-sokbara-utvecklingsmedel'
    const result = project('vastmanland', 2024, 2024, { measure: 'year-result' }, { target: { line }, change: { set: 0 }, from: 2024 })
    expect(result.result.value / 100).toBe(-1_545_000)
  })

  test('a plan year repeated runs equity out', () => {
    const result = project('sodra-vatterbygden', 2026, 2027, { concept: 'closing-equity' })
    expect(result.result.value / 100).toBe(-464_676)
    expect(result.notes).toContainEqual({ code: 'equity-runs-out', parameters: { year: 2027 } })
  })

  test('ten percent a year down to a floor', () => {
    const result = project(
      'vastra-ostergotland',
      2025,
      2029,
      { concept: 'contribution-state' },
      { target: { concept: 'contribution-state' }, change: { percent: -10, yearly: true, floor: 3_200_000 }, from: 2026 },
    )
    expect(result.ordered?.map(year => year.result.value / 100)).toEqual([4_322_000, 3_889_800, 3_500_820, 3_200_000, 3_200_000])
    expect(result.notes).toContainEqual({ code: 'floor-reached', parameters: { year: 2028, floor: 3_200_000, before: 3_150_738 } })
  })
})
