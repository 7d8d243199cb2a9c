import { periodSchema, placeSchema, scenarioSchema, unitSchema } from '@finsam/domain'
import * as z from 'zod'

const citationSchema = z.object({
  document: z.string(),
  page: z.number().int().positive().optional(),
  line: z.number().int().positive(),
  text: z.string(),
  /** Where in a PDF, workbook or Word file; plain text has none. */
  place: z.optional(placeSchema),
})
/** Where a figure or fact stands. */
export type Citation = z.infer<typeof citationSchema>

/** How a figure came about, to be read by people: the formula with its numbers, and the rows that went into it. */
export const traceSchema = z.object({
  operation: z.string(),
  /** `13 925 000 / 20 983 000 = 66,4 %` in the answer's language. */
  formula: z.string(),
  /** Ids of the answer's figures with role `input`. */
  inputs: z.array(z.string()),
})

export const figureSchema = z.object({
  id: z.string(),
  /** `answer`: what was asked for · `reading`: one of several possible readings · `input`: what went into it. */
  role: z.enum(['answer', 'reading', 'input']),
  label: z.string(),
  /** In the base unit of its kind (`kr`, `percent` …), exact, never rounded for display. */
  value: z.number(),
  unit: unitSchema,
  /** The interval that printed precision leaves open. */
  low: z.number(),
  high: z.number(),
  /** For a computed difference, which is always to − from. */
  direction: z.enum(['higher', 'lower', 'equal']).optional(),
  kind: z.enum(['printed', 'repaired', 'derived', 'ambiguous', 'computed', 'projected']),
  association: z.string().optional(),
  period: z.optional(periodSchema),
  scenario: z.optional(scenarioSchema),
  sources: z.array(citationSchema),
  calculation: traceSchema.optional(),
})
export type Figure = z.infer<typeof figureSchema>

/** Reply to one question: the contract that chat, MCP, CLI and REST share. */
export const answerSchema = z.object({
  question: z.string(),
  language: z.enum(['sv', 'en']),
  status: z.enum(['answered', 'ambiguous', 'unanswerable']),
  /** Short first sentence with the figure, then what it rests on. Begins Ja/Nej/Yes/No where there is a verdict. */
  text: z.string(),
  figures: z.array(figureSchema),
  verdict: z.object({ holds: z.boolean(), rule: z.string() }).optional(),
  /** What is not a number: names, dates (ISO), quotations. */
  facts: z.array(z.object({ label: z.string(), value: z.string(), sources: z.array(citationSchema) })),
  /** Questions to choose between, when the answer asks back. */
  choices: z.array(z.object({ label: z.string(), question: z.string() })).optional(),
  reason: z.object({ code: z.string(), nearest: z.array(z.string()) }).optional(),
  notes: z.array(z.string()),
  passages: z.array(citationSchema.extend({ heading: z.string().optional() })),
  table: z.object({ columns: z.array(z.string()), rows: z.array(z.array(z.string())) }).optional(),
  chart: z
    .object({
      kind: z.enum(['bar', 'line', 'share']),
      title: z.string(),
      unit: unitSchema,
      points: z.array(z.object({ label: z.string(), value: z.number(), figure: z.string().optional() })),
    })
    .optional(),
})
export type Answer = z.infer<typeof answerSchema>
