import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { evaluate } from '../calculate/evaluate.ts'
import { formulaOf } from '../explain/formula.ts'
import { createLibrary } from '../library/create-library.ts'
import { calendarYear } from '../model/period.ts'
import type { Query } from '../query/query.ts'
import { alfaLibrary, alfaPlan } from '../test-support/alfa-plan.ts'
import { association, got, libraryOf, reading, statement, yearColumn } from '../test-support/build.ts'

const people = statement(
  [yearColumn('actual', 2023)],
  [
    { label: 'Norrby', nature: 'count', amounts: [30_000] },
    { label: 'Söderby', nature: 'count', amounts: [10_000] },
  ],
  { id: 'invanare', title: 'Invånare', kind: 'distribution-key', unit: 'persons' },
)
const library = libraryOf({ ...alfaPlan, statements: [...alfaPlan.statements, people] })
const allocate = (more: Partial<Extract<Query, { op: 'allocate' }>> = {}, from = library) =>
  evaluate(from, { op: 'allocate', association: 'alfa', ...more })
const parts = (more: Partial<Extract<Query, { op: 'allocate' }>> = {}) =>
  Object.fromEntries((got(allocate(more)).ordered ?? []).map(({ label, result }) => [label.sv, result.value / 100]))

describe('the municipalities share by population', () => {
  test('as printed', () => {
    expect(parts()).toEqual({ 'Norrby kommun': 1_500_000, 'Söderby kommun': 500_000 })
  })
  test('with another population for one of them, which a note tells', () => {
    expect(parts({ populations: { soderby: 20_000 } })).toEqual({ 'Norrby kommun': 1_200_000, 'Söderby kommun': 800_000 })
    expect(got(allocate({ populations: { soderby: 20_000 } })).notes).toContainEqual({
      code: 'population-assumed',
      parameters: { member: 'Söderby kommun', population: 20_000 },
    })
  })
  test('of another amount', () => {
    expect(parts({ amount: { op: 'constant', value: 1, unit: 'kr', label: 'en krona' } })).toEqual({
      'Norrby kommun': 0.75,
      'Söderby kommun': 0.25,
    })
  })
  test('of the year and scenario that are asked for', () => {
    expect(got(allocate({ scenario: 'plan', period: calendarYear(2025) })).inputs[0]).toMatchObject({
      scenario: 'plan',
      period: calendarYear(2025),
    })
  })
  test('all populations given, where none is printed', () => {
    const outcome = got(allocate({ populations: { norrby: 1, soderby: 1 } }, alfaLibrary))
    expect(outcome.ordered?.map(({ result }) => result.value)).toEqual([100_000_000, 100_000_000])
  })
  test('each part shows how it comes about', () => {
    const [norrby] = got(allocate()).ordered ?? []
    expect(norrby && formulaOf(norrby, 'en').replaceAll('\u00a0', ' ')).toBe(
      '(1,200,000 + 800,000) × (30,000 / (30,000 + 10,000)) = 1,500,000 kr',
    )
  })
})

test.each<[string, Partial<Extract<Query, { op: 'allocate' }>>, string]>([
  ['an association that nobody knows', { association: 'beta' }, 'unknown-association'],
  ['a population of nobody’s', { populations: { osterby: 1 } }, 'unknown-member'],
  ['the region’s population', { populations: { 'region-alfa': 1 } }, 'unknown-member'],
  ['nobody at all', { populations: { norrby: 0, soderby: 0 } }, 'division-by-zero'],
])('%s is refused', (_name, more, code) => {
  const outcome = allocate(more)
  expect(outcome.ok ? 'ok' : outcome.failure.code).toBe(code)
})

test('a population that is neither printed nor given is asked for', () => {
  const outcome = allocate({ populations: { norrby: 1 } }, alfaLibrary)
  expect(outcome.ok ? '' : outcome.failure.message).toBe(
    'The population of "Söderby kommun" is not printed; give it among the populations.',
  )
})

test('an association without municipalities has nobody to share', () => {
  const alone = createLibrary([reading({}, [])], { associations: [association('alfa', 'Alfa', [])] })
  const outcome = allocate({}, alone)
  expect(outcome.ok ? '' : outcome.failure.code).toBe('not-printed')
})

test('the parts are the whole, whoever lives where', () => {
  fc.assert(
    fc.property(
      fc.integer({ min: 1, max: 9_999_999 }),
      fc.integer({ min: 0, max: 2_000_000 }),
      fc.integer({ min: 1, max: 2_000_000 }),
      (value, one, other) => {
        const outcome = got(
          allocate({ amount: { op: 'constant', value, unit: 'kr', label: 'x' }, populations: { norrby: one, soderby: other } }),
        )
        expect((outcome.ordered ?? []).reduce((sum, { result }) => sum + result.value, 0)).toBe(value * 100)
      },
    ),
    { seed: 19, numRuns: 200 },
  )
})
