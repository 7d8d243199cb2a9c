import { expect, test } from 'vitest'
import { personalNumberLines } from './personal-numbers.ts'

test.each([
  { name: 'ten digits with a hyphen', line: 'född 811218-9876 i Köping', found: true },
  { name: 'twelve digits', line: '198112189876', found: true },
  { name: 'over a hundred years', line: '121212+1212', found: true },
  { name: 'a coordination number', line: '701063-2391', found: true },
  { name: 'a wrong check digit', line: '811218-9875', found: false },
  { name: 'an organisation number', line: 'Org nr 222000-1974', found: false },
  { name: 'no month', line: '811318-9876', found: false },
  { name: 'part of a longer number', line: '98112189876543', found: false },
  { name: 'an amount', line: '1 250 000', found: false },
])('$name', ({ line, found }) => {
  expect(personalNumberLines(['', line])).toEqual(found ? [2] : [])
})
