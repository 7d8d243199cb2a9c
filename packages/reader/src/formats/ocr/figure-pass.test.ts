import { expect, test } from 'vitest'
import { pageLines } from '../pdf/page-lines.ts'
import { gatherLines } from '../pdf/text-line.ts'
import type { TextRun } from '../pdf/text-run.ts'
import { readFigureColumns, type SeenFigure } from './figure-pass.ts'

const run = (text: string, baseline: number, right: number): TextRun => ({ text, left: right - 5 * text.length, right, baseline, size: 10 })
const label = (text: string, baseline: number): TextRun => ({ text, left: 50, right: 50 + 5 * text.length, baseline, size: 10 })
const lines = gatherLines([
  ...['Avgifter', 'Bidrag', 'Styrelse', 'Summa'].map((text, index) => label(text, 40 + 16 * index)),
  ...['7 800', 'l2O', '25', '7 945'].map((text, index) => run(text, 40 + 16 * index, 280)),
  ...['7 900', '10', '7 910'].map((text, index) => run(text, [40, 56, 88][index] ?? 0, 340)),
])
const textOf = (found: typeof lines): string[] => pageLines(found).map(({ text }) => text)

/** What the second reading sees in the strip whose right end stands about there. */
const seeing =
  (figures: Readonly<Record<number, readonly (readonly [text: string, baseline: number, sure: number])[]>>) =>
  async ({ right }: { right: number }): Promise<SeenFigure[]> => {
    const edge =
      Object.keys(figures)
        .map(Number)
        .find(at => Math.abs(at - right) < 10) ?? 0
    return (figures[edge] ?? []).map(([text, baseline, sure]) => ({
      text,
      left: edge - 5 * text.length,
      right: edge,
      middle: baseline - 3.6,
      sure,
    }))
  }

test('a figure that the first reading lost, or took for letters, comes from the second', async () => {
  const read = seeing({ 280: [['120', 56, 0.9]], 340: [['0', 72, 0.88]] })
  expect(textOf(await readFigureColumns(lines, read))).toEqual([
    'Avgifter\t7 800\t7 900',
    'Bidrag\t120\t10',
    'Styrelse\t25\t0',
    'Summa\t7 945\t7 910',
  ])
})

test.each([
  { name: 'another figure for one that was read', seen: { 280: [['7 300', 40, 0.99] as const] } },
  { name: 'what it is not sure of', seen: { 340: [['1', 72, 0.3] as const] } },
  { name: 'what is no figure', seen: { 340: [['1-2 3', 72, 0.95] as const] } },
  { name: 'what stands between the rows', seen: { 340: [['7', 64, 0.95] as const] } },
])('the second reading does not bring $name', async ({ seen }) => {
  expect(textOf(await readFigureColumns(lines, seeing(seen)))).toEqual(textOf(lines))
})

test('a figure that both readings have is surer where they agree, and less sure where they do not', async () => {
  const first = lines.map(line => ({ ...line, runs: line.runs.map(run => ({ ...run, sure: 0.8 })) }))
  const read = seeing({
    280: [
      ['7 800', 40, 0.9],
      ['28', 72, 0.9],
    ],
  })
  const sure = (await readFigureColumns(first, read))
    .flatMap(line => line.runs)
    .map(run => [run.text, run.sure && Math.round(100 * run.sure)])
  expect(sure).toEqual(
    expect.arrayContaining([
      ['7 800', 93],
      ['25', 66],
      ['7 945', 80],
    ]),
  )
})
