import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { cellsBySpot, compare, emptyTally } from '../../../../bench/noise/compare.ts'
import { damage, readNoise } from '../../../../bench/noise/damage.ts'
import { drawLawful, drawSize, type Lawful } from '../../../../bench/noise/lawful.ts'
import { likelihood } from '../../../../bench/noise/likelihood.ts'
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

const noise = readNoise()
/** Readings less than a hundred times less likely than what was meant are its rivals. */
const margin = Math.log(100)

/** Columns in which something is wrong and not marked, though what was meant explains the print far better than what was read. */
function unexplained(seed: number, rate: number): readonly string[] {
  const random = seeded(seed)
  const lawful = drawLawful(random, drawSize(random))
  const printed = damage(lawful, printLawful(lawful), noise, rate, 'tabs', random)
  const { reader } = readBack(lawful, printed, 'tabs', seed)
  const summed = new Set(lawful.rows.flatMap((row, index) => (row.parts.length > 0 ? [index, ...row.parts.map(part => part.row)] : [])))
  return lawful.headers.flatMap((header, column) => {
    let meant = 0
    let read = 0
    let wrong = false
    lawful.rows.forEach((row, index) => {
      if (row.values.length === 0) return
      const print = printed.rows[index]?.cells[column] ?? ''
      const value = row.values[column] ?? 0
      const cell = reader(index, column)
      const said = cell && !cell.flagged ? (cell.value ?? value) : value
      wrong ||= said !== value && summed.has(index)
      meant += Math.log(likelihood(print, value, noise, Math.max(rate, 1e-4)))
      read += Math.log(Math.max(1e-12, likelihood(print, said, noise, Math.max(rate, 1e-4))))
    })
    return wrong && read < meant - margin ? [`seed ${seed}, ${rate}, ${header}`] : []
  })
}

test('damage of every kind turns no cell wrong unmarked where no other reading is about as likely', () => {
  fc.assert(
    fc.property(seeds, fc.constantFrom(...noise.rates), (seed, rate) => {
      expect(unexplained(seed, rate)).toEqual([])
    }),
    { seed: 24, numRuns: 120 },
  )
})

/** Puts another shape where one of the cell's digits stands; a leading zero would be no number. */
function hit(cell: string, where: number, shape: string): string {
  const places = [...cell].flatMap((character, index) => (/\d/.test(character) ? [index] : []))
  const place = places[where % places.length] ?? 0
  return place === (places[0] ?? 0) && shape === '0' ? cell : cell.slice(0, place) + shape + cell.slice(place + 1)
}
