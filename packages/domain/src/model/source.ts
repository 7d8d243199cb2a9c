import * as z from 'zod/mini'
import { wholeSchema } from './whole.ts'

/** Where something stands: the document's id, its page where the text has page marks, and its 1-based line(s) with their printed text. */
export const sourceRefSchema = z.object({
  document: z.string(),
  /** SHA-256 of the document's bytes: the version that the line belongs to. */
  hash: z.optional(z.string()),
  page: z.optional(wholeSchema.check(z.positive())),
  line: wholeSchema.check(z.positive()),
  /** Last line, where the source spans several. */
  lineTo: z.optional(wholeSchema.check(z.positive())),
  text: z.string(),
})
/** Where something stands in a document. */
export type SourceRef = z.infer<typeof sourceRefSchema>
