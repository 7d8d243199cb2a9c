import { type Calculation, evaluate, type Library, type Quantity, type Query, type Target } from '@finsam/domain'
import * as z from 'zod'
import { associationField, documentField, lineField, periodField, scenarioField } from './input/selector-fields.ts'
import { parseSelector } from './input/selector-query.ts'
import { parseAssociation, parseDocument } from './names/association-name.ts'
import { parseTarget } from './names/line-name.ts'
import { oncePerLibrary } from './names/named.ts'
import { formatPeriodKey, isWanted, parseWantedPeriod } from './names/period-text.ts'
import { valueOr } from './refusal.ts'
import { defineTool, ToolError } from './tool.ts'
import { figuresOutput, pageOutput } from './wire/figure-record.ts'
import { figuresOutcome, withMore } from './wire/figures-outcome.ts'
import { moreText, pageInput, pageOf } from './wire/page-cursor.ts'

const input = z.strictObject({
  association: associationField,
  line: lineField.optional(),
  scenario: scenarioField.optional(),
  period: periodField.optional(),
  document: documentField.optional(),
  ...pageInput({ default: 5, max: 40 }),
})
type Input = z.output<typeof input>

/** The printed amounts of a target; nothing for a measure, which no document prints. */
function quantitiesOf(library: Library, association: string, target: Target | undefined): readonly Quantity[] {
  const own = library.linesOf(association)
  if (target === undefined) return own.flatMap(line => line.quantities)
  if ('line' in target) return library.line(target.line)?.quantities ?? []
  if ('member' in target) return own.filter(line => line.member === target.member).flatMap(line => line.quantities)
  if ('measure' in target) return []
  return own.filter(line => line.concept?.id === target.concept).flatMap(line => line.quantities)
}

const when = ({ scenario, period }: Quantity): string => `${scenario} ${period ? formatPeriodKey(period) : 'without period'}`

/** The amounts that pass the caller's filters; where none does, the refusal tells which scenarios and periods there are. */
function filterQuantities(quantities: readonly Quantity[], { scenario, period, document }: Input): readonly Quantity[] {
  const wanted = period === undefined ? undefined : parseWantedPeriod(period)
  const found = quantities.filter(
    quantity =>
      quantity.value !== null &&
      (scenario === undefined || quantity.scenario === scenario) &&
      (wanted === undefined || isWanted(quantity.period, wanted)) &&
      (document === undefined || quantity.printings.some(printing => printing.document === document)),
  )
  if (found.length > 0 || quantities.length === 0) return found
  throw new ToolError('not-computable', 'Nothing is printed for that scenario and period.', [...new Set(quantities.map(when))].slice(0, 12))
}

const lookupOf = ({ association, line, scenario, period, measure }: Quantity): Query => ({
  op: 'lookup',
  of: { association, target: { line }, scenario, ...(period ? { period } : {}), ...(measure ? { columnMeasure: measure } : {}) },
})

/** What the engine found for printed amounts: a library does not change, so each is looked up once. */
const lookedUp = oncePerLibrary(() => new Map<Quantity, readonly Calculation[]>())

/** A printed amount as the engine looks it up; nothing where it refuses. */
function lookUp(library: Library, quantity: Quantity): readonly Calculation[] {
  const known = lookedUp(library)
  const before = known.get(quantity)
  if (before) return before
  const result = evaluate(library, lookupOf(quantity))
  const found = result.ok ? [result.value] : []
  known.set(quantity, found)
  return found
}

export const getFigures = defineTool({
  name: 'get_figures',
  title: 'Figures',
  description:
    'Look up printed figures of an association with document, page and line: all of a line over scenarios and years, or all lines of a scenario and period. Quote them; do not recompute.',
  input,
  output: figuresOutput.extend(pageOutput.shape),
  run: (context, args) => {
    const { library } = context
    const association = parseAssociation(library, args.association)
    const document = args.document === undefined ? undefined : parseDocument(library, args.document).id
    const target = args.line === undefined ? undefined : parseTarget(library, association.id, args.line)
    const printed = quantitiesOf(library, association.id, target)
    if (printed.length === 0 && args.line !== undefined) {
      return withMore(figuresOutcome(context, [valueOr(evaluate(library, parseSelector(library, { ...args, line: args.line })))]), {
        total: 1,
      })
    }
    const { rows, ...more } = pageOf(filterQuantities(printed, { ...args, document }), args.limit, args.cursor)
    const outcome = figuresOutcome(
      context,
      rows.flatMap(quantity => lookUp(library, quantity)),
    )
    return withMore(outcome, more, moreText(more, 'figures'))
  },
})
