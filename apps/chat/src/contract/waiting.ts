import * as z from 'zod'
import { draftReportSchema } from './draft.ts'
import { correctionRequestSchema } from './records.ts'
import { reviewItemSchema } from './review.ts'

export const waitingFileSchema = z
  .object({ id: z.string(), fileName: z.string(), size: z.number().int(), at: z.string(), who: z.string() })
  .meta({ id: 'WaitingFile' })

/** `GET /api/uploads`: what waits for review, the oldest first. */
export const waitingListSchema = z.object({ files: z.array(waitingFileSchema) })
export type WaitingList = z.infer<typeof waitingListSchema>

/** `GET /api/uploads/:id`: a waiting file as it was read, for the person who reviews it. */
export const uploadSchema = z
  .object({
    file: waitingFileSchema,
    /** The id under which it will be published, unless another is given: its file name. */
    document: z.string(),
    /** An id that nothing is loaded under, made of association and year. */
    free: z.string(),
    /** Whether a document of that id is loaded: `same` holds the same content, `other` would be replaced. */
    known: z.enum(['new', 'same', 'other']),
    /** What would be replaced; another association's document is hardly meant. */
    replaces: z.object({ title: z.string(), associationName: z.string(), sameAssociation: z.boolean() }).optional(),
    report: draftReportSchema,
    /** Its flagged cells, the least sure first. */
    items: z.array(reviewItemSchema),
  })
  .meta({ id: 'Upload' })
export type Upload = z.infer<typeof uploadSchema>

const documentIdSchema = z
  .string()
  .trim()
  .min(1)
  .max(100)
  .regex(/^[^/\\\p{Cc}]+$/u, 'A name in which no slash stands.')

/** `POST /api/uploads/:id/publish`: `id` publishes it under another id than its file name; `replace` puts it in place of another content under that id. */
export const publishRequestSchema = z
  .strictObject({
    id: documentIdSchema.optional(),
    replace: z.boolean().default(false),
    reviewed: z.array(correctionRequestSchema).max(500).default([]),
  })
  .meta({ id: 'PublishRequest' })

/** The id under which a file was published. */
export const publishedSchema = z.object({ id: z.string() }).meta({ id: 'Published' })
