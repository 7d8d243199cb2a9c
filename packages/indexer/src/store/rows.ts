import type { DocumentReading } from '@finsam/domain'
import * as z from 'zod'
import type { PageSpan } from './reading-port.ts'

export const documentRowSchema = z.object({
  id: z.string(),
  hash: z.string(),
  edition: z.string(),
  fileName: z.string(),
  association: z.string(),
  year: z.number().int().nullable(),
  kind: z.string(),
  passages: z.number().int(),
})
/** A stored document without its reading and text. `edition` names content and reading together. */
export type StoredDocument = z.infer<typeof documentRowSchema>
export const documentColumns = Object.keys(documentRowSchema.shape)

/** What of a passage a hit shows, and by which edition it counts. */
export const passageRowSchema = z.object({
  document: z.string(),
  edition: z.string(),
  line: z.number().int(),
  lineTo: z.number().int(),
  page: z.number().int().nullable(),
  heading: z.string().nullable(),
  text: z.string(),
})
export type PassageRow = z.infer<typeof passageRowSchema>
export const passageColumns = Object.keys(passageRowSchema.shape)

export const contentRowSchema = z.object({ id: z.string(), hash: z.string(), reading: z.string(), lines: z.string(), pages: z.string() })
export const contentColumns = Object.keys(contentRowSchema.shape)

/** A document's reading and its text, line 1 first. */
export interface StoredContent {
  readonly id: string
  readonly hash: string
  readonly reading: DocumentReading
  readonly lines: readonly string[]
  readonly pages: readonly PageSpan[]
}

/** The reading was checked when it was written, so that loading a country's readings does not check them again. */
export function unpack(row: z.infer<typeof contentRowSchema>): StoredContent {
  const reading: DocumentReading = JSON.parse(row.reading)
  const pages: PageSpan[] = JSON.parse(row.pages)
  return { id: row.id, hash: row.hash, reading, lines: row.lines.split('\n'), pages }
}

/** The rows of a query, checked against their schema. */
export async function rowsOf<Row extends z.ZodType>(query: { toArray(): Promise<object[]> }, schema: Row): Promise<z.infer<Row>[]> {
  return (await query.toArray()).map(row => schema.parse({ ...row }))
}
