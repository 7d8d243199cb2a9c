import { expect, test } from 'vitest'
import { costSign } from './cost-sign.ts'

test.each([
  { name: 'plain costs', amounts: [40, 30, 0, 25], sign: -1 },
  { name: 'costs with a minus', amounts: [-40, -30, -25], sign: 1 },
  { name: 'half of the minus signs lost', amounts: [-40, -30, 25, 10], sign: 1 },
  { name: 'one refund among plain costs', amounts: [40, 30, -25, 10], sign: -1 },
  { name: 'nothing printed', amounts: [0, 0], sign: 0 },
])('$name', ({ amounts, sign }) => expect(Math.sign(costSign(amounts))).toBe(sign))
