import { describe, expect, test } from 'vitest'
import { amountOf, isLegible, takeApart } from './printed-number.ts'

describe('a printed amount', () => {
  test.each([
    { printed: '1 945 000', amount: 1_945_000 },
    { printed: '- 1 945 000', amount: -1_945_000 },
    { printed: '−874', amount: -874 },
    { printed: '48,4', amount: 48.4 },
    { printed: '1.234.567', amount: 1_234_567 },
    { printed: '(1 200)', amount: -1_200 },
    { printed: '606 000 kr', amount: 606_000 },
    { printed: '14%', amount: 14 },
    { printed: '0', amount: 0 },
  ])('$printed is $amount', ({ printed, amount }) => {
    const { negative, digits, decimals } = takeApart(printed)
    expect(amountOf(negative, digits, decimals)).toBe(amount)
  })

  test.each([{ printed: '5l2' }, { printed: 'Y' }, { printed: '7'.repeat(400) }])('$printed is not legible as it stands', ({ printed }) => {
    expect(isLegible(takeApart(printed))).toBe(false)
  })
})
