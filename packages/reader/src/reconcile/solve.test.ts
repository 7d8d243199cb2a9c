import { describe, expect, test } from 'vitest'
import { type Equation, equation } from './equation.ts'
import { cellOf } from './grid.ts'
import type { Problem, SolvedCell } from './problem.ts'
import { solve } from './solve.ts'

/** One column: the last print is the total of the others, and a further row repeats the total where `confirmed`. */
function column(
  prints: readonly string[],
  confirmed = false,
  siblings: readonly string[] = [],
  eases: Readonly<Record<number, number>> = {},
): Problem {
  const all = [...prints, ...(confirmed ? [prints.at(-1) ?? ''] : []), ...siblings]
  const total = prints.length - 1
  const cells = all.map((printed, index) => ({
    cell: cellOf(printed === '' ? undefined : { printed, start: 0, end: printed.length }),
    siblings: siblings.map((_, other) => all.length - siblings.length + other).filter(other => other !== index),
    middle: -1,
    signed: false,
    negative: false,
    ...(eases[index] === undefined ? {} : { ease: eases[index] }),
  }))
  const sum: Equation = equation(
    'sum',
    [{ cell: total, weight: -1 }, ...prints.slice(0, -1).map((_, cell) => ({ cell, weight: 1 }))],
    prints.map(() => 1),
  )
  const copy: Equation = equation(
    'copy',
    [
      { cell: total + 1, weight: -1 },
      { cell: total, weight: 1 },
    ],
    [1, 1],
  )
  return { cells, equations: confirmed ? [sum, copy] : [sum] }
}

const outcome = (cell: SolvedCell | undefined): string =>
  `${cell?.value} ${cell?.status}${cell?.alternatives.length ? ` ${cell.alternatives.join('/')}` : ''}`

describe('the smallest set of changes', () => {
  test.each([
    { name: 'sums that hold change nothing', prints: ['75', '50', '125'], at: 0, is: '75 printed' },
    { name: 'a lost value follows from its sum', prints: ['Y', '75', '50', '39', '38', '919'], at: 0, is: '717 derived' },
    { name: 'a blank is zero where the sum says so', prints: ['', '75', '75'], at: 0, is: '0 derived' },
    { name: 'a sum of blanks tells nothing of them', prints: ['', '', ''], at: 0, is: 'null missing' },
    { name: 'a letter is read as the digit that the sum proves', prints: ['1B0', '75', '255'], at: 0, is: '180 repaired' },
    { name: 'an added zero is taken off', prints: ['51270', '4000', '873', '10000'], at: 0, is: '5127 repaired' },
    { name: 'what no slip explains stays as printed', prints: ['549', '54', '6416', '7160'], at: 0, is: '549 printed' },
    { name: 'rounding is no error', prints: ['34', '33', '32', '100'], at: 3, is: '100 printed' },
  ])('$name', ({ prints, at, is }) => {
    expect(outcome(solve(column(prints)).cells[at])).toBe(is)
  })

  test('a small difference with one likely slip stays open, the slip being best', () => {
    expect(outcome(solve(column(['591', '3', '250', '838'], true)).cells[1])).toBe('-3 ambiguous -3/3')
  })

  test.each([
    { name: 'the first as well as the second', eases: {}, best: [300, 800] },
    { name: 'the second, of which recognition was less sure', eases: { 0: -1.5, 1: 2 }, best: [800, 300] },
    { name: 'the first, of which recognition was less sure', eases: { 0: 2, 1: -1.5 }, best: [300, 800] },
  ])('of two figures that may be misread alike, both stay open, and the best reading changes $name', ({ eases, best }) => {
    const cells = solve(column(['800', '800', '100', '1200'], true, [], eases)).cells.slice(0, 2)
    expect(cells.map(({ value }) => value)).toEqual(best)
    expect(cells.map(({ status }) => status)).toEqual(['ambiguous', 'ambiguous'])
  })

  test('a difference that stays is told', () => {
    const solution = solve(column(['549', '54', '6416', '7160']))
    expect(solution.violated).toHaveLength(1)
  })

  test('a lost value stays open where its neighbours show damage: another of them may be damaged unseen', () => {
    const solution = solve(column(['Y', '7S', 'S0', '39', '38', '919']))
    expect(solution.cells[0]?.status).toBe('ambiguous')
    expect(solution.cells[0]?.alternatives).toContain(717)
    expect(solution.unproved).toHaveLength(1)
  })

  test('a lost value that two sums tell is derived, whatever its neighbours show', () => {
    const problem = column(['7S', 'S0', 'Y'], true)
    const copied = {
      ...problem,
      cells: problem.cells.map((own, id) => (id === 3 ? { ...own, cell: cellOf({ printed: '125', start: 0, end: 3 }) } : own)),
    }
    expect(outcome(solve(copied).cells[2])).toBe('125 derived')
  })

  test('two unknowns in one sum stay unknown', () => {
    expect(
      solve(column(['Y', 'Y', '50', '919']))
        .cells.slice(0, 2)
        .map(cell => cell.status),
    ).toEqual(['missing', 'missing'])
  })

  test('a difference beyond three standard deviations of rounding is none, though half a unit each would allow it', () => {
    const prints = [...Array.from({ length: 14 }, () => '100'), '1407']
    expect(solve(column(prints, true)).violated.length + solve(column(prints, true)).undecided.length).toBeGreaterThan(0)
  })

  describe('two slips in one number, its parts confirmed elsewhere', () => {
    test.each([
      { name: 'are repaired in a text whose numbers show damage', parts: ['3ll00000', '92O0000'], is: '40300000 repaired' },
      { name: 'are not thought of in a clean text', parts: ['31100000', '9200000'], is: '49380000 printed' },
    ])('$name', ({ parts, is }) => {
      const sum = column([...parts, '49380000'])
      const first = sum.cells.length
      const again = column(parts).cells
      const copies = parts.map((_, part) =>
        equation(
          'copy',
          [
            { cell: first + part, weight: -1 },
            { cell: part, weight: 1 },
          ],
          [1, 1],
        ),
      )
      expect(outcome(solve({ cells: [...sum.cells, ...again], equations: [...sum.equations, ...copies] }).cells[2])).toBe(is)
    })
  })
})
