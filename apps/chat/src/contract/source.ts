import { cellStatusSchema, unitSchema } from '@finsam/domain'
import * as z from 'zod'

export const sourceQuerySchema = z.strictObject({
  document: z.string().min(1).max(300),
  /** The cited line, 1-based. */
  line: z.coerce.number().int().positive().default(1),
  /** SHA-256 of an earlier edition of the document; left out, the loaded one. */
  edition: z
    .string()
    .regex(/^[0-9a-f]{64}$/)
    .optional(),
  /** First line wanted; left out, the answer is the page around `line`. */
  from: z.coerce.number().int().positive().optional(),
})

/** A cell whose value is not simply what is printed: the characters beside what they were read as. */
export const readCellSchema = z.object({
  line: z.number().int().positive(),
  label: z.string(),
  column: z.string(),
  printed: z.string(),
  amount: z.number().nullable(),
  unit: unitSchema,
  status: cellStatusSchema,
  proof: z.string().optional(),
  alternatives: z.array(z.number()).optional(),
})
export type ReadCell = z.infer<typeof readCellSchema>

export const sourcePageSchema = z
  .object({
    document: z.object({ id: z.string(), title: z.string(), association: z.string(), lines: z.number().int() }),
    from: z.number().int().positive(),
    to: z.number().int().positive(),
    lines: z.array(z.object({ line: z.number().int().positive(), text: z.string() })),
    /** Where the text has page marks: the pages that this stretch touches. */
    pages: z.array(z.object({ page: z.number().int().positive(), from: z.number().int().positive(), to: z.number().int().positive() })),
    cells: z.array(readCellSchema),
    /** Where the cited line stands in the file that it was read from; absent for plain text, whose lines are its places. */
    place: z
      .object({
        /** `blad Budget, cellerna A14:F14`, in the language asked for. */
        words: z.string(),
        /** Address of a picture of its page with the line marked. */
        picture: z.string().optional(),
        /** Read off a picture by text recognition. */
        recognised: z.boolean(),
      })
      .optional(),
    /** True where the lines are those of an edition that has been replaced since. */
    replaced: z.boolean(),
    /** First lines of the stretches before and after; absent at the ends. */
    previous: z.number().int().positive().optional(),
    next: z.number().int().positive().optional(),
  })
  .meta({ id: 'SourcePage' })
export type SourcePage = z.infer<typeof sourcePageSchema>
