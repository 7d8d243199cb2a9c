import * as z from 'zod/mini'
import { toldCheck } from './told-check.ts'
import { ordinalSchema } from './whole.ts'

type Box = [left: number, top: number, right: number, bottom: number]
const sidesSchema: z.ZodMiniType = z
  .array(z.number())
  .check(toldCheck((sides: readonly number[]) => sides.length === 4, { minimum: 4, maximum: 4 }))
// The check makes it a box; zod's own tuple would weigh more in a browser's bundle than this whole file.
const boxSchema = sidesSchema as z.ZodMiniType<Box>

/** Where in a file of its own format something stands: a box on a PDF's page, a cell of a sheet, a row of a Word table. */
export const placeSchema = z.object({
  /** Left, top, right, bottom in points from the page's upper left corner. */
  box: z.optional(boxSchema),
  sheet: z.optional(z.string()),
  /** A cell (`C14`), or the first and last of a row (`A14:F14`) where the cell is not known. */
  cells: z.optional(z.string()),
  /** The heading above, where the format has no pages. */
  heading: z.optional(z.string()),
  /** 1-based among the document's tables. */
  table: z.optional(ordinalSchema),
  /** 1-based within its table or sheet. */
  row: z.optional(ordinalSchema),
  /** Read off a picture by text recognition. */
  recognised: z.optional(z.literal(true)),
})
/** Where in a file of its own format something stands; see `placeSchema`. */
export type Place = z.infer<typeof placeSchema>

/** Where something stands: the document's id, its page where the text has page marks, and its 1-based line(s) with their printed text. */
export const sourceRefSchema = z.object({
  document: z.string(),
  /** SHA-256 of the document's bytes: the version that the line belongs to. */
  hash: z.optional(z.string()),
  page: z.optional(ordinalSchema),
  line: ordinalSchema,
  /** Last line, where the source spans several. */
  lineTo: z.optional(ordinalSchema),
  text: z.string(),
  /** Absent for plain text, whose lines are its places. */
  place: z.optional(placeSchema),
})
/** Where something stands in a document. */
export type SourceRef = z.infer<typeof sourceRefSchema>
