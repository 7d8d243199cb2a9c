import * as z from 'zod/mini'
import { findingSchema } from './finding.ts'
import { periodSchema } from './period.ts'
import { placeSchema, sourceRefSchema } from './source.ts'
import { eachKey } from './told-check.ts'
import { unitSchema } from './unit.ts'
import { ordinalSchema, wholeSchema } from './whole.ts'

/** Whose figures a column holds: outcome (*bokslut, utfall*), budget, forecast (*prognos*), plan, or a printed variance (*avvikelse*). */
export const scenarioSchema = z.enum(['actual', 'budget', 'forecast', 'plan', 'variance'])
/** Whose figures a column holds; see `scenarioSchema`. */
export type Scenario = z.infer<typeof scenarioSchema>

/** The natures that a line may have. */
export const natureSchema = z.enum(['income', 'cost', 'result', 'equity', 'liability', 'asset', 'cash', 'count', 'share', 'text'])
/** What a line measures; signs are read by it. A total over equity and liabilities is a `liability`, a total over assets an `asset`. */
export type Nature = z.infer<typeof natureSchema>

/** How a value came to be known: as printed, repaired by the statement's own arithmetic, derived where nothing legible is printed, one of several, or confirmed by a person. */
export const cellStatusSchema = z.enum(['printed', 'repaired', 'derived', 'ambiguous', 'confirmed'])
/** How a value came to be known; see `cellStatusSchema`. */
export type CellStatus = z.infer<typeof cellStatusSchema>

/** One cell: the amount as printed, its status, and what proves a repair. */
export const cellSchema = z.object({
  /** In the unit of the line, else the column, else the statement; null where no reading is good enough to be the best. */
  amount: z.nullable(z.number()),
  status: cellStatusSchema,
  /** The characters of the document, empty where nothing is printed. */
  printed: z.string(),
  /** All readings that remain possible, the best among them; only with `ambiguous`. */
  alternatives: z.optional(z.array(z.number())),
  /** The equations that prove a repair or derivation, as text: `919 − 75 − 50 − 39 − 38 = 717`. */
  proof: z.optional(z.string()),
  /** The step of the printed precision, in the amount's unit: 1 for `871`, 0.1 for `48,4`. Half of it is the rounding slack. */
  step: z.optional(z.number().check(z.refine(step => step > 0))),
  /** The cell of a workbook that holds it: `C14`. */
  address: z.optional(z.string()),
})
/** One cell of a table, in the unit that the document prints. */
export type Cell = z.infer<typeof cellSchema>

/** One column: a scenario and a period. */
export const columnSchema = z.object({
  id: z.string(),
  /** The header in readable form. */
  label: z.string(),
  scenario: scenarioSchema,
  /** null where neither header, neighbours nor prose tell it. */
  period: z.nullable(periodSchema),
  unit: z.optional(unitSchema),
  /** What of the amount the column holds, where a scenario and period has several: `income`, `cost`, `net`, `share`, `population`. */
  measure: z.optional(z.string()),
  /** Why scenario and period are what they are, where the header alone does not say. */
  inferredFrom: z.optional(z.string()),
})
/** One column of a table: a scenario and a period. */
export type Column = z.infer<typeof columnSchema>

/** How surely a line stands for a concept. */
export const mappingSchema = z.enum(['exact', 'synonym', 'inferred', 'confirmed'])
/** How surely a line stands for a concept; `confirmed` by a person is the surest. */
export type Mapping = z.infer<typeof mappingSchema>

/** One row: its label, nature, and a cell for each column by the column's id. */
export const lineSchema = z.object({
  /** Unique within the statement. */
  id: z.string(),
  /** Readable: diacritics restored where that is certain. */
  label: z.string(),
  /** As the document prints it. */
  printedLabel: z.string(),
  /** 1-based line of the text file. */
  sourceLine: ordinalSchema,
  page: z.optional(ordinalSchema),
  /** The whole printed line, for citations. */
  text: z.string(),
  /** Absent for plain text. */
  place: z.optional(placeSchema),
  nature: natureSchema,
  /** `of-which` (*därav*) rows are parts of the line above, never addends. */
  role: z.enum(['item', 'total', 'of-which']),
  /** The heading under which the line stands. */
  section: z.optional(z.string()),
  unit: z.optional(unitSchema),
  /** The lines (ids of the same statement) that this one sums, with their signs. */
  sumOf: z.optional(z.array(z.object({ line: z.string(), weight: z.number() }))),
  values: eachKey(cellSchema),
})
/** One row of a table, with its cells by column. */
export type Line = z.infer<typeof lineSchema>

/** The kinds of tables that documents hold. */
export const statementKindSchema = z.enum([
  'income',
  'balance',
  'cash-flow',
  'operating',
  'funding',
  'distribution-key',
  'note',
  'equity-rollforward',
  'overview',
  'volume-targets',
  'shares',
  'other',
])
/** What kind of table a statement is. */
export type StatementKind = z.infer<typeof statementKindSchema>

/** One table: columns, lines and the unit of its amounts. */
export const statementSchema = z.object({
  id: z.string(),
  title: z.string(),
  kind: statementKindSchema,
  unit: unitSchema,
  /** Where the unit was found, when the table itself does not print it. */
  unitFrom: z.optional(z.string()),
  /** Costs as positive amounts, or with a minus. One convention a statement. */
  costSign: z.enum(['positive', 'negative']),
  page: z.optional(ordinalSchema),
  headerLines: z.array(ordinalSchema),
  columns: z.array(columnSchema),
  lines: z.array(lineSchema),
})
/** One table of a document. */
export type Statement = z.infer<typeof statementSchema>

/**
 * Something that the prose says, with its place: `{ subject: 'Styrelse', attribute: 'ledamöter', value: 13, unit: 'persons' }`.
 * `value` is a number, a text, a date as ISO day, a list, or a range.
 */
export const factSchema = z.object({
  id: z.string(),
  /** organisation | date | legal | staffing | target | target-group | share | amount | allotment | policy | volume | statistic | narrative */
  kind: z.string(),
  subject: z.string(),
  attribute: z.string(),
  value: z.union([
    z.number(),
    z.string(),
    z.boolean(),
    z.array(z.union([z.string(), z.number()])),
    z.object({ from: z.number(), to: z.number() }),
  ]),
  unit: z.optional(z.string()),
  /** min | max | about | exact | share-of … : how the number is meant (*minst, högst, ca*). */
  qualifier: z.optional(z.string()),
  period: z.optional(periodSchema),
  /** The printed words that hold the value. */
  printed: z.string(),
  /** The sentence (or list item) around it, readable. */
  context: z.string(),
  source: sourceRefSchema,
})
/** Something that the prose says; see `factSchema`. */
export type Fact = z.infer<typeof factSchema>

/** Numbers of the document that stand in no figure, fact or finding, and why they are thought to be no figure. */
export const meterSchema = z.object({
  numbers: wholeSchema,
  accounted: wholeSchema,
  rest: z.array(z.object({ line: wholeSchema, text: z.string(), why: z.string() })),
})
/** What share of a document's numbers is accounted for. */
export type Meter = z.infer<typeof meterSchema>

/** The kinds of documents: plans, budgets and reports. */
export const documentKindSchema = z.enum(['plan', 'budget', 'plan-and-budget', 'interim-report', 'annual-report', 'other'])

/** A document: whose it is, its year, its kind and whether it is decided. */
export const documentInfoSchema = z.object({
  /** The file name without its extension. */
  id: z.string(),
  hash: z.string(),
  title: z.string(),
  /** *Verksamhetsplan*, *budget*, *delårsrapport*, *årsredovisning*. */
  kind: documentKindSchema,
  /** Id in the registry, or a slug of the printed name for an association that the registry does not know. */
  association: z.string(),
  associationName: z.string(),
  orgNumber: z.optional(z.string()),
  /** The document's own year: the budget year of a plan, the year reported on of a report. */
  fiscalYear: z.optional(wholeSchema),
  decided: z.optional(z.string()),
  decidedBy: z.optional(z.string()),
  status: z.enum(['proposal', 'decided', 'revised', 'unknown']),
  language: z.enum(['sv', 'en']),
  pages: z.optional(wholeSchema),
  lines: wholeSchema,
})
/** A document, without what stands in it. */
export type DocumentInfo = z.infer<typeof documentInfoSchema>

/** A section heading, for "where does it say": line and title. */
export const headingSchema = z.object({ line: ordinalSchema, title: z.string(), level: wholeSchema })

/** All that the reader got out of one document. It is what the store keeps and what `finsam export` prints. */
export const documentReadingSchema = z.object({
  document: documentInfoSchema,
  statements: z.array(statementSchema),
  facts: z.array(factSchema),
  findings: z.array(findingSchema),
  headings: z.array(headingSchema),
  meter: meterSchema,
})
/** All that a reader got out of one document; what `createLibrary` takes. */
export type DocumentReading = z.infer<typeof documentReadingSchema>
