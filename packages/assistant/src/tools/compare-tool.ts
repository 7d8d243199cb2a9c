import { type Calculation, evaluate, type Library, type Query } from '@finsam/domain'
import * as z from 'zod'
import { associationField, lineField, periodField, scenarioField } from './input/selector-fields.ts'
import { parseSelector } from './input/selector-query.ts'
import { parseAssociation } from './names/association-name.ts'
import { refusal, valueOr } from './refusal.ts'
import { defineTool, ToolError } from './tool.ts'
import { figuresOutput } from './wire/figure-record.ts'
import { figuresOutcome } from './wire/figures-outcome.ts'

const input = z.strictObject({
  line: lineField,
  associations: z.array(associationField).max(40).optional().describe('Default: all that have documents'),
  periods: z.array(periodField).max(20).optional().describe('Several: a series over time'),
  scenario: scenarioField.optional(),
  share_of: lineField.optional().describe('Compare as percent of this line'),
  order: z.enum(['highest', 'lowest']).default('highest'),
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

/** The queries that have a figure, and the reasons for the rest: what is missing is told, never taken for zero. */
function comparable(library: Library, associations: readonly string[], args: Input): Comparable {
  const result: Comparable = { queries: [], missing: [] }
  for (const association of associations)
    for (const period of args.periods ?? [undefined]) {
      try {
        const query = cellQuery(library, association, period, args)
        const outcome = evaluate(library, query)
        if (!outcome.ok) throw refusal(outcome.failure)
        result.queries.push(query)
      } catch (error) {
        if (!(error instanceof ToolError)) throw error
        result.missing.push(`${association}${period === undefined ? '' : ` ${period}`} is left out: ${error.message}`)
      }
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
  output: figuresOutput.extend({ missing: z.array(z.string()) }),
  slow: true,
  run: (context, args) => {
    const { library } = context
    const loaded = [...new Set(library.documents.map(({ association }) => association))]
    const associations = args.associations?.map(name => parseAssociation(library, name).id) ?? loaded
    const { queries, missing } = comparable(library, associations, args)
    if (queries.length === 0) throw new ToolError('not-computable', `None of them has the figure. ${missing.slice(0, 3).join(' ')}`)
    const { data, text, links } = figuresOutcome(context, [compareAll(library, queries, args, associations.length)])
    return { data: { ...data, missing }, text: [text, ...missing].join('\n'), links }
  },
})
