import * as z from 'zod/mini'
import { sourceRefSchema } from './source.ts'
import { eachKey } from './told-check.ts'

/**
 * Something about a document that its reader should know, coded, with the arithmetic and the places.
 * `severity`: `error` contradicts itself, `warning` breaks a rule or may mislead, `info` tells what was inferred.
 */
export const findingSchema = z.object({
  code: z.string(),
  severity: z.enum(['error', 'warning', 'info']),
  /** Named values of the code's wording: amounts in the document's own unit, labels, shares in percent. */
  parameters: eachKey(z.union([z.number(), z.string(), z.boolean()])),
  /** The sum as it was tried, printable: `591 + 250 + … = 3 078 ≠ 3 072`. */
  arithmetic: z.optional(z.string()),
  at: sourceRefSchema,
  others: z.optional(z.array(sourceRefSchema)),
})
/** Something about a document that its reader should know; see `findingSchema`. */
export type Finding = z.infer<typeof findingSchema>
