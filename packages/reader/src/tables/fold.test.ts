import fc from 'fast-check'
import { expect, test } from 'vitest'
import { distance } from './fold.ts'

/** The whole table of changes, without any limit. */
function plainly(a: string, b: string): number {
  let row = Array.from({ length: b.length + 1 }, (_, index) => index)
  for (let i = 1; i <= a.length; i += 1) {
    const next = [i]
    for (let j = 1; j <= b.length; j += 1) {
      const same = a.charAt(i - 1) === b.charAt(j - 1) ? 0 : 1
      next.push(Math.min((row[j] ?? 0) + 1, (next[j - 1] ?? 0) + 1, (row[j - 1] ?? 0) + same))
    }
    row = next
  }
  return row[b.length] ?? 0
}

const word = fc.string({ unit: fc.constantFrom('a', 'b', 'c'), maxLength: 9 })

test('the distance of two words is counted up to its limit', () => {
  fc.assert(
    fc.property(word, word, fc.integer({ min: 0, max: 9 }), (a, b, limit) => {
      expect(distance(a, b, limit)).toBe(Math.min(limit + 1, plainly(a, b)))
    }),
    { seed: 31, numRuns: 2_000 },
  )
})
