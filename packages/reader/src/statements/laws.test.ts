import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { cellsBySpot, compare, emptyTally } from '../../../../bench/noise/compare.ts'
import { drawLawful, drawSize, type Lawful } from '../../../../bench/noise/lawful.ts'
import { layOut, layouts, type Printed, printLawful } from '../../../../bench/noise/print.ts'
import { seeded } from '../../../../bench/noise/random.ts'
import { parseTextDocument } from '../text/text-document.ts'
import { readStatements } from './read-statements.ts'

const seeds = fc.integer({ min: 0, max: 1_000_000 })

function readBack(lawful: Lawful, printed: Printed, layout: (typeof layouts)[number], seed: number) {
  const laid = layOut(lawful, printed, layout, seeded(seed + 1))
  const reading = readStatements(parseTextDocument(laid.text, { id: 'x', hash: '' }), {})
  const tally = emptyTally()
  const reader = cellsBySpot(reading.statements, reading.findings, laid)
  compare(lawful, reader, tally)
  return { tally, reader, reading }
}

const draw = (seed: number): Lawful => {
  const random = seeded(seed)
  return drawLawful(random, drawSize(random))
}

describe('printing and reading back a lawful statement is the identity', () => {
  test.each(layouts.map(layout => ({ layout })))('$layout', ({ layout }) => {
    fc.assert(
      fc.property(seeds, seed => {
        const lawful = draw(seed)
        const { tally } = readBack(lawful, printLawful(lawful), layout, seed)
        expect({ seed, right: tally.right }).toEqual({ seed, right: tally.cells })
      }),
      { seed: 21, numRuns: 12 },
    )
  })
})

test('the order of columns does not matter', () => {
  fc.assert(
    fc.property(seeds, seed => {
      const lawful = draw(seed)
      if (lawful.headers.length < 2) return
      const turned: Lawful = {
        ...lawful,
        headers: [...lawful.headers].reverse(),
        rows: lawful.rows.map(row => ({ ...row, values: [...row.values].reverse() })),
      }
      const { tally } = readBack(turned, printLawful(turned), 'tabs', seed)
      expect({ seed, right: tally.right }).toEqual({ seed, right: tally.cells })
    }),
    { seed: 22, numRuns: 15 },
  )
})

test('one damaged digit in a sum is repaired, flagged or told: never silently wrong', () => {
  fc.assert(
    fc.property(seeds, fc.nat(), fc.constantFrom('0', '1', '4', '7', '8', 'O', 'l'), (seed, where, shape) => {
      const lawful = draw(seed)
      const printed = printLawful(lawful)
      const summed = lawful.rows.flatMap((row, index) => (row.parts.length > 0 ? [index, ...row.parts.map(part => part.row)] : []))
      const hitRow = summed[where % summed.length] ?? 0
      const hitColumn = where % lawful.headers.length
      const rows = printed.rows.map((row, index) =>
        index === hitRow
          ? { ...row, cells: row.cells.map((cell, column) => (column === hitColumn ? hit(cell, where, shape) : cell)) }
          : row,
      )
      const { tally } = readBack(lawful, { ...printed, rows }, 'tabs', seed)
      expect({ seed, where, shape, wrong: tally.wrong }).toEqual({ seed, where, shape, wrong: 0 })
    }),
    { seed: 23, numRuns: 60 },
  )
})

/** Puts another shape where one of the cell's digits stands; a leading zero would be no number. */
function hit(cell: string, where: number, shape: string): string {
  const places = [...cell].flatMap((character, index) => (/\d/.test(character) ? [index] : []))
  const place = places[where % places.length] ?? 0
  return place === (places[0] ?? 0) && shape === '0' ? cell : cell.slice(0, place) + shape + cell.slice(place + 1)
}
