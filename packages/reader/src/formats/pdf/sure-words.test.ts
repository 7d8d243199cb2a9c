import { expect, test } from 'vitest'
import { sureWords } from './sure-words.ts'

const lineOf = (...words: readonly (readonly [text: string, sure?: number])[]) => ({
  runs: words.map(([text, sure]) => ({ text, left: 0, right: 0, baseline: 0, size: 10, ...(sure === undefined ? {} : { sure }) })),
  baseline: 0,
  size: 10,
})

test.each([
  {
    name: 'words with digits, each at its own place',
    line: lineOf(['Team', 0.9], ['500', 0.4], ['500', 0.8]),
    text: 'Team\t500\t500',
    words: [
      { start: 5, end: 8, sure: 0.4 },
      { start: 9, end: 12, sure: 0.8 },
    ],
  },
  {
    name: 'words of which recognition says nothing',
    line: lineOf(['500'], ['7', 0.5]),
    text: '500\t7',
    words: [{ start: 4, end: 5, sure: 0.5 }],
  },
  {
    name: 'words that stand otherwise in the text',
    line: lineOf(['5OO', 0.3], ['7', 0.5]),
    text: '500\t7',
    words: [{ start: 4, end: 5, sure: 0.5 }],
  },
])('$name', ({ line, text, words }) => expect(sureWords(line, text)).toEqual(words))
