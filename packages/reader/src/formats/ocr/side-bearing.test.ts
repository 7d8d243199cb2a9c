import { expect, test } from 'vitest'
import { lineText } from '../pdf/text-line.ts'
import { withBearings } from './side-bearing.ts'

/** The ink of two words of type size 10, so far apart. */
const words = (first: string, second: string, apart: number) =>
  [
    { text: first, left: 100, right: 105, baseline: 50, size: 10 },
    { text: second, left: 105 + apart, right: 125 + apart, baseline: 50, size: 10 },
  ].map(run => withBearings(run, 10))
const textOf = (runs: ReturnType<typeof words>): string => lineText({ runs, baseline: 50, size: 10 })

test.each([
  { name: 'thousands before a one, whose ink begins late', runs: words('2', '180', 5), text: '2 180' },
  { name: 'thousands behind a one', runs: words('1', '500', 5), text: '1 500' },
  { name: 'two figures', runs: words('2', '500', 9), text: '2\t500' },
  { name: 'two figures that begin and end with a one', runs: words('1', '100', 9), text: '1\t100' },
])('$name, by the ink alone', ({ runs, text }) => expect(textOf(runs)).toBe(text))
