import * as z from 'zod/mini'
import { periodSchema } from '../model/period.ts'
import { scenarioSchema } from '../model/reading.ts'
import { unitSchema } from '../model/unit.ts'

/** What is asked about, by its id: a line of the library, a concept, a measure, or the contribution of one member. */
export const targetSchema = z.union([
  z.strictObject({ line: z.string() }),
  z.strictObject({ concept: z.string() }),
  z.strictObject({ measure: z.string() }),
  z.strictObject({ member: z.string() }),
])
/** What is asked about: a line, a concept, a measure or a member; see `targetSchema`. */
export type Target = z.infer<typeof targetSchema>

/** Which amount of one association is meant: a target, and scenario and period where they are not the main document's own. */
export const selectorSchema = z.strictObject({
  association: z.string(),
  target: targetSchema,
  /** Left out: the scenario of the association's own budget year (visible in the result's notes). */
  scenario: z.optional(scenarioSchema),
  /** Left out: the document's own year. An instant for balances. */
  period: z.optional(periodSchema),
  /** `net`, `income`, `cost` …, where a column of that measure is meant. */
  columnMeasure: z.optional(z.string()),
  /** The unit that is meant, where a line prints persons, kronor and percent side by side. */
  unit: z.optional(unitSchema),
})
/** Which amount of one association is meant; see `selectorSchema`. */
export type Selector = z.infer<typeof selectorSchema>
