import { describe, expect, test } from 'vitest'
import { roundnessCost, roundnessOf } from './roundness.ts'

describe('what the amounts of a column are rounded to', () => {
  test.each([
    { name: 'a budget in thousands', values: [606_000, 1_453_000, 120_000, 595_000, 41_000], step: 1_000 },
    { name: 'hundreds, with one that is not', values: [198_600, 873_300, 516_192, -1_054_400, 2_100, 700], step: 100 },
    { name: 'accounts', values: [606_213, 1_453_077, 120_400, 595_119, 41_300], step: undefined },
    { name: 'thousands of kronor', values: [349, 70, 31, 140, 12, 150, 120], step: undefined },
    { name: 'too few to tell', values: [606_000, 1_453_000, null, 0], step: undefined },
  ])('$name', ({ values, step }) => expect(roundnessOf(values)?.step).toBe(step))

  test('speaks for a change that makes an amount round and against one that makes it odd', () => {
    const budget = roundnessOf([606_000, 1_453_000, 120_000, 595_000, 41_000])
    expect(roundnessCost(budget, 606_006, 606_000)).toBeLessThan(-1)
    expect(roundnessCost(budget, 606_000, 606_006)).toBeGreaterThan(1)
    expect(roundnessCost(budget, 606_000, 656_000)).toBe(0)
    expect(roundnessCost(undefined, 606_000, 606_006)).toBe(0)
  })
})
