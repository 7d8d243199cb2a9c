import { type Calculation, evaluate, type Library, type Query } from '@finsam/domain'
import * as z from 'zod'
import { associationField, lineField, periodField, scenarioField } from './input/selector-fields.ts'
import { parseSelector } from './input/selector-query.ts'
import { parseAssociation } from './names/association-name.ts'
import { valueOr } from './refusal.ts'
import { assertWanted, defineTool, type ToolCall, ToolError } from './tool.ts'
import { figuresOutput, pageOutput } from './wire/figure-record.ts'
import { figuresOutcome } from './wire/figures-outcome.ts'
import { pageInput, pageOf } from './wire/page-cursor.ts'

const input = z.strictObject({
  line: lineField,
  associations: z.array(associationField).max(40).optional().describe('Default: all that have documents'),
  periods: z.array(periodField).max(20).optional().describe('Several: a series over time'),
  scenario: scenarioField.optional(),
  share_of: lineField.optional().describe('Compare as percent of this line'),
  order: z.enum(['highest', 'lowest']).default('highest'),
  ...pageInput({ default: 10, max: 40 }),
})
type Input = z.output<typeof input>

/** The figure of one association and period, as an amount or as a share. */
function cellQuery(library: Library, association: string, period: string | undefined, { line, share_of, scenario }: Input): Query {
  const place = { association, ...(scenario ? { scenario } : {}), ...(period === undefined ? {} : { period }) }
  const part = parseSelector(library, { ...place, line })
  return share_of === undefined ? part : { op: 'share', part, whole: parseSelector(library, { ...place, line: share_of }) }
}

interface Comparable {
  readonly queries: Query[]
  /** Why an association or period is not in the comparison. */
  readonly missing: string[]
}

/** Reasons told at most. */
const mostMissing = 10

/** The query of a figure that there is, or why there is none. */
function queryOrReason(
  library: Library,
  association: string,
  period: string | undefined,
  args: Input,
): { readonly query: Query } | { readonly reason: string } {
  try {
    const query = cellQuery(library, association, period, args)
    valueOr(evaluate(library, query))
    return { query }
  } catch (error) {
    if (!(error instanceof ToolError)) throw error
    return { reason: `${association}${period === undefined ? '' : ` ${period}`} is left out: ${error.message}` }
  }
}

/** The queries that have a figure, and the reasons for the rest: what is missing is told, never taken for zero. */
async function comparable(library: Library, associations: readonly string[], args: Input, call: ToolCall): Promise<Comparable> {
  const result: Comparable = { queries: [], missing: [] }
  for (const [index, association] of associations.entries()) {
    assertWanted(call)
    for (const period of args.periods ?? [undefined]) {
      const outcome = queryOrReason(library, association, period, args)
      if ('query' in outcome) result.queries.push(outcome.query)
      else result.missing.push(outcome.reason)
    }
    await call.progress(index + 1, associations.length, association)
  }
  return result
}

const manyPeriods = ({ periods }: Input): boolean => (periods?.length ?? 0) > 1

function compareAll(library: Library, queries: Query[], args: Input, associations: number): Calculation {
  const query: Query =
    associations === 1 && manyPeriods(args) ? { op: 'series', of: queries } : { op: 'rank', of: queries, order: args.order }
  return valueOr(evaluate(library, query))
}

export const compare = defineTool({
  name: 'compare',
  title: 'Compare and rank',
  description:
    'Put one line side by side: across associations (ranked), over years (one association, several periods), as amounts or as shares. Tells which are missing and where definitions differ.',
  input,
  output: figuresOutput.extend({ missing: z.array(z.string()), ...pageOutput.shape }),
  slow: true,
  run: async (context, args, call) => {
    const { library } = context
    const loaded = [...new Set(library.documents.map(({ association }) => association))]
    const associations = args.associations?.map(name => parseAssociation(library, name).id) ?? loaded
    const { queries, missing } = await comparable(library, associations, args, call)
    if (queries.length === 0) throw new ToolError('not-computable', `None of them has the figure. ${missing.slice(0, 3).join(' ')}`)
    const comparison = compareAll(library, queries, args, associations.length)
    const { rows, ...page } = pageOf(comparison.ordered ?? [comparison], args.limit, args.cursor)
    const { data, text, links } = figuresOutcome(context, [{ ...comparison, ordered: rows }])
    const told =
      missing.length > mostMissing ? [...missing.slice(0, mostMissing), `${missing.length - mostMissing} more are left out.`] : missing
    const more = page.next === undefined ? [] : [`${page.total} in all; cursor "${page.next}" gives the next.`]
    return { data: { ...data, missing: told, ...page }, text: [text, ...told, ...more].join('\n'), links }
  },
})
