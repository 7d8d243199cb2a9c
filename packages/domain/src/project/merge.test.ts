import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import type { Calculation } from '../calculate/calculation.ts'
import { evaluate } from '../calculate/evaluate.ts'
import { constantLeaf } from '../calculate/leaf.ts'
import { createLibrary } from '../library/create-library.ts'
import { calendarYear } from '../model/period.ts'
import type { Query } from '../query/query.ts'
import { association, cost, got, income, member, reading, statement, total, yearColumn } from '../test-support/build.ts'
import { mergeAmounts } from './merge.ts'

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

describe('predecessors against their successor', () => {
  const year = [yearColumn('budget', 2024)]
  const plan = (id: string, contributions: number, costs: number, fiscalYear = 2024) =>
    reading({ id: `plan-${id}`, association: id, associationName: `Samordningsförbundet ${id}`, fiscalYear }, [
      statement(fiscalYear === 2024 ? year : [yearColumn('budget', fiscalYear)], [
        income('Medlemsbidrag', contributions),
        total('cost', 'Summa kostnader', undefined, costs),
      ]),
    ])
  const three = createLibrary([plan('norr', 100, 120), plan('syd', 50, 40), plan('nordsyd', 170, 150, 2025)], {
    associations: ['norr', 'syd', 'nordsyd'].map(id => association(id, id, [])),
  })
  const against = (more: Partial<Extract<Query, { op: 'merge' }>> = {}) =>
    evaluate(three, { op: 'merge', associations: ['norr', 'syd'], against: { association: 'nordsyd' }, ...more })

  test('each concept is what the successor plans less what they are together', () => {
    const merged = got(against())
    const differences = (merged.ordered ?? []).map(({ concept, result, inputs }) => [
      concept,
      result.value / 100,
      ...inputs.map(one => one.result.value / 100),
    ])
    expect(differences).toEqual([
      ['contributions', 20, 150, 170],
      ['total-costs', -10, 160, 150],
      ['result', 30, -10, 20],
    ])
    expect(merged.ordered?.map(({ operation }) => operation)).toEqual(['change', 'change', 'change'])
    expect(merged.notes).toContainEqual({ code: 'merge-years', parameters: { of: '2024', own: '2025' } })
    expect(merged.result.value).toBe(-1_000)
  })
  test('scenario and year may be asked for, of both', () => {
    const query = {
      scenario: 'budget' as const,
      period: calendarYear(2024),
      against: { association: 'norr', scenario: 'budget' as const, period: calendarYear(2024) },
    }
    const merged = got(against(query))
    expect(merged.ordered?.map(({ concept, result }) => [concept, result.value / 100])).toEqual([
      ['contributions', -50],
      ['total-costs', -40],
      ['result', -10],
    ])
    expect(merged.notes.map(({ code }) => code)).not.toContain('merge-years')
    const outcome = against({ scenario: 'actual' })
    expect(outcome.ok ? 'ok' : outcome.failure.code).toBe('not-printed')
  })
  test('what the successor does not print is left out with a note', () => {
    const missing = got(against({ against: { association: 'syd' } }))
    expect(missing.notes.filter(({ code }) => code === 'concept-left-out').map(({ parameters }) => parameters.concept)).toContain(
      'closing-equity',
    )
  })
  test('a successor that prints no such year leaves nothing to compare', () => {
    const outcome = against({ against: { association: 'nordsyd', period: calendarYear(2020) } })
    expect(outcome.ok ? 'ok' : outcome.failure.code).toBe('not-printed')
  })
  test.each([{ associations: ['norr', 'vast'] }, { against: { association: 'vast' } }])('%j is refused', more => {
    const outcome = against(more)
    expect(outcome.ok ? 'ok' : outcome.failure.code).toBe('unknown-association')
  })
})

describe('a merged amount', () => {
  const amounts = (...values: readonly number[]): readonly Calculation[] =>
    values.map((value, index) => ({ ...constantLeaf(value, 'kr', `belopp ${index}`), association: `f${index}` }))
  const costs = (...parts: readonly Calculation[]): Calculation => got(mergeAmounts('total-costs', parts))

  test('is called by its concept, and says how many it is made of', () => {
    const merged = costs(...amounts(1, 2))
    expect(merged).toMatchObject({ label: { sv: 'Summa kostnader', en: 'Total costs' }, concept: 'total-costs' })
    expect(merged.notes).toEqual([{ code: 'merged', parameters: { concept: 'total-costs', count: 2 } }])
  })
  test('of merged amounts says once how many there are in all', () => {
    const [one, two, three] = amounts(1, 2, 4)
    if (!one || !two || !three) throw new Error('three amounts')
    const merged = costs(costs(three, one), two)
    expect(merged.inputs.map(({ association }) => association)).toEqual(['f0', 'f1', 'f2'])
    expect(merged.notes).toEqual([{ code: 'merged', parameters: { concept: 'total-costs', count: 3 } }])
  })
  test('keeps the other notes', () => {
    const [one] = amounts(1)
    if (!one) throw new Error('an amount')
    const told = { ...one, notes: [{ code: 'value-derived', parameters: { line: 'Kansli' } }] }
    expect(costs(told, ...amounts(2)).notes.map(({ code }) => code)).toEqual(['merged', 'value-derived'])
  })
  test('is a sum of money alone', () => {
    const outcome = mergeAmounts('total-costs', [constantLeaf(1, 'kr', 'a'), constantLeaf(1, 'percent', 'b')])
    expect(outcome.ok ? 'ok' : outcome.failure.code).toBe('units-differ')
  })
  test('takes apart no sum that is one association’s own', () => {
    const rows = (id: string) =>
      reading({ id: `plan-${id}`, association: id, associationName: `Samordningsförbundet ${id}` }, [
        statement(
          [yearColumn('budget', 2024)],
          [
            { ...cost('Kansli', 20), section: 'Administration' },
            { ...cost('Styrelse', 10), section: 'Administration' },
            { ...cost('Team', 70), section: 'Insatser' },
            total('cost', 'Summa kostnader', ['Kansli', 'Styrelse', 'Team'], 100),
          ],
        ),
      ])
    const two = createLibrary([rows('norr'), rows('syd')], { associations: ['norr', 'syd'].map(id => association(id, id, [])) })
    const merged = got(evaluate(two, { op: 'merge', associations: ['norr', 'syd'] }))
    const administration = merged.ordered?.find(({ concept }) => concept === 'administration')
    expect(administration?.inputs.map(({ operation, result }) => [operation, result.value])).toEqual([
      ['sum', 3_000],
      ['sum', 3_000],
    ])
  })
})
