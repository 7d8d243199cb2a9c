import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { cellsBySpot, compare, emptyTally } from '../../../../bench/noise/compare.ts'
import { drawLawful, drawSize, type Lawful } from '../../../../bench/noise/lawful.ts'
import { type Layout, layOut, layouts } from '../../../../bench/noise/print.ts'
import { seeded } from '../../../../bench/noise/random.ts'
import { amountsAlone, compareShares, sharePrints, withShares } from '../../../../bench/noise/shares.ts'
import { parseTextDocument } from '../text/text-document.ts'
import { readStatements } from './read-statements.ts'

const seeds = fc.integer({ min: 0, max: 1_000_000 })
const minute = 60_000

const draw = (seed: number): Lawful => {
  const random = seeded(seed)
  const size = drawSize(random)
  return drawLawful(random, { ...size, columns: Math.min(3, size.columns) })
}

const placed: readonly Layout[] = ['runs of spaces', 'tabs', 'markdown']
const cases = layouts.flatMap(layout =>
  sharePrints
    .filter(({ decimals, sign }) => decimals > 0 || sign !== '' || placed.includes(layout))
    .map(print => ({ layout, print, as: `12${print.decimals > 0 ? ',5' : ''}${print.sign}` })),
)

describe('amounts with their shares behind them are read as they are printed, and so are the shares', () => {
  test.each(cases)(
    '$layout, $as',
    ({ layout, print }) => {
      fc.assert(
        fc.property(seeds, seed => {
          const lawful = draw(seed)
          const shared = withShares(lawful, print)
          const laid = layOut(shared.beside, shared.printed, layout, seeded(seed + 1))
          const { statements, findings } = readStatements(parseTextDocument(laid.text, { id: 'x', hash: '' }), {})
          const reader = cellsBySpot(statements, findings, laid)
          const [amounts, shares] = [emptyTally(), emptyTally()]
          compare(lawful, amountsAlone(reader), amounts)
          compareShares(shared, reader, shares)
          expect({ seed, amounts: amounts.right, shares: shares.right }).toEqual({ seed, amounts: amounts.cells, shares: shares.cells })
        }),
        { seed: 31, numRuns: 3 },
      )
    },
    minute,
  )
})
