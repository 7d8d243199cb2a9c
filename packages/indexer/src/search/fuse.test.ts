import * as fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { fuse } from './fuse.ts'

/** A ranking as it reads: `ranking('a9 b8')`. */
const ranking = (text: string) =>
  text
    .split(' ')
    .filter(Boolean)
    .map(word => ({ key: word.slice(0, 1), score: Number(word.slice(1)) }))

const keys = (fused: readonly { readonly key: string }[]): string => fused.map(({ key }) => key).join(' ')

describe('rankings are fused', () => {
  test.each([
    { name: 'what both hold comes before what one holds', rankings: ['a9 b8', 'b5'], order: 'b a' },
    { name: 'one ranking keeps its order', rankings: ['c9 a2 b1', ''], order: 'c a b' },
    {
      name: 'the best of each are equals, whatever they score, in the order in which they were seen',
      rankings: ['x90', 'y0.2'],
      order: 'x y',
    },
    {
      name: 'a hit that stands out in one counts for more than being good in both',
      rankings: ['a9 b2 c1', 'b5 c4.9 a4.8'],
      order: 'a b c',
    },
    { name: 'nothing gives nothing', rankings: ['', ''], order: '' },
  ])('$name', ({ rankings, order }) => {
    expect(keys(fuse(rankings.map(ranking), 50))).toBe(order)
  })

  test('the last hit of a ranking that was cut off is worth as little as one beyond it', () => {
    expect(fuse([ranking('a9 b8 c7')], 3).at(-1)?.score).toBe(0)
    expect(fuse([ranking('a9 b8 c7')], 4).at(-1)?.score).toBeCloseTo(7 / 9)
  })

  test('in the same order, whatever the scale of a ranking', () => {
    const scores = fc.array(fc.integer({ min: 1, max: 1000 }), { minLength: 1, maxLength: 9 })
    const ranked = (some: readonly number[], name: (at: number) => number, scale: number) =>
      some.toSorted((a, b) => b - a).map((score, at) => ({ key: String(name(at)), score: score * scale }))
    fc.assert(
      fc.property(scores, scores, fc.constantFrom(2, 8, 1024), (one, other, scale) => {
        const fused = (by: number) => keys(fuse([ranked(one, at => at, 1), ranked(other, at => (at * 5 + 2) % 9, by)], 50))
        expect(fused(scale)).toBe(fused(1))
      }),
      { seed: 7, numRuns: 60 },
    )
  })
})
