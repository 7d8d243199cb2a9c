import fc from 'fast-check'
import { expect, test } from 'vitest'
import { distance } from './fold.ts'
import { nearWords } from './near-words.ts'

test.each([
  { word: 'budgct', limit: 1, near: ['budget'] },
  { word: 'budge', limit: 1, near: ['budget'] },
  { word: 'bvdgct', limit: 1, near: [] },
  { word: 'bvdgct', limit: 2, near: ['budget'] },
  { word: 'prognos', limit: 2, near: [] },
])('$word is near $near within $limit', ({ word, limit, near }) => {
  expect(nearWords(['budget', 'utfall'])(word, limit)).toEqual(near)
})

test('no word within the limit is passed over, whatever its characters', () => {
  const word = fc.string({ unit: fc.constantFrom('a', 'b', 'ö', '1', 'é', 'ж'), maxLength: 8 })
  fc.assert(
    fc.property(fc.array(word, { maxLength: 12 }), word, fc.integer({ min: 0, max: 3 }), (words, other, limit) => {
      expect(nearWords(words)(other, limit)).toEqual(words.filter(one => distance(other, one, limit) <= limit))
    }),
    { seed: 31, numRuns: 400 },
  )
})
