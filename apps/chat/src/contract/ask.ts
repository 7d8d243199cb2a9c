import { answerSchema } from '@finsam/assistant'
import * as z from 'zod'

/** `POST /api/ask`. A question may be long (someone pastes a letter), but not without end. */
export const askRequestSchema = z
  .strictObject({
    question: z.string().trim().min(1).max(8_000),
    /** Left out: the language of the question. */
    language: z.enum(['sv', 'en']).optional(),
    /** The question before this one, for "Och året efter?"; or the last few, the oldest first. */
    previous: z.union([z.string().max(8_000), z.array(z.string().max(8_000)).max(10)]).optional(),
    /** The talk so far, the oldest first, for a language model where one is switched on; nothing in it becomes a figure. */
    conversation: z
      .array(z.strictObject({ question: z.string().max(8_000), answer: z.string().max(8_000) }))
      .max(10)
      .optional(),
  })
  .meta({ id: 'AskRequest' })
export type AskRequest = z.infer<typeof askRequestSchema>

export const askResponseSchema = answerSchema.meta({ id: 'Answer' })

export const exportRequestSchema = askRequestSchema.extend({ format: z.enum(['csv', 'xlsx']) }).meta({ id: 'ExportRequest' })
