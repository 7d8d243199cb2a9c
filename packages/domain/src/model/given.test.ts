import { expect, test } from 'vitest'
import { given } from './given.ts'

test.each([
  { name: 'a part without a value is left out', parts: { scenario: 'budget', period: undefined }, left: { scenario: 'budget' } },
  { name: 'zero, nothing and null are values', parts: { page: 0, text: '', period: null }, left: { page: 0, text: '', period: null } },
  { name: 'of nothing, nothing', parts: { a: undefined }, left: {} },
])('$name', ({ parts, left }) => {
  expect(given(parts)).toStrictEqual(left)
})
