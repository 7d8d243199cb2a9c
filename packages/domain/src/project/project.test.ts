import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import type { Calculation } from '../calculate/calculation.ts'
import { evaluate } from '../calculate/evaluate.ts'
import { formulaOf } from '../explain/formula.ts'
import { calendarYear } from '../model/period.ts'
import type { Supposition } from '../query/assumption.ts'
import type { Query } from '../query/query.ts'
import type { Target } from '../query/target.ts'
import { alfaLibrary } from '../test-support/alfa-plan.ts'
import { equityRow, got, income, libraryOf, reading, statement, total, yearColumn } from '../test-support/build.ts'

const library = alfaLibrary

const project = (of: Target, through: number, ...assumptions: readonly Supposition[]): Calculation =>
  got(evaluate(library, { op: 'project', association: 'alfa', base: calendarYear(2024), through, of, assumptions: [...assumptions] }))
const years = (calculation: Calculation): readonly number[] => (calculation.ordered ?? []).map(({ result }) => result.value / 100)
const formulas = (calculation: Calculation): readonly string[] =>
  (calculation.ordered ?? []).map(year => formulaOf(year, 'sv').replaceAll('\u00a0', ' '))
const equity: Target = { concept: 'closing-equity' }
const costs: Target = { concept: 'total-costs' }
const state: Target = { concept: 'contribution-state' }

describe('assumptions, year by year from 2024', () => {
  test.each<[string, Target, readonly Supposition[], readonly number[]]>([
    ['nothing assumed: plans as printed, then repeated', costs, [], [8_000_000, 8_200_000, 8_200_000]],
    ['a percent from a year on', costs, [{ target: costs, change: { percent: 10 }, from: 2025 }], [8_000_000, 9_020_000, 9_020_000]],
    [
      'a yearly percent of the year before it begins',
      costs,
      [{ target: costs, change: { percent: -10, yearly: true }, from: 2026 }],
      [8_000_000, 8_200_000, 7_380_000],
    ],
    [
      'a yearly percent that begins with the base year',
      costs,
      [{ target: costs, change: { percent: -10, yearly: true }, from: 2024 }],
      [7_200_000, 6_480_000, 5_832_000],
    ],
    [
      'a yearly percent that began before the base year falls from there',
      costs,
      [{ target: costs, change: { percent: -10, yearly: true }, from: 2020 }],
      [7_200_000, 6_480_000, 5_832_000],
    ],
    [
      'no percent meets no bound',
      costs,
      [{ target: costs, change: { percent: 0, floor: 7_000_000 }, from: 2025 }],
      [8_000_000, 8_200_000, 8_200_000],
    ],
    ['an amount', costs, [{ target: costs, change: { amount: -200_000 }, from: 2026 }], [8_000_000, 8_200_000, 8_000_000]],
    [
      'a line within the total',
      costs,
      [{ target: { line: 'alfa/kansli' }, change: { set: 1_000_000 }, from: 2025 }],
      [8_000_000, 7_600_000, 7_600_000],
    ],
    [
      'a better result is kept in the equity of that year and after',
      equity,
      [{ target: { concept: 'result' }, change: { amount: 100_000 }, from: 2025, to: 2025 }],
      [500_000, 400_000, 200_000],
    ],
    [
      'a better result of the base year',
      equity,
      [{ target: { measure: 'year-result' }, change: { amount: 100_000 }, from: 2024, to: 2024 }],
      [600_000, 400_000, 200_000],
    ],
    [
      'a result half as large',
      { concept: 'result' },
      [{ target: { concept: 'result' }, change: { percent: -50 }, from: 2025 }],
      [0, -100_000, -100_000],
    ],
    [
      'a line frozen at a year',
      { line: 'alfa/kansli' },
      [{ target: { line: 'alfa/kansli' }, change: { repeat: 2024 }, from: 2025 }],
      [1_500_000, 1_500_000, 1_500_000],
    ],
    [
      'a line within its concept',
      { concept: 'administration' },
      [{ target: { line: 'alfa/kansli' }, change: { amount: 100_000 }, from: 2025 }],
      [1_500_000, 1_700_000, 1_700_000],
    ],
    [
      'a line elsewhere does not touch another',
      { line: 'alfa/team-norr' },
      [{ target: { line: 'alfa/kansli' }, change: { amount: 100_000 }, from: 2025 }],
      [6_500_000, 6_600_000, 6_600_000],
    ],
    [
      'a member leaves',
      { concept: 'contributions' },
      [{ target: { member: 'soderby' }, change: { set: 0 }, from: 2026 }],
      [8_000_000, 8_000_000, 7_200_000],
    ],
    [
      'ten percent down each year',
      state,
      [{ target: state, change: { percent: -10, yearly: true }, from: 2025 }],
      [4_000_000, 3_600_000, 3_240_000],
    ],
    [
      'down to a floor',
      state,
      [{ target: state, change: { percent: -10, yearly: true, floor: 3_500_000 }, from: 2025 }],
      [4_000_000, 3_600_000, 3_500_000],
    ],
    [
      'up to a ceiling',
      state,
      [{ target: state, change: { percent: 10, yearly: true, floor: 4_500_000 }, from: 2025 }],
      [4_000_000, 4_400_000, 4_500_000],
    ],
    [
      'a line frozen at the year before',
      costs,
      [{ target: { line: 'alfa/kansli' }, change: { freeze: true }, from: 2025 }],
      [8_000_000, 8_100_000, 8_100_000],
    ],
    [
      'a line frozen from the base year on',
      costs,
      [{ target: costs, change: { freeze: true }, from: 2020 }],
      [8_000_000, 8_000_000, 8_000_000],
    ],
    ['a line dropped', costs, [{ target: { line: 'alfa/kansli' }, change: { drop: true }, from: 2025 }], [8_000_000, 6_600_000, 6_600_000]],
    [
      'an amount in one year only',
      costs,
      [{ target: costs, change: { amount: 50_000 }, from: 2025, to: 2025 }],
      [8_000_000, 8_250_000, 8_200_000],
    ],
    [
      'a new initiative',
      costs,
      [{ add: { label: 'Team Syd', concept: 'initiatives-individual' }, amount: 300_000, from: 2025 }],
      [8_000_000, 8_500_000, 8_500_000],
    ],
    [
      'a new income in equity',
      equity,
      [{ add: { label: 'Projektmedel', concept: 'other-income' }, amount: 250_000, from: 2025, to: 2025 }],
      [500_000, 550_000, 350_000],
    ],
    [
      'one municipality follows the state by its own key',
      { member: 'norrby' },
      [{ target: state, change: { percent: -10, yearly: true, floor: 3_500_000 }, from: 2025 }],
      [1_200_000, 1_080_000, 1_050_000],
    ],
    [
      'the line of a municipality, too',
      { line: 'alfa/soderby-kommun' },
      [{ target: { line: 'alfa/forsakringskassan' }, change: { percent: -10 }, from: 2025 }],
      [800_000, 720_000, 720_000],
    ],
    [
      'a line within a total line',
      { line: 'alfa/summa-kostnader' },
      [{ target: { line: 'alfa/kansli' }, change: { amount: 100_000 }, from: 2025 }],
      [8_000_000, 8_300_000, 8_300_000],
    ],
    [
      'the others follow the state',
      { concept: 'contributions' },
      [{ target: state, change: { percent: -10, yearly: true }, from: 2025 }],
      [8_000_000, 7_200_000, 6_480_000],
    ],
    [
      'unless they are assumed themselves',
      { concept: 'contributions' },
      [
        { target: state, change: { percent: -10 }, from: 2025 },
        { target: { concept: 'contribution-region' }, change: { percent: 0 }, from: 2025 },
      ],
      [8_000_000, 7_600_000, 7_600_000],
    ],
    [
      'once down, not below a floor',
      state,
      [{ target: state, change: { percent: -50, floor: 3_000_000 }, from: 2025 }],
      [4_000_000, 3_000_000, 3_000_000],
    ],
    [
      'once up, not above a ceiling',
      state,
      [{ target: state, change: { percent: 5, floor: 9_000_000 }, from: 2025 }],
      [4_000_000, 4_200_000, 4_200_000],
    ],
    [
      'all contributions, as a measure',
      { measure: 'contributions-total' },
      [{ target: state, change: { amount: 100_000 }, from: 2025 }],
      [8_000_000, 8_100_000, 8_100_000],
    ],
    ['own funds used are the deficit', { measure: 'own-funds-used' }, [], [0, 200_000, 200_000]],
    ['equity carries results forward', equity, [], [500_000, 300_000, 100_000]],
    [
      'equity with dearer costs in the base year too',
      equity,
      [{ target: costs, change: { percent: 5 }, from: 2024 }],
      [100_000, -510_000, -1_120_000],
    ],
    ['the result', { measure: 'year-result' }, [{ target: costs, change: { amount: 100_000 }, from: 2025 }], [0, -300_000, -300_000]],
    ['own funds used', { measure: 'own-funds-used' }, [], [-0, 200_000, 200_000]],
  ])('%s', (_name, of, assumptions, expected) => {
    expect(years(project(of, 2026, ...assumptions)).map(value => value + 0)).toEqual(expected.map(value => value + 0))
  })
})

test('a share follows its parts', () => {
  const share = project({ measure: 'administration-share' }, 2025, {
    target: { line: 'alfa/kansli' },
    change: { amount: 200_000 },
    from: 2025,
  })
  expect(share.result.value).toBeCloseTo((100 * 1_800_000) / 8_400_000, 9)
})

test('every year of a projection is one, the unchanged base year too', () => {
  for (const of of [equity, costs, state])
    expect(project(of, 2026).ordered?.map(({ operation }) => operation)).toEqual(['project', 'project', 'project'])
})

test('every assumption and what follows from it is told', () => {
  const { notes, operation, label } = project(equity, 2027, { target: costs, change: { percent: 5, yearly: true }, from: 2025 })
  expect(operation).toBe('project')
  expect(label.sv).toBe('Utgående eget kapital 2027, antaget')
  expect(notes.map(({ code }) => code)).toEqual(expect.arrayContaining(['assumption', 'repeated-year', 'equity-runs-out']))
  expect(notes).toContainEqual({ code: 'equity-runs-out', parameters: { year: 2025 + 1 } })
})

test('the year a floor is reached is told once, with what it would have been', () => {
  const { notes } = project(state, 2028, { target: state, change: { percent: -10, yearly: true, floor: 3_500_000 }, from: 2025 })
  expect(notes.filter(({ code }) => code === 'floor-reached')).toEqual([
    { code: 'floor-reached', parameters: { year: 2026, floor: 3_500_000, before: 3_240_000 } },
  ])
})

test.each<[string, number, number, number]>([
  ['a fall that ends on its floor', -10, 3_600_000, 3_600_000],
  ['a rise that ends on its ceiling', 10, 4_400_000, 4_400_000],
])('%s reaches it that very year', (_name, percent, floor, before) => {
  const { notes } = project(state, 2027, { target: state, change: { percent, yearly: true, floor }, from: 2025 })
  expect(notes.filter(({ code }) => code === 'floor-reached')).toEqual([
    { code: 'floor-reached', parameters: { year: 2025, floor, before } },
  ])
})

test.each<[string, Partial<Extract<Query, { op: 'project' }>>, string]>([
  ['a year before the base', { through: 2023 }, 'rule-not-applicable'],
  ['a life time ahead', { through: 2100 }, 'rule-not-applicable'],
  ['an association that nobody knows', { association: 'beta' }, 'unknown-association'],
  ['a base that is not printed', { base: calendarYear(2019), through: 2020 }, 'not-printed'],
  [
    'an assumption about a line that nobody knows',
    { assumptions: [{ target: { line: 'alfa/lokal' }, change: { drop: true }, from: 2025 }] },
    'unknown-line',
  ],
  ['an assumption about no member', { assumptions: [{ target: { member: 'osterby' }, change: { set: 0 }, from: 2025 }] }, 'unknown-member'],
  [
    'an assumption about no concept',
    { assumptions: [{ target: { concept: 'kansli' }, change: { set: 0 }, from: 2025 }] },
    'unknown-concept',
  ],
  ['a new line of no concept', { assumptions: [{ add: { label: 'Ny', concept: 'ny' }, amount: 1, from: 2025 }] }, 'unknown-concept'],
  [
    'a new line that is no flow',
    { assumptions: [{ add: { label: 'Ny', concept: 'cash' }, amount: 1, from: 2025 }] },
    'rule-not-applicable',
  ],
  ['a measure that has no years', { of: { measure: 'current-ratio' } }, 'rule-not-applicable'],
])('%s is refused', (_name, more, code) => {
  const query: Query = { op: 'project', association: 'alfa', base: calendarYear(2024), through: 2025, of: costs, assumptions: [], ...more }
  const outcome = evaluate(library, query)
  expect(outcome.ok ? 'ok' : outcome.failure.code).toBe(code)
})

test('a projection of no change repeats the base', () => {
  fc.assert(
    fc.property(
      fc.constantFrom<Target>(costs, state, { concept: 'administration' }, { line: 'alfa/kansli' }),
      fc.integer({ min: 2026, max: 2040 }),
      (of, through) => {
        const none = project(of, through, { target: of, change: { percent: 0 }, from: 2024 })
        expect(none.result).toEqual(project(of, through).result)
        expect(years(none).slice(1)).toEqual(
          years(none)
            .slice(1)
            .fill(years(none)[1] ?? 0),
        )
      },
    ),
    { seed: 3, numRuns: 60 },
  )
})

test('opening equity is as printed at first, then the closing one of the year before', () => {
  const rolled = libraryOf(
    reading({}, [
      statement(
        [yearColumn('budget', 2024)],
        [
          equityRow('Ingående eget kapital', 700),
          income('Medlemsbidrag', 100),
          total('cost', 'Summa kostnader', undefined, 300),
          equityRow('Utgående eget kapital', 500),
        ],
      ),
    ]),
  )
  const query: Query = {
    op: 'project',
    association: 'alfa',
    base: calendarYear(2024),
    through: 2026,
    of: { concept: 'opening-equity' },
    assumptions: [],
  }
  expect(years(got(evaluate(rolled, query)))).toEqual([700, 500, 300])
  expect(evaluate(library, query).ok).toBe(false)
})

test('later years of an outcome are those that are budgeted', () => {
  const both = libraryOf(
    reading({}, [
      statement([yearColumn('actual', 2024), yearColumn('budget', 2025)], [total('cost', 'Summa kostnader', undefined, 90, 110)]),
    ]),
  )
  const projected = got(
    evaluate(both, {
      op: 'project',
      association: 'alfa',
      base: calendarYear(2024),
      scenario: 'actual',
      through: 2026,
      of: costs,
      assumptions: [],
    }),
  )
  expect(years(projected)).toEqual([90, 110, 110])
})

describe('the formula of a projected year', () => {
  const lower: Supposition = { target: { concept: 'contribution-state' }, change: { percent: -10 }, from: 2025 }
  test('equity is that of the year before and the result, each as it came out', () => {
    expect(formulas(project(equity, 2026, lower))).toEqual([
      '500 000 kr',
      '500 000 + (7 200 000 − 8 200 000) = −500 000 kr',
      '(−500 000) + (7 200 000 − 8 200 000) = −1 500 000 kr',
    ])
  })
  test('a total is the printed one and what is assumed', () => {
    const income = project({ concept: 'contributions' }, 2025, lower)
    expect(formulas(income)).toEqual(['8 000 000 kr', '8 000 000 + (−800 000) = 7 200 000 kr'])
  })
  test('a share is a division', () => {
    const share = project({ measure: 'equity-to-contributions' }, 2025, lower)
    expect(formulas(share)).toEqual(['500 000 / 8 000 000 = 6,3 %', '(−500 000) / 7 200 000 = −6,9 %'])
  })
})
