import type { Calculation, Library } from '@finsam/domain'
import * as z from 'zod'
import { compareSuccessor } from './comparison/against-successor.ts'
import { compareLine } from './comparison/compare-line.ts'
import { comparisonInput } from './comparison/comparison-input.ts'
import { parseAssociation } from './names/association-name.ts'
import { formatPeriodKey } from './names/period-text.ts'
import { defineTool } from './tool.ts'
import { figuresOutput, pageOutput } from './wire/figure-record.ts'
import { figuresOutcome, withMore } from './wire/figures-outcome.ts'
import { moreText, pageOf } from './wire/page-cursor.ts'

/** Reasons told at most. */
const mostMissing = 10

/** Amounts of different associations that are not of the same scenario and period are no like for like. */
function unlikeText(rows: readonly Calculation[]): string[] {
  const associations = new Set(rows.map(({ association }) => association))
  const when = new Set(rows.flatMap(({ scenario = 'computed', period }) => (period ? `${scenario} ${formatPeriodKey(period)}` : [])))
  return associations.size > 1 && when.size > 1 ? [`Not like for like: the rows are ${[...when].join(', ')}.`] : []
}

const differenceText = (library: Library, successor: string): string =>
  `Each amount is what ${parseAssociation(library, successor).shortName} plans less what the others come to together.`

export const compare = defineTool({
  name: 'compare',
  title: 'Compare and rank',
  description:
    'Put one line side by side: across associations (ranked), over years (one association, several periods), as amounts or as shares; or a successor’s plan against its predecessors together. Tells which are missing and where definitions differ.',
  input: comparisonInput,
  output: figuresOutput.extend({
    /** How the rows are to be read beside each other. */
    meaning: z.array(z.string()),
    missing: z.array(z.string()),
    ...pageOutput.shape,
  }),
  slow: true,
  run: async (context, args, call) => {
    const { library } = context
    const { comparison, missing } =
      args.successor === undefined
        ? await compareLine(library, args, call)
        : { comparison: compareSuccessor(library, args.successor, args), missing: [] }
    const { rows, ...page } = pageOf(comparison.ordered ?? [comparison], args.limit, args.cursor)
    const outcome = figuresOutcome(context, [{ ...comparison, ordered: rows }], args.detail)
    const meaning = args.successor === undefined ? unlikeText(rows) : [differenceText(library, args.successor)]
    const told =
      missing.length > mostMissing ? [...missing.slice(0, mostMissing), `${missing.length - mostMissing} more are left out.`] : missing
    return withMore(outcome, { meaning, missing: told, ...page }, [...meaning, ...told, ...moreText(page, 'rows')])
  },
})
