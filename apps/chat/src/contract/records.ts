import { answerSchema } from '@finsam/assistant'
import { cellPlaceSchema } from '@finsam/domain'
import * as z from 'zod'
import { askRequestSchema } from './ask.ts'

/** A person's word on one cell, as a request brings it: the printed characters belong to the cell, so that another printing is another cell. */
export const correctionRequestSchema = z
  .strictObject({
    ...cellPlaceSchema.shape,
    printed: z.string().max(500),
    /** In the unit of the table, signed as it prints. */
    amount: z.number(),
    why: z.string().trim().max(1_000).default(''),
  })
  .meta({ id: 'CorrectionRequest' })
export type CorrectionRequest = z.input<typeof correctionRequestSchema>

/** An answer kept as it was given, under an id that its content decides. */
export const sharedAnswerSchema = z.object({
  id: z.string(),
  at: z.string(),
  asked: askRequestSchema,
  data: z.string(),
  answer: answerSchema,
  /** SHA-256 of each cited document as it was then, by id. */
  editions: z.record(z.string(), z.string()).default({}),
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
    /** Cited documents that have been replaced since, by id: the edition that the answer cites. */
    editions: z.record(z.string(), z.string()),
  })
  .meta({ id: 'SharedAnswer' })
export type SharedView = z.infer<typeof sharedViewSchema>
