import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { takeApart } from './printed-number.ts'
import { candidatesOf } from './slips.ts'
import { slipsBetween } from './slips-between.ts'

describe('several slips at once', () => {
  test.each([
    { printed: '7484', meant: 1_404, count: 2, how: 'two digits confused' },
    { printed: '9 30', meant: -9_300, count: 2, how: 'a minus and a digit lost' },
    { printed: '1867 800', meant: -867_800, count: 2, how: 'a minus lost and a one added' },
    { printed: '1 629 7000', meant: 1_679_700, count: 2, how: 'a digit confused and a zero added' },
    { printed: 'l072', meant: 1_072, count: 0, how: 'a letter for a digit' },
    { printed: '0,5', meant: 0.5, count: 0, how: 'nothing' },
  ])('$how turns $meant into $printed', ({ printed, meant, count }) => expect(slipsBetween(takeApart(printed), meant)?.count).toBe(count))

  test('a print that is no number came from none', () => expect(slipsBetween(takeApart('Y'), 12)).toBeUndefined())
  test('nor does one of four hundred digits', () => expect(slipsBetween(takeApart('7'.repeat(400)), 12)).toBeUndefined())

  test('a single slip costs no more here than where single slips are listed', () =>
    fc.assert(
      fc.property(fc.integer({ min: 1, max: 9_999_999 }), fc.nat(), (amount, pick) => {
        const print = takeApart(String(amount))
        const candidates = candidatesOf(print)
        const one = candidates[pick % candidates.length]
        expect(slipsBetween(print, one?.value ?? amount)?.cost).toBeLessThanOrEqual((one?.cost ?? 0) + 1e-9)
      }),
      { seed: 31, numRuns: 200 },
    ))
})
