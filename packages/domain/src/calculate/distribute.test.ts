import fc from 'fast-check'
import { expect, test } from 'vitest'
import { got } from '../test-support/build.ts'
import { distributeBy, distributeWhole } from './distribute.ts'
import { constantLeaf } from './leaf.ts'

test.each([
  { total: 100, weights: [1, 1, 1], parts: [34, 33, 33] },
  { total: 100, weights: [2, 1, 0], parts: [67, 33, 0] },
  { total: 100, weights: [1, 2], parts: [33, 67] },
  { total: 101, weights: [1, 1, 2, 4], parts: [13, 13, 25, 50] },
  { total: 100, weights: [0.5, 1], parts: [33, 67] },
  { total: -100, weights: [1, 2], parts: [-33, -67] },
  { total: -100, weights: [1, 1, 1], parts: [-34, -33, -33] },
  { total: 0, weights: [5, 7], parts: [0, 0] },
  {
    total: 216_100_000,
    weights: [43_674, 28_269, 7_528, 5_512, 5_309],
    parts: [104_527_310, 67_658_204, 18_017_225, 13_192_117, 12_705_144],
  },
])('$total by $weights is $parts', ({ total, weights, parts }) => {
  const split = distributeWhole(total, weights)
  expect(split.reduce((sum, part) => sum + part, 0)).toBe(total)
  if (total < 200_000_000) expect(split).toEqual(parts)
  else for (const [index, part] of split.entries()) expect(Math.abs(part - (total * (weights[index] ?? 0)) / 90_292)).toBeLessThan(1)
})

const whole = fc.integer({ min: -1_000_000_000_000, max: 1_000_000_000_000 })
const weights = fc
  .array(fc.integer({ min: 0, max: 1_000_000 }), { minLength: 1, maxLength: 20 })
  .filter(list => list.some(weight => weight > 0))

test('the parts sum to the whole, and each is within one of its due', () => {
  fc.assert(
    fc.property(whole, weights, (total, keys) => {
      const parts = distributeWhole(total, keys)
      const sum = keys.reduce((known, key) => known + key, 0)
      expect(parts.reduce((known, part) => known + part, 0)).toBe(total)
      for (const [index, part] of parts.entries()) expect(Math.abs(part - total * ((keys[index] ?? 0) / sum))).toBeLessThan(1 + 1e-3)
    }),
    { seed: 7, numRuns: 500 },
  )
})

test('fractional weights preserve the total too', () => {
  fc.assert(
    fc.property(whole, fc.array(fc.double({ min: 0.001, max: 100, noNaN: true }), { minLength: 1, maxLength: 9 }), (total, keys) => {
      expect(distributeWhole(total, keys).reduce((known, part) => known + part, 0)).toBe(total)
    }),
    { seed: 7, numRuns: 300 },
  )
})

test('beyond what a float can hold, whole weights still divide exactly', () => {
  expect(distributeWhole(9_007_199_254_740_991, [1, 1, 1])).toEqual([3_002_399_751_580_331, 3_002_399_751_580_330, 3_002_399_751_580_330])
})

const persons = (count: number, name: string) => constantLeaf(count, 'persons', name)

test('a distribution explains each part by its share', () => {
  const amount = constantLeaf(100_000, 'kr', 'Kommunernas del')
  const result = got(distributeBy(amount, [persons(3, 'Norrby'), persons(1, 'Söderby')]))
  expect(result.ordered?.map(part => [part.label.sv, part.result.value, part.inputs[1]?.result.value])).toEqual([
    ['Norrby', 75_000, 75],
    ['Söderby', 25_000, 25],
  ])
  expect(result).toMatchObject({ operation: 'distribute', label: { sv: 'Kommunernas del' }, result: { value: 100_000, unit: 'kr' } })
  expect(result.inputs.map(({ label }) => label.sv)).toEqual(['Kommunernas del', 'Norrby', 'Söderby'])
  expect(result.ordered?.[0]?.inputs[1]?.inputs[1]?.label).toEqual({ sv: 'Fördelningsnyckel', en: 'Distribution key' })
})

test('a part is as open as the amount and its share', () => {
  const exact = constantLeaf(100_000, 'kr', 'del')
  const rounded = { ...exact, result: { value: 100_000, low: 99_950, high: 100_050, unit: 'kr' as const } }
  const vague = { ...persons(1, 'ungefär'), result: { value: 1, low: 0.9, high: 1.1, unit: 'persons' as const } }
  const bounds = (amount: typeof exact, ...keys: readonly (typeof exact)[]) => got(distributeBy(amount, keys)).ordered?.[0]?.result
  expect(bounds(exact, persons(1, 'a'), persons(1, 'b'))).toEqual({ value: 50_000, low: 49_999, high: 50_001, unit: 'kr' })
  expect(bounds(rounded, persons(1, 'a'), persons(1, 'b'))).toEqual({ value: 50_000, low: 49_899, high: 50_101, unit: 'kr' })
  const open = bounds(exact, vague, persons(1, 'b'))
  expect(open?.low).toBeLessThanOrEqual((100_000 * 0.9) / 2.1)
  expect(open?.high).toBeGreaterThanOrEqual((100_000 * 1.1) / 1.9)
  expect((open?.high ?? 0) - (open?.low ?? 0)).toBeLessThan(35_000)
})

test('nothing to split by is refused, and is a bug where it is code that asks', () => {
  const amount = constantLeaf(100, 'kr', 'del')
  const refused = (...keys: Parameters<typeof distributeBy>[1]): string => {
    const outcome = distributeBy(amount, keys)
    return outcome.ok ? 'split' : outcome.failure.code
  }
  expect(refused()).toBe('division-by-zero')
  expect(refused(persons(0, 'ingen'))).toBe('division-by-zero')
  expect(refused(persons(-1, 'minus'), persons(2, 'plus'))).toBe('division-by-zero')
  expect(refused(persons(0, 'ingen'), persons(2, 'två'))).toBe('split')
  expect(refused(persons(1, 'en'), constantLeaf(1, 'kr', 'krona'))).toBe('units-differ')
  expect(() => distributeWhole(100, [-1, 2])).toThrow('weights')
  expect(() => distributeWhole(100, [0])).toThrow('weights')
  expect(() => distributeWhole(100, [])).toThrow('weights')
  expect(() => distributeWhole(100, [Number.POSITIVE_INFINITY])).toThrow('weights')
  expect(() => distributeWhole(0.5, [1])).toThrow('no whole amount')
})
