import { answerSchema } from '@finsam/assistant'
import * as z from 'zod'
import { askRequestSchema } from './ask.ts'

/** One cell of a loaded document: the printed characters belong to its name, so that another printing is another cell. */
export const cellPlaceSchema = z.strictObject({
  document: z.string().min(1).max(300),
  statement: z.string().min(1).max(300),
  line: z.string().min(1).max(500),
  column: z.string().min(1).max(300),
  printed: z.string().max(500),
})
export type CellPlace = z.infer<typeof cellPlaceSchema>

/** A person's word on a cell: what it says, who said so, when and why. The amount is in the unit of the table. */
export const correctionSchema = cellPlaceSchema.extend({
  before: z.number().nullable(),
  after: z.number(),
  why: z.string().max(1_000),
  who: z.string(),
  at: z.string(),
})
export type Correction = z.infer<typeof correctionSchema>

export const correctionRequestSchema = cellPlaceSchema
  .extend({ amount: z.number(), why: z.string().trim().max(1_000).default('') })
  .meta({ id: 'CorrectionRequest' })
export type CorrectionRequest = z.infer<typeof correctionRequestSchema>

/** An answer kept as it was given, under an id that its content decides. */
export const sharedAnswerSchema = z.object({
  id: z.string(),
  at: z.string(),
  asked: askRequestSchema,
  data: z.string(),
  answer: answerSchema,
})
export type SharedAnswer = z.infer<typeof sharedAnswerSchema>

/** What was asked, which figures were given, and on which state of the documents. */
export const askedRecordSchema = z.object({
  at: z.string(),
  who: z.string(),
  question: z.string(),
  status: z.string(),
  figures: z.array(z.object({ label: z.string(), value: z.number(), unit: z.string() })),
  data: z.string(),
})
export type AskedRecord = z.infer<typeof askedRecordSchema>

/** `GET /api/answers/:id`: the frozen answer, and what the same question gives now where that differs. */
export const sharedViewSchema = z
  .object({
    at: z.string(),
    answer: answerSchema,
    changed: z.boolean(),
    now: answerSchema.optional(),
  })
  .meta({ id: 'SharedAnswer' })
export type SharedView = z.infer<typeof sharedViewSchema>
