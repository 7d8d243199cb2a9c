import * as z from 'zod/mini'
import { unitSchema } from '../model/unit.ts'

/** Where a person looked: a cell of a table of a document, by the ids of the reading. */
export const cellPlaceSchema = z.strictObject({
  document: z.string().check(z.minLength(1), z.maxLength(300)),
  statement: z.string().check(z.minLength(1), z.maxLength(300)),
  line: z.string().check(z.minLength(1), z.maxLength(500)),
  column: z.string().check(z.minLength(1), z.maxLength(300)),
})
/** A cell of a table of a document; see `cellPlaceSchema`. */
export type CellPlace = z.infer<typeof cellPlaceSchema>

/**
 * A person's word on an amount (*rättelse*): keyed by the quantity, not by the file, so that it holds for every table that prints the
 * amount and survives that a document is read anew. Amounts are in `unit` and with the library's sign: a cost is positive.
 *
 * @example { quantity: 'alfa/kansli|budget 2024-01-01..2024-12-31 kr', unit: 'tkr', before: null, after: 717, printed: 'Y', why: 'Enligt originalet', who: 'Eva', at: '2026-01-15T08:30:00Z' }
 */
export const correctionSchema = z.strictObject({
  /** `Quantity.id`: line, scenario, period and unit. */
  quantity: z.string().check(z.minLength(1), z.maxLength(1_000)),
  /** The unit of `before` and `after`: the table's. */
  unit: unitSchema,
  /** What the engine took it to be; null where it could not tell. */
  before: z.nullable(z.number()),
  after: z.number(),
  /** The characters that the person looked at. Print that is legible and reads otherwise is another statement, which no correction silently replaces. */
  printed: z.optional(z.string().check(z.maxLength(500))),
  /** The cell that the person looked at. */
  place: z.optional(cellPlaceSchema),
  why: z.string().check(z.maxLength(1_000)),
  who: z.string().check(z.maxLength(300)),
  /** When, as ISO 8601. */
  at: z.string().check(z.maxLength(40)),
})
/** A person's word on an amount; see `correctionSchema`. */
export type Correction = z.infer<typeof correctionSchema>
