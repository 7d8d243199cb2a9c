import { cellPlaceSchema, cellStatusSchema, unitSchema } from '@finsam/domain'
import * as z from 'zod'

/** What one reading of a cell would do to the sums of its document. */
export const effectSchema = z.object({
  amount: z.number(),
  /** Every sum that does not tie then, as arithmetic; none when all tie. */
  broken: z.array(z.string()),
  /** Present where it is what the document prints, though it was read otherwise. */
  asPrinted: z.literal(true).optional(),
})

export type Effect = z.infer<typeof effectSchema>

/** A flagged cell to be looked at by a person. */
export const reviewItemSchema = z.strictObject({
  ...cellPlaceSchema.shape,
  printed: z.string(),
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

/** A correction in the words of its document. Amounts are in `unit`. */
export const correctionViewSchema = z
  .object({
    label: z.string(),
    column: z.string(),
    unit: unitSchema,
    before: z.number().nullable(),
    after: z.number(),
    why: z.string(),
    who: z.string(),
    at: z.string(),
    /** False where the document by now prints something else there, legibly: the correction waits for somebody to look again. */
    holds: z.boolean(),
  })
  .meta({ id: 'Correction' })
export type CorrectionView = z.infer<typeof correctionViewSchema>

/** `GET /api/review?document`: what is still to be looked at, and what people have said already. */
export const reviewSchema = z
  .object({ items: z.array(reviewItemSchema), corrections: z.array(correctionViewSchema) })
  .meta({ id: 'Review' })
export type Review = z.infer<typeof reviewSchema>
