import * as z from 'zod/mini'
import { wholeSchema } from '../model/whole.ts'
import { targetSchema } from './target.ts'

/** What happens to a target from a year on. Amounts are in kronor. */
export const changeSchema = z.union([
  /** By a percent, once or again every year; a yearly fall stops at its floor, a yearly rise at its ceiling. */
  z.strictObject({ percent: z.number(), yearly: z.optional(z.boolean()), floor: z.optional(z.number()) }),
  /** By an amount. */
  z.strictObject({ amount: z.number() }),
  /** To an amount. */
  z.strictObject({ set: z.number() }),
  /** As in a year. */
  z.strictObject({ repeat: wholeSchema }),
  /** As in the year before the first, whatever is planned (*frysa*). */
  z.strictObject({ freeze: z.literal(true) }),
  /** Gone (*slopa*). */
  z.strictObject({ drop: z.literal(true) }),
])

/** One assumption about what is there: change a target by an amount or percent from a year on, hold it, repeat a year, or drop it. */
export const assumptionSchema = z.strictObject({
  target: targetSchema,
  change: changeSchema,
  /** The first year that it holds for. */
  from: wholeSchema,
  /** The last year that it holds for; left out: every year after. */
  to: z.optional(wholeSchema),
})
/** One assumption about what is there; see `assumptionSchema`. Amounts are in kronor. */
export type Assumption = z.infer<typeof assumptionSchema>

/** A line that no document has: its name, the concept that it counts as, and kronor a year; a cost is positive. */
export const addedLineSchema = z.strictObject({
  add: z.strictObject({ label: z.string().check(z.minLength(1), z.maxLength(200)), concept: z.string() }),
  amount: z.number(),
  from: wholeSchema,
  to: z.optional(wholeSchema),
})
/** A line that no document has; see `addedLineSchema`. */
export type AddedLine = z.infer<typeof addedLineSchema>

/** Whatever a what-if may assume: a change of what is there, or an added line. */
export const suppositionSchema = z.union([assumptionSchema, addedLineSchema])
/** Whatever a what-if may assume; see `suppositionSchema`. */
export type Supposition = z.infer<typeof suppositionSchema>
