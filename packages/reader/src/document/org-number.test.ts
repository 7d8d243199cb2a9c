import { expect, test } from 'vitest'
import { findOrgNumber } from './org-number.ts'

test.each([
  ['Org nr 222 000-1974', '222000-1974'],
  ['Organisationsnummer 222000-2824.', '222000-2824'],
  ['222000-1975 har fel kontrollsiffra', undefined],
  ['född 121212-1212', undefined],
  ['tel 073-662 89 63', undefined],
])('%s', (text, number) => {
  expect(findOrgNumber(text)).toBe(number)
})
