import {
  type Calculation,
  evaluate,
  formulaOf,
  type Library,
  type LibraryLine,
  measureOf,
  type Printing,
  type Quantity,
  type Query,
} from '@finsam/domain'
import * as z from 'zod'
import { selectorInput } from './input/selector-fields.ts'
import { parseSelector } from './input/selector-query.ts'
import { lineTitle } from './names/line-name.ts'
import { valueOr } from './refusal.ts'
import { defineTool } from './tool.ts'
import { amountText, inBase } from './wire/amount-text.ts'
import { figuresOutput, findingRecordSchema } from './wire/figure-record.ts'
import { figuresOutcome, withMore } from './wire/figures-outcome.ts'
import { findingLine, findingRecord } from './wire/finding-record.ts'

const printingSchema = z.object({
  document: z.string(),
  page: z.number().int().optional(),
  line: z.number().int(),
  statement: z.string(),
  column: z.string(),
  printed: z.string(),
  value: z.number().nullable(),
  status: z.string(),
  proof: z.string().optional(),
})
type PrintingRow = z.infer<typeof printingSchema>

function printingRow(library: Library, { unit }: Quantity, printing: Printing): PrintingRow {
  const reading = library.readings.find(({ document }) => document.id === printing.document)
  const statement = reading?.statements.find(({ id }) => id === printing.statement)
  return {
    document: printing.document,
    ...(printing.source.page === undefined ? {} : { page: printing.source.page }),
    line: printing.source.line,
    statement: statement?.title ?? printing.statement,
    column: statement?.columns.find(({ id }) => id === printing.column)?.label ?? printing.column,
    printed: printing.printed,
    value: printing.value === null ? null : inBase(printing.value, unit),
    status: printing.status,
    ...(printing.proof === undefined ? {} : { proof: printing.proof }),
  }
}

const printingText = ({ document, page, line, statement, column, printed, status, proof }: PrintingRow): string =>
  `  "${printed}" in ${statement}, ${column} [${document}${page === undefined ? '' : ` p. ${page}`} line ${line}] ${status}${proof ? `: ${proof}` : ''}`

/** The same scenario and period of another line. */
const beside = ({ association, scenario, period, measure }: Quantity, line: string): Query => ({
  op: 'lookup',
  of: { association, target: { line }, scenario, ...(period ? { period } : {}), ...(measure ? { columnMeasure: measure } : {}) },
})

const weighted = (query: Query, weight: number): Query => (weight === 1 ? query : { op: 'scale', of: query, factor: weight })

/** The printed total of a line set against the sum of its rows, as the engine computes it; nothing where a row is missing. */
function sumText(library: Library, total: LibraryLine, quantity: Quantity): string[] {
  if (!total.sumOf || total.sumOf.length === 0) return []
  const sum = evaluate(library, { op: 'sum', of: total.sumOf.map(({ line, weight }) => weighted(beside(quantity, line), weight)) })
  const printed = evaluate(library, beside(quantity, total.key))
  if (!sum.ok || !printed.ok) return []
  const { value, unit } = printed.value.result
  return [`${lineTitle(total)}: ${formulaOf(sum.value, 'en')}; printed ${amountText(inBase(value, unit), unit)}`]
}

/** The sums that the figure is the total of, or a row of. */
function equationsOf(library: Library, { quantity }: Calculation): string[] {
  if (!quantity) return []
  const own = library.linesOf(quantity.association)
  return own
    .filter(line => line.key === quantity.line || line.sumOf?.some(({ line: part }) => part === quantity.line))
    .flatMap(line => sumText(library, line, quantity))
}

const quantitiesIn = (calculation: Calculation): Quantity[] => [
  ...(calculation.quantity ? [calculation.quantity] : []),
  ...calculation.inputs.flatMap(quantitiesIn),
]

/** Why the line or measure is what it is: the definition, or how its line was matched to the concept. */
function meaningOf(library: Library, { quantity, concept }: Calculation): string[] {
  const line = quantity && library.line(quantity.line)
  if (line?.concept) return [`${line.label} stands for the concept ${line.concept.id} (${line.concept.mapping}).`]
  const measure = concept === undefined ? undefined : measureOf(concept)
  return measure ? [`${measure.en.name}: ${measure.en.definition}`] : []
}

export const explainFigure = defineTool({
  name: 'explain_figure',
  title: 'Explain a figure',
  description:
    'Why a figure is what it is: every printing with its text, repairs with proof, formula, the sums it belongs to and findings about its lines.',
  input: selectorInput,
  output: figuresOutput.extend({
    printings: z.array(printingSchema),
    equations: z.array(z.string()),
    meaning: z.array(z.string()),
    findings: z.array(findingRecordSchema),
  }),
  run: (context, args) => {
    const { library } = context
    const calculation = valueOr(evaluate(library, parseSelector(library, args)))
    const quantities = quantitiesIn(calculation)
    const printings = quantities.flatMap(quantity => quantity.printings.map(printing => printingRow(library, quantity, printing)))
    const places = new Set(printings.map(({ document, line }) => `${document}:${line}`))
    const findings = library.findings.filter(({ document, at }) => places.has(`${document}:${at.line}`)).map(findingRecord)
    const more = { printings, equations: equationsOf(library, calculation), meaning: meaningOf(library, calculation), findings }
    const lines = [
      ...more.meaning,
      'printed:',
      ...printings.map(printingText),
      ...more.equations.map(equation => `sum: ${equation}`),
      ...findings.map(findingLine),
    ]
    return withMore(figuresOutcome(context, [calculation], 'full'), more, lines)
  },
})
