import { type Calculation, evaluate, isCalendarYear, type Library, type Query, wholeYear } from '@finsam/domain'
import type { SelectorInput } from '../input/selector-fields.ts'
import { parseSelector } from '../input/selector-query.ts'
import { parseAssociation } from '../names/association-name.ts'
import { formatPeriodKey } from '../names/period-text.ts'
import { valueOr } from '../refusal.ts'
import { assertWanted, type ToolCall, ToolError } from '../tool.ts'
import type { ComparisonInput } from './comparison-input.ts'

/** Arguments that name a line. */
type LineInput = ComparisonInput & { readonly line: string }

type Place = Pick<SelectorInput, 'association' | 'scenario' | 'period'>

/** The latest whole year that an association prints in a scenario. */
function latestYear(library: Library, association: string, scenario: NonNullable<Place['scenario']>): readonly Place[] {
  const printed = library.linesOf(association).flatMap(({ quantities }) => quantities.filter(quantity => quantity.scenario === scenario))
  const years = printed.flatMap(({ period }) => (period && isCalendarYear(period) ? [formatPeriodKey(period)] : []))
  const last = years.toSorted().at(-1)
  return last === undefined ? [] : [{ association, scenario, period: last }]
}

/**
 * Where an association's figure is looked for. Where no period is said: its whole year as forecast, else as budgeted, so that an interim report
 * compares with others' years; of a scenario that was asked for, the latest year that has it; else whatever its document is about.
 */
function placesOf(library: Library, association: string, period: string | undefined, scenario: Place['scenario']): readonly Place[] {
  const asked = { association, ...(scenario ? { scenario } : {}), ...(period === undefined ? {} : { period }) }
  if (period !== undefined) return [asked]
  const year = wholeYear(library, { association, target: { concept: 'total-costs' }, ...(scenario ? { scenario } : {}) })
  if (!year.period || !isCalendarYear(year.period)) return [asked]
  const whole = { association, period: formatPeriodKey(year.period) }
  const scenarios = scenario ? [scenario] : [...(year.scenario ? [year.scenario] : []), 'budget' as const]
  const latest = scenario ? latestYear(library, association, scenario) : []
  return [...scenarios.map(one => ({ ...whole, scenario: one })), ...latest, asked]
}

/** The figure at one place, as an amount or as a share. */
function cellQuery(library: Library, place: Place, { line, share_of }: LineInput): Query {
  const part = parseSelector(library, { ...place, line })
  return share_of === undefined ? part : { op: 'share', part, whole: parseSelector(library, { ...place, line: share_of }) }
}

interface Comparable {
  readonly queries: Query[]
  /** Why an association or period is not in the comparison. */
  readonly missing: string[]
}

/** The query of a figure that there is, or the refusal. */
function queryAt(library: Library, place: Place, args: LineInput): Query | ToolError {
  try {
    const query = cellQuery(library, place, args)
    valueOr(evaluate(library, query))
    return query
  } catch (error) {
    if (error instanceof ToolError) return error
    throw error
  }
}

/** The query of the first place that has the figure, or why none has. */
function queryOrReason(library: Library, association: string, period: string | undefined, args: LineInput): Query | string {
  let reason: string | undefined
  for (const place of placesOf(library, association, period, args.scenario)) {
    const found = queryAt(library, place, args)
    if (!(found instanceof ToolError)) return found
    reason ??= found.message
  }
  const name = library.association(association)?.shortName ?? association
  return `${name}${period === undefined ? '' : ` ${period}`} is left out: ${reason ?? ''}`
}

/** The queries that have a figure, and the reasons for the rest: what is missing is told, never taken for zero. */
async function comparable(library: Library, associations: readonly string[], args: LineInput, call: ToolCall): Promise<Comparable> {
  const result: Comparable = { queries: [], missing: [] }
  for (const [index, association] of associations.entries()) {
    assertWanted(call)
    for (const period of args.periods ?? [undefined]) {
      const outcome = queryOrReason(library, association, period, args)
      if (typeof outcome === 'string') result.missing.push(outcome)
      else result.queries.push(outcome)
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
