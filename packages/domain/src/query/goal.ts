import * as z from 'zod/mini'

/** What a contribution is to bring about at the end of a year. Amounts are in kronor. */
export const goalSchema = z.union([
  /** The year's result: 0 keeps income and costs even. */
  z.strictObject({ result: z.number() }),
  /** Equity at the end of the year. */
  z.strictObject({ equity: z.number() }),
  /** Equity at the end of the year in percent of the year's contributions. */
  z.strictObject({ equityPercent: z.number() }),
  /** Equity at the ceiling that the association's own document states. */
  z.strictObject({ equity: z.literal('ceiling') }),
])
/** What a contribution is to bring about; see `goalSchema`. */
export type Goal = z.infer<typeof goalSchema>
