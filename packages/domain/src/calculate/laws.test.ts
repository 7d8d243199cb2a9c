import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { parseCalculation, serialiseCalculation } from '../explain/serialise.ts'
import { got } from '../test-support/build.ts'
import type { Calculation } from './calculation.ts'
import { constantLeaf } from './leaf.ts'
import { changeOf, ratioOf, scaleBy, shareOf, sumOf } from './operations.ts'
import { aggregate, rankOf } from './rank.ts'
import { recompute } from './recompute.ts'

const runs = { seed: 20_031_210, numRuns: 300 }
const öre = fc.integer({ min: -1_000_000_000_000, max: 1_000_000_000_000 })
const positive = fc.integer({ min: 1_000, max: 1_000_000_000_000 })

/** An amount printed with some precision, and one of the true values that it may stand for. */
const printed = (value: fc.Arbitrary<number>) =>
  fc
    .record({ value, slack: fc.constantFrom(0, 50, 5_000, 50_000), at: fc.double({ min: -1, max: 1, noNaN: true }) })
    .map(({ value: shown, slack, at }) => ({
      calculation: {
        ...constantLeaf(shown, 'kr', 'belopp'),
        result: { value: shown, low: shown - slack, high: shown + slack, unit: 'kr' as const },
      },
      truth: shown + Math.trunc(slack * at),
    }))

const holds = ({ result }: Calculation, truth: number): boolean => {
  const slip = 1e-9 * Math.max(1, Math.abs(truth))
  return result.low - slip <= truth && truth <= result.high + slip
}

describe('the interval of a result holds the exact result of every true value it could stand for', () => {
  test('sum', () => {
    fc.assert(
      fc.property(fc.array(printed(öre), { minLength: 2, maxLength: 20 }), terms => {
        const sum = got(sumOf(terms.map(term => term.calculation)))
        expect(
          holds(
            sum,
            terms.reduce((total, term) => total + term.truth, 0),
          ),
        ).toBe(true)
      }),
      runs,
    )
  })
  test('difference and change in percent', () => {
    fc.assert(
      fc.property(printed(öre), printed(positive), (to, from) => {
        expect(holds(got(changeOf(from.calculation, to.calculation, 'amount')), to.truth - from.truth)).toBe(true)
        expect(holds(got(changeOf(from.calculation, to.calculation, 'percent')), (100 * (to.truth - from.truth)) / from.truth)).toBe(true)
      }),
      runs,
    )
  })
  test('share and ratio', () => {
    fc.assert(
      fc.property(printed(öre), printed(positive), (part, whole) => {
        expect(holds(got(shareOf(part.calculation, whole.calculation)), (100 * part.truth) / whole.truth)).toBe(true)
        expect(holds(got(ratioOf(part.calculation, whole.calculation)), part.truth / whole.truth)).toBe(true)
      }),
      runs,
    )
  })
  test('scaling, average, highest and lowest', () => {
    fc.assert(
      fc.property(
        fc.array(printed(öre), { minLength: 1, maxLength: 9 }),
        fc.double({ min: -10, max: 10, noNaN: true }),
        (terms, factor) => {
          const inputs = terms.map(term => term.calculation)
          const truths = terms.map(term => term.truth)
          const [first] = terms
          if (first) expect(holds(got(scaleBy(first.calculation, factor)), first.truth * factor)).toBe(true)
          expect(holds(got(aggregate('average', inputs)), truths.reduce((sum, truth) => sum + truth, 0) / truths.length)).toBe(true)
          expect(holds(got(aggregate('max', inputs)), Math.max(...truths))).toBe(true)
          expect(holds(got(aggregate('min', inputs)), Math.min(...truths))).toBe(true)
        },
      ),
      runs,
    )
  })
})

const amount = (value: number): Calculation => constantLeaf(value, 'kr', String(value))

test('the shares of all addends are the whole', () => {
  fc.assert(
    fc.property(fc.array(positive, { minLength: 1, maxLength: 20 }), values => {
      const whole = got(sumOf(values.map(amount), { sv: 'summa', en: 'sum' }))
      const shares = values.map(value => got(shareOf(amount(value), whole)).result.value)
      expect(shares.reduce((sum, share) => sum + share, 0)).toBeCloseTo(100, 9)
    }),
    runs,
  )
})

test.each(['change', 'variance'] as const)('a %s the other way round has the other sign and direction', operation => {
  fc.assert(
    fc.property(öre, öre, (one, other) => {
      const there = got(changeOf(amount(one), amount(other), 'amount', operation))
      const back = got(changeOf(amount(other), amount(one), 'amount', operation))
      expect(there.result.value + back.result.value).toBe(0)
      expect([there.direction, back.direction].sort()).toEqual(one === other ? ['equal', 'equal'] : ['higher', 'lower'])
    }),
    runs,
  )
})

test('a sum does not depend on its order', () => {
  fc.assert(
    fc.property(fc.array(öre, { minLength: 2, maxLength: 12 }), values => {
      const sum = (of: readonly number[]): number => got(sumOf(of.map(amount))).result.value
      expect(sum(values)).toBe(sum(values.toReversed()))
    }),
    runs,
  )
})

test('the average lies between the lowest and the highest', () => {
  fc.assert(
    fc.property(fc.array(öre, { minLength: 1, maxLength: 12 }), values => {
      const inputs = values.map(amount)
      const average = got(aggregate('average', inputs)).result.value
      expect(average).toBeGreaterThanOrEqual(got(aggregate('min', inputs)).result.value)
      expect(average).toBeLessThanOrEqual(got(aggregate('max', inputs)).result.value)
    }),
    runs,
  )
})

test('a ranking is in order and loses nothing', () => {
  fc.assert(
    fc.property(fc.array(öre, { minLength: 1, maxLength: 12 }), values => {
      const ordered = got(rankOf(values.map(amount), 'highest')).ordered?.map(({ result }) => result.value)
      expect(ordered).toEqual(values.toSorted((one, other) => other - one))
    }),
    runs,
  )
})

test('a calculation written as JSON and read again is the same, and computes to the same result', () => {
  fc.assert(
    fc.property(fc.array(printed(positive), { minLength: 2, maxLength: 6 }), terms => {
      const [first, ...rest] = terms.map(term => term.calculation)
      if (!first) return
      const sum = got(sumOf([first, ...rest]))
      const share = got(shareOf(first, sum))
      const read = got(parseCalculation(serialiseCalculation(share)))
      expect(read).toEqual(share)
      expect(got(recompute(read)).result).toEqual(share.result)
    }),
    runs,
  )
})
