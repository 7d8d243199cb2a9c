import { expect, test } from 'vitest'
import { easeOfDoubt } from '../../reconcile/noise-level.ts'
import { recognitionEase } from './recognition-ease.ts'

const easeAt = recognitionEase(
  new Map([
    [
      3,
      {
        words: [
          { start: 7, end: 8, sure: 0.95 },
          { start: 9, end: 12, sure: 0.4 },
          { start: 13, end: 16, sure: 0.99 },
        ],
      },
    ],
    [4, { page: 1 }],
  ]),
)

test.each([
  { name: 'the word that it was least sure of', line: 3, start: 7, end: 12, ease: easeOfDoubt(0.4) },
  { name: 'no word beside it', line: 3, start: 13, end: 16, ease: easeOfDoubt(0.99) },
  { name: 'nothing where recognition says nothing of the stretch', line: 3, start: 0, end: 6, ease: 0 },
  { name: 'nothing on a line that was not recognised', line: 4, start: 0, end: 20, ease: 0 },
  { name: 'nothing where there is no place', line: 9, start: 0, end: 20, ease: 0 },
])('a figure is as doubtful as $name', ({ line, start, end, ease }) => expect(easeAt(line, { start, end })).toBe(ease))
