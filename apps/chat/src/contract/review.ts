import { cellStatusSchema, unitSchema } from '@finsam/domain'
import * as z from 'zod'
import { cellPlaceSchema, correctionSchema } from './records.ts'

/** What one reading of a cell would do to the sums of its document. */
export const effectSchema = z.object({
  amount: z.number(),
  /** Every sum that does not tie then, as arithmetic; none when all tie. */
  broken: z.array(z.string()),
})

/** A flagged cell to be looked at by a person. */
export const reviewItemSchema = cellPlaceSchema.extend({
  title: z.string(),
  label: z.string(),
  columnLabel: z.string(),
  sourceLine: z.number().int().positive(),
  page: z.number().int().positive().optional(),
  /** The whole printed line. */
  text: z.string(),
  amount: z.number().nullable(),
  unit: unitSchema,
  status: cellStatusSchema,
  proof: z.string().optional(),
  effects: z.array(effectSchema),
})
export type ReviewItem = z.infer<typeof reviewItemSchema>

/** `GET /api/review?document`: what is still to be looked at, and what people have said already. */
export const reviewSchema = z.object({ items: z.array(reviewItemSchema), corrections: z.array(correctionSchema) }).meta({ id: 'Review' })
export type Review = z.infer<typeof reviewSchema>
