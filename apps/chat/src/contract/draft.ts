import { cellStatusSchema, columnSchema, findingSchema, unitSchema } from '@finsam/domain'
import * as z from 'zod'
import { documentPageSchema } from './documents.ts'

const wordsSchema = z.object({ sv: z.string(), en: z.string() })

/** One rule of money as it came out on a document. */
export const ruleOutcomeSchema = z.object({
  rule: z.string(),
  label: wordsSchema,
  /** What the rule asks, and where it comes from. */
  states: wordsSchema.optional(),
  source: wordsSchema.optional(),
  holds: z.boolean(),
  /** What it is where it neither holds nor is broken; `corrected` where it holds with amounts that were read otherwise than printed. */
  state: z.enum(['undecided', 'information', 'corrected']).optional(),
  arithmetic: z.object({ sv: z.array(z.string()), en: z.array(z.string()) }),
  at: z.optional(findingSchema.shape.at),
})
export type RuleOutcome = z.infer<typeof ruleOutcomeSchema>

/** One printed total, tried against the rows that it sums; `possible` ties only with all rounding one way. */
export const triedSumSchema = z.object({
  statement: z.string(),
  line: z.string(),
  column: z.string(),
  arithmetic: wordsSchema,
  verdict: z.enum(['likely', 'possible', 'ambiguous', 'beyond']),
  /** How its least sure cell was read. */
  status: cellStatusSchema,
  at: findingSchema.shape.at,
})
export type TriedSum = z.infer<typeof triedSumSchema>

/** `GET /api/documents/:id`: a document with the rules tried on it. */
export const checkedDocumentSchema = documentPageSchema
  .extend({ rules: z.array(ruleOutcomeSchema), sums: z.array(triedSumSchema) })
  .meta({ id: 'CheckedDocument' })
export type CheckedDocument = z.infer<typeof checkedDocumentSchema>

/** A cell that stands otherwise in the draft than in the earlier version of the document. */
export const changeSchema = z.object({
  line: z.string(),
  column: columnSchema.shape.label,
  unit: unitSchema,
  before: z.number().nullable(),
  after: z.number().nullable(),
  sourceLine: z.number().int().positive().optional(),
})
export type Change = z.infer<typeof changeSchema>

/** What `POST /api/drafts` tells of a document that is not published. Nothing of it is kept. */
export const draftReportSchema = z
  .object({
    page: documentPageSchema,
    rules: z.array(ruleOutcomeSchema),
    sums: z.array(triedSumSchema),
    /** The loaded document that the draft was compared with, and what differs. */
    earlier: z.object({ document: z.string(), title: z.string(), changes: z.array(changeSchema) }).optional(),
    /** Lines that seem to hold a personal identity number; the numbers themselves are not repeated. */
    personalNumbers: z.array(z.number().int().positive()),
  })
  .meta({ id: 'DraftReport' })
export type DraftReport = z.infer<typeof draftReportSchema>
