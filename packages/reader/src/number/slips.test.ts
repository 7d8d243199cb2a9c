import { describe, expect, test } from 'vitest'
import { takeApart } from './printed-number.ts'
import { candidatesOf } from './slips.ts'

const slipTo = (printed: string, value: number): string | undefined =>
  candidatesOf(takeApart(printed)).find(candidate => candidate.value === value)?.slip

describe('single slips', () => {
  test.each([
    { printed: '1099', meant: 10_996, slip: 'lost-digit' },
    { printed: '-51270', meant: -5_127, slip: 'extra-digit' },
    { printed: '3', meant: -3, slip: 'lost-minus' },
    { printed: '-12', meant: 12, slip: 'invented-minus' },
    { printed: '36', meant: 30, slip: 'digit-for-digit' },
    { printed: 'l2O', meant: 120, slip: 'letter-for-digit' },
    { printed: '346]', meant: 3_461, slip: 'letter-for-digit' },
    { printed: '599', meant: 599, slip: 'none' },
  ])('$printed may stand for $meant: $slip', ({ printed, meant, slip }) => {
    expect(slipTo(printed, meant)).toBe(slip)
  })

  test('two slips at once are not among them', () => expect(slipTo('1099', 20_996)).toBeUndefined())

  test('the print itself is the cheapest', () => expect(candidatesOf(takeApart('3072'))[0]).toEqual({ value: 3072, cost: 0, slip: 'none' }))

  test('digits that look alike are cheaper than digits that do not', () => {
    const costs = new Map(candidatesOf(takeApart('36')).map(candidate => [candidate.value, candidate.cost]))
    expect(costs.get(30)).toBeLessThan(costs.get(34) ?? 0)
  })

  test.each(['l2O', '0O1', 'OO', '5x2', '3]', '-1S', '4OO', '8'])(
    '%s: asked for the likeliest alone, the same values come first',
    printed => {
      const all = candidatesOf(takeApart(printed))
      for (const within of [0, 2.3, 6]) {
        const dearest = (all[0]?.cost ?? 0) + within
        const near = candidatesOf(takeApart(printed), within).filter(({ cost }) => cost <= dearest)
        expect(near).toEqual(all.filter(({ cost }) => cost <= dearest))
      }
    },
  )

  test('a very long run of digits ends in nothing to choose from', () => expect(candidatesOf(takeApart('x'.repeat(400)))).toEqual([]))
})
