import { expect, test } from 'vitest'
import { askedOf } from './ask.ts'

test.each([
  { name: 'nothing before', previous: undefined, chain: undefined },
  { name: 'an empty list', previous: [], chain: undefined },
  { name: 'one question', previous: 'Först?', chain: 'Först?' },
  { name: 'a list, the oldest first', previous: ['Först?', 'Sedan?'], chain: { question: 'Sedan?', previous: { question: 'Först?' } } },
])('$name', ({ previous, chain }) => {
  expect(askedOf({ question: 'Nu?', ...(previous ? { previous } : {}) })).toEqual({
    question: 'Nu?',
    ...(chain ? { previous: chain } : {}),
  })
})
