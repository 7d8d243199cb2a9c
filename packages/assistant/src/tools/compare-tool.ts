import * as z from 'zod'
import { compareSuccessor } from './comparison/against-successor.ts'
import { compareLine } from './comparison/compare-line.ts'
import { comparisonInput } from './comparison/comparison-input.ts'
import { defineTool } from './tool.ts'
import { figuresOutput, pageOutput } from './wire/figure-record.ts'
import { figuresOutcome, withMore } from './wire/figures-outcome.ts'
import { moreText, pageOf } from './wire/page-cursor.ts'

/** Reasons told at most. */
const mostMissing = 10

export const compare = defineTool({
  name: 'compare',
  title: 'Compare and rank',
  description:
    'Put one line side by side: across associations (ranked), over years (one association, several periods), as amounts or as shares; or a successor’s plan against its predecessors together. Tells which are missing and where definitions differ.',
  input: comparisonInput,
  output: figuresOutput.extend({ missing: z.array(z.string()), ...pageOutput.shape }),
  slow: true,
  run: async (context, args, call) => {
    const { library } = context
    const { comparison, missing } =
      args.successor === undefined
        ? await compareLine(library, args, call)
        : { comparison: compareSuccessor(library, args.successor, args), missing: [] }
    const { rows, ...page } = pageOf(comparison.ordered ?? [comparison], args.limit, args.cursor)
    const outcome = figuresOutcome(context, [{ ...comparison, ordered: rows }], args.detail)
    const told =
      missing.length > mostMissing ? [...missing.slice(0, mostMissing), `${missing.length - mostMissing} more are left out.`] : missing
    return withMore(outcome, { missing: told, ...page }, [...told, ...moreText(page, 'rows')])
  },
})
