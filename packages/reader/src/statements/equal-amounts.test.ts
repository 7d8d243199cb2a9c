import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { EqualAmounts } from './equal-amounts.ts'
import { type Amount, knownOf } from './unit-amounts.ts'

const amount = (value: number, label: string, line = 1): Amount => ({ value, step: 1, label, line })
const evidenceOf = (own: readonly Amount[], factor: number, ...known: readonly ReturnType<typeof knownOf>[]) => {
  const equal = new EqualAmounts(own, factor)
  for (const some of known) equal.compare(some)
  return equal.evidence
}

describe('amounts that other places print speak for a unit', () => {
  const inThousands = knownOf([amount(1_945, 'kansli', 12)], 'tkr')

  test.each([
    { name: 'the same row in kronor, thousands rounded away', own: amount(1_945_318, 'kansli'), factor: 1, wanted: 3 * Math.LN10 + 3 },
    { name: 'another row', own: amount(1_945_318, 'styrelse'), factor: 1, wanted: 3 * Math.LN10 - 2.5 },
    { name: 'another amount', own: amount(1_946_000, 'kansli'), factor: 1, wanted: 0 },
    { name: 'the same figures in another unit', own: amount(1_945, 'kansli'), factor: 1_000_000, wanted: 0 },
    { name: 'the same figures in the same unit', own: amount(1_945, 'kansli'), factor: 1_000, wanted: 3 * Math.LN10 + 3 },
  ])('$name', ({ own, factor, wanted }) => {
    expect(evidenceOf([own], factor, inThousands).nats).toBeCloseTo(wanted, 10)
  })

  test('an amount that has no unit of money speaks for nothing', () => {
    expect(knownOf([amount(1_945, 'kansli')], 'count')).toEqual([])
  })

  test('of two equals that say as much, the one that stands first is named, in whichever order they become known', () => {
    const own = [amount(1_945_000, 'kansli')]
    const [first, second] = [knownOf([amount(1_945, 'kansli', 12)], 'tkr'), knownOf([amount(1_945, 'kansli', 40)], 'tkr')]
    expect(evidenceOf(own, 1, second, first).where).toBe('line 12 prints the same amount')
    expect(evidenceOf(own, 1, first, second).where).toBe('line 12 prints the same amount')
  })

  test('it does not matter in which order units become known', () => {
    const amounts = fc.array(
      fc.record({
        value: fc.constantFrom(12, 120, 1_945, 1_946, 20_000),
        step: fc.constantFrom(1, 0.1),
        label: fc.constantFrom('kansli', 'styrelse', ''),
        line: fc.nat({ max: 50 }),
      }),
      { maxLength: 12 },
    )
    fc.assert(
      fc.property(amounts, amounts, amounts, (own, one, other) => {
        const [a, b] = [knownOf(one, 'kr'), knownOf(other, 'tkr')]
        const together = evidenceOf(own, 1, [...a, ...b])
        expect(evidenceOf(own, 1, b, a).nats).toBeCloseTo(together.nats, 8)
        expect(evidenceOf(own, 1, b, a).where).toBe(together.where)
      }),
      { seed: 21, numRuns: 300 },
    )
  })
})
