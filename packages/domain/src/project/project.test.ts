import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import type { Calculation } from '../calculate/calculation.ts'
import { evaluate } from '../calculate/evaluate.ts'
import { constantLeaf } from '../calculate/leaf.ts'
import { createLibrary } from '../library/create-library.ts'
import { calendarYear } from '../model/period.ts'
import type { Assumption, Query, Target } from '../query/query.ts'
import { association, cost, got, income, libraryOf, member, reading, statement, total, yearColumn } from '../test-support/build.ts'
import { mergeAmounts } from './merge.ts'

const library = libraryOf(
  reading({}, [
    statement(
      [yearColumn('budget', 2024), yearColumn('plan', 2025)],
      [
        income('Försäkringskassan', 4_000_000, 4_000_000),
        income('Region Alfa', 2_000_000, 2_000_000),
        income('Norrby kommun', 1_200_000, 1_200_000),
        income('Söderby kommun', 800_000, 800_000),
        total(
          'income',
          'Summa medlemsbidrag',
          ['Försäkringskassan', 'Region Alfa', 'Norrby kommun', 'Söderby kommun'],
          8_000_000,
          8_000_000,
        ),
        { ...cost('Team Norr', 6_500_000, 6_600_000), section: 'Insatser' },
        { ...cost('Kansli', 1_500_000, 1_600_000), section: 'Administration' },
        total('cost', 'Summa kostnader', ['Team Norr', 'Kansli'], 8_000_000, 8_200_000),
      ],
    ),
    statement([yearColumn('budget', 2024)], [{ label: 'Utgående eget kapital', nature: 'equity', amounts: [500_000] }], {
      id: 'kapital',
      kind: 'equity-rollforward',
    }),
  ]),
)

const project = (of: Target, through: number, ...assumptions: readonly Assumption[]): Calculation =>
  got(evaluate(library, { op: 'project', association: 'alfa', base: calendarYear(2024), through, of, assumptions: [...assumptions] }))
const years = (calculation: Calculation): readonly number[] => (calculation.ordered ?? []).map(({ result }) => result.value / 100)
const equity: Target = { concept: 'closing-equity' }
const costs: Target = { concept: 'total-costs' }
const state: Target = { concept: 'contribution-state' }

describe('assumptions, year by year from 2024', () => {
  test.each<[string, Target, readonly Assumption[], readonly number[]]>([
    ['nothing assumed: plans as printed, then repeated', costs, [], [8_000_000, 8_200_000, 8_200_000]],
    ['a percent from a year on', costs, [{ target: costs, change: { percent: 10 }, from: 2025 }], [8_000_000, 9_020_000, 9_020_000]],
    ['an amount', costs, [{ target: costs, change: { amount: -200_000 }, from: 2026 }], [8_000_000, 8_200_000, 8_000_000]],
    [
      'a line within the total',
      costs,
      [{ target: { line: 'alfa/kansli' }, change: { set: 1_000_000 }, from: 2025 }],
      [8_000_000, 7_600_000, 7_600_000],
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

test.each([
  ['a year before the base', { through: 2023 }, 'rule-not-applicable'],
  ['a life time ahead', { through: 2100 }, 'rule-not-applicable'],
  ['an association that nobody knows', { association: 'beta' }, 'unknown-association'],
  ['a base that is not printed', { base: calendarYear(2019), through: 2020 }, 'not-printed'],
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

test('merging is commutative and associative', () => {
  const named = fc.array(fc.integer({ min: 0, max: 1_000_000_000 }), { minLength: 3, maxLength: 3 })
  fc.assert(
    fc.property(named, ([a = 0, b = 0, c = 0]) => {
      const [one, two, three] = [a, b, c].map(
        (value, index): Calculation => ({ ...constantLeaf(value, 'kr', `belopp ${index}`), association: `f${index}` }),
      )
      if (!one || !two || !three) return
      const merge = (...amounts: readonly Calculation[]): Calculation => got(mergeAmounts('total-costs', amounts))
      const all = merge(one, two, three)
      expect(merge(three, two, one)).toEqual(all)
      expect(merge(merge(one, two), three)).toEqual(all)
      expect(merge(one, merge(two, three))).toEqual(all)
    }),
    { seed: 5, numRuns: 200 },
  )
})

test('two associations together are the sum of what both print', () => {
  const beta = association('beta', 'Beta', [member('staten-beta', 'Staten', 'state')])
  const columns = [yearColumn('budget', 2024)]
  const both = createLibrary(
    [
      reading({}, [
        statement(columns, [
          income('Medlemsbidrag', 100),
          total('cost', 'Summa kostnader', undefined, 120),
          { label: 'Administration', nature: 'cost', amounts: [20], role: 'total' },
        ]),
      ]),
      reading({ id: 'beta-plan', association: 'beta', associationName: 'Samordningsförbundet Beta' }, [
        statement(columns, [income('Medlemsbidrag', 50), total('cost', 'Summa kostnader', undefined, 40)]),
      ]),
    ],
    { associations: [association('alfa', 'Alfa', []), beta] },
  )
  const merged = got(evaluate(both, { op: 'merge', associations: ['alfa', 'beta'] }))
  const amounts = Object.fromEntries((merged.ordered ?? []).map(({ concept, result }) => [concept, result.value / 100]))
  expect(amounts).toEqual({ contributions: 150, 'total-costs': 160, result: -10 })
  expect(merged.result.value).toBe(16_000)
  expect(merged.notes).toContainEqual(
    expect.objectContaining({ code: 'concept-left-out', parameters: expect.objectContaining({ concept: 'administration' }) }),
  )
})
