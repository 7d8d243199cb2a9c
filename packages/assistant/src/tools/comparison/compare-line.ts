import { type Calculation, evaluate, type Library, type Query } from '@finsam/domain'
import { parseSelector } from '../input/selector-query.ts'
import { parseAssociation } from '../names/association-name.ts'
import { valueOr } from '../refusal.ts'
import { assertWanted, type ToolCall, ToolError } from '../tool.ts'
import type { ComparisonInput } from './comparison-input.ts'

/** Arguments that name a line. */
type LineInput = ComparisonInput & { readonly line: string }

/** The figure of one association and period, as an amount or as a share. */
function cellQuery(library: Library, association: string, period: string | undefined, { line, share_of, scenario }: LineInput): Query {
  const place = { association, ...(scenario ? { scenario } : {}), ...(period === undefined ? {} : { period }) }
  const part = parseSelector(library, { ...place, line })
  return share_of === undefined ? part : { op: 'share', part, whole: parseSelector(library, { ...place, line: share_of }) }
}

interface Comparable {
  readonly queries: Query[]
  /** Why an association or period is not in the comparison. */
  readonly missing: string[]
}

/** The query of a figure that there is, or why there is none. */
function queryOrReason(
  library: Library,
  association: string,
  period: string | undefined,
  args: LineInput,
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
async function comparable(library: Library, associations: readonly string[], args: LineInput, call: ToolCall): Promise<Comparable> {
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

const manyPeriods = ({ periods }: ComparisonInput): boolean => (periods?.length ?? 0) > 1

function compareAll(library: Library, queries: Query[], args: ComparisonInput, associations: number): Calculation {
  const query: Query =
    associations === 1 && manyPeriods(args) ? { op: 'series', of: queries } : { op: 'rank', of: queries, order: args.order }
  return valueOr(evaluate(library, query))
}

interface LineComparison {
  readonly comparison: Calculation
  readonly missing: string[]
}

/** One line side by side, and why an association or period is not in it. */
export async function compareLine(library: Library, args: ComparisonInput, call: ToolCall): Promise<LineComparison> {
  const { line } = args
  if (line === undefined) throw new ToolError('invalid-arguments', 'Give the line to compare, or a successor.')
  const loaded = [...new Set(library.documents.map(({ association }) => association))]
  const associations = args.associations?.map(name => parseAssociation(library, name).id) ?? loaded
  const { queries, missing } = await comparable(library, associations, { ...args, line }, call)
  if (queries.length === 0) throw new ToolError('not-computable', `None of them has the figure. ${missing.slice(0, 3).join(' ')}`)
  return { comparison: compareAll(library, queries, args, associations.length), missing }
}
