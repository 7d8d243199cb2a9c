import { expect, test } from 'vitest'
import { easeOfDoubt } from './noise-level.ts'

test.each([
  { name: 'as sure as of most', sure: 0.9, ease: 0 },
  { name: 'certain', sure: 1, ease: -1.5 },
  { name: 'even odds', sure: 0.5, ease: Math.log(5) },
  { name: 'a guess', sure: 0, ease: 2 },
])('how much cheaper a slip is where recognition is $name', ({ sure, ease }) => expect(easeOfDoubt(sure)).toBeCloseTo(ease, 6))
