import { findingSchema, mappingSchema } from '@finsam/domain'
import * as z from 'zod'
import { figureSchema } from '../../answer/answer.ts'

/**
 * A figure with all that vouches for it: the answer's figure, and the proof of a repair, the readings that remain open, how surely its line
 * stands for the concept asked for, and the name by which every tool finds it again.
 */
export const figureRecordSchema = figureSchema.extend({
  /** The line as the tools take it; absent for a computed figure. */
  line: z.string().optional(),
  /** The what-if that it belongs to. */
  whatIf: z.string().optional(),
  proof: z.string().optional(),
  alternatives: z.array(z.number()).optional(),
  mapping: z.optional(mappingSchema),
})
export type FigureRecord = z.infer<typeof figureRecordSchema>

/** What figures of one reply often have in common. */
const sharable = { role: true, unit: true, kind: true, association: true, period: true, scenario: true, mapping: true } as const
export type Sharable = keyof typeof sharable

/** A figure of a reply: what holds for all of its figures stands in `shared`, an interval too narrow to show is left out. */
const wireFigureSchema = figureRecordSchema.partial({ id: true, low: true, high: true, ...sharable })
export type WireFigure = z.infer<typeof wireFigureSchema>

/** A document that a result cites: its id, the SHA-256 of its bytes, and whether it is decided. */
export const documentRecordSchema = z.object({
  id: z.string(),
  hash: z.string(),
  title: z.string(),
  status: z.enum(['proposal', 'decided', 'revised', 'unknown']),
})
export type DocumentRecord = z.infer<typeof documentRecordSchema>

/** A finding with its wording. */
export const findingRecordSchema = z.object({
  code: findingSchema.shape.code,
  severity: findingSchema.shape.severity,
  arithmetic: findingSchema.shape.arithmetic,
  text: z.string(),
  document: z.string(),
  page: z.number().int().optional(),
  line: z.number().int(),
})
export type FindingRecord = z.infer<typeof findingRecordSchema>

/** The rule that a check held the figures against, and whether it holds; of one that holds, name and arithmetic only when asked for. */
export const checkRecordSchema = z.object({
  rule: z.string(),
  holds: z.boolean(),
  /** undecided: an amount that decides can be read in several ways; information: nothing binds the association. */
  state: z.enum(['undecided', 'information']).optional(),
  label: z.string().optional(),
  arithmetic: z.string().optional(),
})
export type CheckRecord = z.infer<typeof checkRecordSchema>

/** What every result with figures carries. */
export const figuresOutput = z.object({
  /** Holds for every figure. */
  shared: figureRecordSchema.pick(sharable).partial().optional(),
  figures: z.array(wireFigureSchema),
  documents: z.array(documentRecordSchema),
  notes: z.array(z.string()),
})

/** How to get the rest of a list that was cut: pass `next` as `cursor`. */
export const pageOutput = z.object({ total: z.number().int(), next: z.string().optional() })
