import { documentInfoSchema, documentReadingSchema, findingSchema, meterSchema } from '@finsam/domain'
import * as z from 'zod'

/** How the cells of a document were read, counted. */
export const readCountsSchema = z.object({
  printed: z.number().int(),
  repaired: z.number().int(),
  derived: z.number().int(),
  ambiguous: z.number().int(),
  confirmed: z.number().int(),
})
export type ReadCounts = z.infer<typeof readCountsSchema>

const { hash: _, ...documentFields } = documentInfoSchema.shape

export const documentSummarySchema = z
  .object({
    ...documentFields,
    cells: readCountsSchema,
    findings: z.object({ error: z.number().int(), warning: z.number().int(), info: z.number().int() }),
    /** Numbers of the text, and how many of them stand in a figure, fact or finding. */
    numbers: z.number().int(),
    accounted: z.number().int(),
  })
  .meta({ id: 'DocumentSummary' })
export type DocumentSummary = z.infer<typeof documentSummarySchema>

export const documentListSchema = z.object({ documents: z.array(documentSummarySchema) })
export type DocumentList = z.infer<typeof documentListSchema>

/** A finding with its sentence in both languages. */
export const wordedFindingSchema = z.object({ ...findingSchema.shape, message: z.object({ sv: z.string(), en: z.string() }) })
export type WordedFinding = z.infer<typeof wordedFindingSchema>

export const documentPageSchema = z
  .object({
    summary: documentSummarySchema,
    statements: documentReadingSchema.shape.statements,
    facts: documentReadingSchema.shape.facts,
    headings: documentReadingSchema.shape.headings,
    findings: z.array(wordedFindingSchema),
    unaccounted: meterSchema.shape.rest,
  })
  .meta({ id: 'DocumentPage' })
export type DocumentPage = z.infer<typeof documentPageSchema>
