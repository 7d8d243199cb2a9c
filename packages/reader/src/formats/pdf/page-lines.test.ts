import { describe, expect, test } from 'vitest'
import { readingOrder } from './page-columns.ts'
import { pageLines } from './page-lines.ts'
import { gatherLines } from './text-line.ts'
import type { TextRun } from './text-run.ts'

/** A text set at 10 points, five points a letter: from its left edge, or up to its right one, or around a middle. */
const run = (text: string, baseline: number, at: { left?: number; right?: number; middle?: number }): TextRun => {
  const width = 5 * text.length
  const left = at.left ?? (at.right === undefined ? (at.middle ?? 0) - width / 2 : at.right - width)
  return { text, left, right: left + width, baseline, size: 10 }
}
const right = (baseline: number, edges: Readonly<Record<number, string>>): TextRun[] =>
  Object.entries(edges).map(([edge, text]) => run(text, baseline, { right: Number(edge) }))
const textOf = (runs: readonly TextRun[]): string[] =>
  readingOrder(gatherLines(runs)).flatMap(column => pageLines(column).map(({ text, parted }) => (parted ? `\n${text}` : text)))

describe('a table', () => {
  const rows = [
    run('Avgifter', 60, { left: 50 }),
    ...right(60, { 200: '2', 280: '7 800', 340: '7 900', 420: '−100' }),
    run('Övrigt', 90, { left: 50 }),
    ...right(90, { 280: '25', 340: '0', 420: '25' }),
    run('Summa', 120, { left: 50 }),
    ...right(120, { 280: '7 825', 340: '7 900', 420: '−75' }),
  ]
  const body = ['Avgifter\t2\t7 800\t7 900\t−100', 'Övrigt\t\t25\t0\t25', 'Summa\t\t7 825\t7 900\t−75']

  test('keeps an empty cell empty, and is one however much air its rows have', () => {
    expect(textOf(rows)).toEqual(body)
  })

  test('a heading in the middle of several columns is said over each of them', () => {
    const headers = [run('2024', 20, { middle: 330 }), ...right(40, { 200: 'Not', 280: 'Utfall', 340: 'Budget', 420: 'Avvikelse' })]
    expect(textOf([...headers, ...rows])).toEqual(['\t\t2024\t2024\t2024', '\tNot\tUtfall\tBudget\tAvvikelse', ...body])
  })

  test('names of several lines, set flush right over figures set flush left, stand each over its own', () => {
    const figures = (baseline: number, ...texts: string[]) => texts.map((text, at) => run(text, baseline, { left: 250 + 80 * at }))
    const names = [
      ...right(32, { 325: 'Budget', 405: 'Utfall', 485: 'Antal' }),
      ...right(39, { 235: 'Insats', 545: 'Målvärde' }),
      ...right(46, { 325: '(tkr)', 405: '(tkr)', 485: 'deltagare' }),
    ]
    const body = [run('Teamet', 60, { left: 50 }), ...figures(60, '1 850', '1 792', '64', '60')]
    const more = [run('Grön rehab', 75, { left: 50 }), ...figures(75, '1 400', '1 455', '51', '55')]
    expect(textOf([...names, ...body, ...more])).toEqual([
      '\tBudget\tUtfall\tAntal',
      'Insats\t\t\t\tMålvärde',
      '\t(tkr)\t(tkr)\tdeltagare',
      'Teamet\t1 850\t1 792\t64\t60',
      'Grön rehab\t1 400\t1 455\t51\t55',
    ])
  })

  test('a share that the file holds as one text with its label parts where most rows have it in a column', () => {
    const label = (text: string, baseline: number) => run(text, baseline, { left: 50 })
    const glued = { ...label('Staten genom Försäkringskassan 50 %', 60), right: 222 }
    const shares = [72, 84].flatMap((baseline, at) => [
      label(['Region', 'Kvarnby'][at] ?? '', baseline),
      run('25 %', baseline, { left: 200 }),
    ])
    const amounts = [60, 72, 84].flatMap(baseline => right(baseline, { 290: '3 450', 350: '3 380' }))
    expect(textOf([glued, ...shares, ...amounts])).toEqual([
      'Staten genom Försäkringskassan\t50 %\t3 450\t3 380',
      'Region\t25 %\t3 450\t3 380',
      'Kvarnby\t25 %\t3 450\t3 380',
    ])
  })

  test('names of columns that the file holds as one text go each over its own', () => {
    const words = { text: 'Not Utfall Budget Avvikelse', left: 186, right: 420, baseline: 48, size: 10 }
    const spread = [
      run('2', 60, { right: 200 }),
      run('7 800', 60, { right: 265 }),
      run('7 900', 60, { right: 320 }),
      run('−100', 60, { right: 418 }),
    ]
    expect(
      textOf([
        words,
        run('Avgifter', 60, { left: 50 }),
        ...spread,
        run('Övrigt', 72, { left: 50 }),
        ...right(72, { 265: '25', 320: '0', 418: '25' }),
      ]),
    ).toEqual(['\tNot\tUtfall\tBudget\tAvvikelse', 'Avgifter\t2\t7 800\t7 900\t−100', 'Övrigt\t\t25\t0\t25'])
  })

  test('figures that the file holds as one text part where the columns of the other rows do', () => {
    const glued = { text: '−8 224 −7 431', left: 250, right: 340, baseline: 150, size: 10 }
    expect(textOf([...rows, run('Kostnader', 150, { left: 50 }), glued, ...right(150, { 420: '−793' })]).at(-1)).toBe(
      'Kostnader\t\t−8 224\t−7 431\t−793',
    )
  })

  test('a figure whose groups stand far apart is one where another row has one figure over both', () => {
    const wide = [run('Resultat', 150, { left: 50 }), run('345', 150, { right: 399 }), ...right(150, { 280: '1', 340: '2', 420: '930' })]
    expect(
      textOf([...rows, run('Team', 135, { left: 50 }), ...right(135, { 280: '5', 340: '6', 420: '1 345 930' }), ...wide]).slice(-2),
    ).toEqual(['Team\t\t5\t6\t1 345 930', 'Resultat\t\t1\t2\t345 930'])
  })

  test('two figures in one place are left as they stand', () => {
    const doubled = [
      run('Fel', 150, { left: 50 }),
      run('10', 150, { left: 262 }),
      run('12', 150, { left: 290 }),
      ...right(150, { 420: '9' }),
    ]
    expect(textOf([...rows, ...doubled]).at(-1)).toMatch(/^Fel\t/)
  })
})

describe('two columns of prose', () => {
  const prose = (side: string, left: number, from: number): TextRun[] =>
    [...Array(6).keys()].map(index => run(`${side} rad nummer ${index + 1} i spalten`, from + 12 * index, { left }))
  const columns = [...prose('vänster', 50, 40), ...prose('höger', 330, 40)]

  test('stand one after the other, between what spans the page', () => {
    const found = textOf([run('En rubrik som går tvärs över sidan och båda dess spalter i ett', 20, { left: 50 }), ...columns])
    expect(found.slice(1).map(line => line.trim().split(' ')[0])).toEqual([...Array(6).fill('vänster'), ...Array(6).fill('höger')])
  })

  test('end where a table begins below them', () => {
    const table = [60, 72].flatMap(step => [run('Styrelse', 100 + step, { left: 50 }), ...right(100 + step, { 420: '100', 480: '200' })])
    expect(textOf([...columns, ...table]).slice(-2)).toEqual(['Styrelse\t100\t200', 'Styrelse\t100\t200'])
  })

  test('words spread to both edges are no cells', () => {
    const spread = [50, 115, 145, 185].map((left, index) => run(['Medlemmar', 'är', 'alla', 'kommuner'][index] ?? '', 20, { left }))
    const full = run('En hel rad som når från kant till kant i spalt', 32, { left: 60 })
    expect(textOf([...spread, { ...full, left: 50, right: 225 }])[0]).toBe('Medlemmar är alla kommuner')
  })
})
