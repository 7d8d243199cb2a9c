import * as z from 'zod'
import { periodSchema } from '../model/period.ts'
import { scenarioSchema } from '../model/reading.ts'
import { unitSchema } from '../model/unit.ts'

/**
 * What is asked of the engine. Planner, model, MCP and REST all speak it; `evaluate(library, query)` answers it.
 * Names are ids: associations of the registry, `LibraryLine` keys, concepts, measures, members, fact ids.
 */
export const targetSchema = z.union([
  z.strictObject({ line: z.string() }),
  z.strictObject({ concept: z.string() }),
  z.strictObject({ measure: z.string() }),
  /** The contribution of one member. */
  z.strictObject({ member: z.string() }),
])
/** What is asked about: a line, a concept, a measure or a member; see `targetSchema`. */
export type Target = z.infer<typeof targetSchema>

/** Which amount of one association is meant: a target, and scenario and period where they are not the main document's own. */
export const selectorSchema = z.strictObject({
  association: z.string(),
  target: targetSchema,
  /** Left out: the scenario of the association's own budget year (visible in the result's notes). */
  scenario: scenarioSchema.optional(),
  /** Left out: the document's own year. An instant for balances. */
  period: periodSchema.optional(),
  /** `net`, `income`, `cost` …, where a column of that measure is meant. */
  columnMeasure: z.string().optional(),
  /** The unit that is meant, where a line prints persons, kronor and percent side by side. */
  unit: unitSchema.optional(),
})
/** Which amount of one association is meant; see `selectorSchema`. */
export type Selector = z.infer<typeof selectorSchema>

const rules = [
  'contribution-split',
  'sums',
  'balance',
  'balance-identity',
  'equity-ceiling',
  'equity-rollforward',
  'ten-percent-limit',
  'cash-flow',
  'variance',
  'shares',
  'liquidity',
  'printings',
  'hand-over',
  'all',
] as const

/** A question to the engine; `op` tells which. Queries nest: a share of a sum, a ranking of shares. */
export type Query =
  | { op: 'lookup'; of: Selector }
  /** `bound`: which end of a fact that is a range (`15–20 deltagare`). */
  | { op: 'fact'; id: string; bound?: 'low' | 'high' }
  /** `value` in its unit: 100 with unit `tkr` is 100 000 kr. */
  | { op: 'constant'; value: number; unit: z.infer<typeof unitSchema>; label: string }
  | { op: 'sum'; of: Query[] }
  | { op: 'share'; part: Query; whole: Query }
  | { op: 'change'; from: Query; to: Query; as: 'amount' | 'percent' }
  | { op: 'variance'; outcome: Query; budget: Query }
  | { op: 'ratio'; numerator: Query; denominator: Query }
  | { op: 'scale'; of: Query; factor: number }
  | { op: 'average' | 'min' | 'max'; of: Query[] }
  | { op: 'rank'; of: Query[]; order: 'highest' | 'lowest' }
  /** `above` and `below` in the results' base unit: kronor for money. */
  | { op: 'filter'; of: Query[]; above?: number; below?: number }
  | { op: 'series'; of: Query[] }
  | {
      op: 'check'
      rule: (typeof rules)[number]
      association: string
      document?: string
      scenario?: z.infer<typeof scenarioSchema>
      period?: z.infer<typeof periodSchema>
    }
  | {
      op: 'project'
      association: string
      base: z.infer<typeof periodSchema>
      scenario?: z.infer<typeof scenarioSchema>
      assumptions: Assumption[]
      through: number
      of: Target
    }
  /** The amount split by the weights, so that the parts sum to it exactly. */
  | { op: 'distribute'; amount: Query; by: Query[] }
  /** The comparable concepts of several associations added up. */
  | { op: 'merge'; associations: string[]; scenario?: z.infer<typeof scenarioSchema>; period?: z.infer<typeof periodSchema> }
  | { op: 'locate'; association?: string; document?: string; words: string[] }

/** One assumption of a what-if: change a target by an amount or percent from a year on, hold it, repeat a year, or let it fall each year down to a floor. */
export const assumptionSchema = z.strictObject({
  target: targetSchema,
  change: z.union([
    z.strictObject({ percent: z.number(), yearly: z.boolean().optional(), floor: z.number().optional() }),
    z.strictObject({ amount: z.number() }),
    z.strictObject({ set: z.number() }),
    z.strictObject({ repeat: z.number().int() }),
  ]),
  from: z.number().int(),
})
/** One assumption of a what-if; see `assumptionSchema`. Amounts are in kronor. */
export type Assumption = z.infer<typeof assumptionSchema>

/** A query as data, for what comes over a wire; unknown keys are refused. */
export const querySchema: z.ZodType<Query> = z.lazy(() =>
  z.discriminatedUnion('op', [
    z.strictObject({ op: z.literal('lookup'), of: selectorSchema }),
    z.strictObject({ op: z.literal('fact'), id: z.string(), bound: z.enum(['low', 'high']).optional() }),
    z.strictObject({ op: z.literal('constant'), value: z.number(), unit: unitSchema, label: z.string() }),
    z.strictObject({ op: z.literal('sum'), of: z.array(querySchema).min(1) }),
    z.strictObject({ op: z.literal('share'), part: querySchema, whole: querySchema }),
    z.strictObject({ op: z.literal('change'), from: querySchema, to: querySchema, as: z.enum(['amount', 'percent']) }),
    z.strictObject({ op: z.literal('variance'), outcome: querySchema, budget: querySchema }),
    z.strictObject({ op: z.literal('ratio'), numerator: querySchema, denominator: querySchema }),
    z.strictObject({ op: z.literal('scale'), of: querySchema, factor: z.number() }),
    z.strictObject({ op: z.enum(['average', 'min', 'max']), of: z.array(querySchema).min(1) }),
    z.strictObject({ op: z.literal('rank'), of: z.array(querySchema).min(1), order: z.enum(['highest', 'lowest']) }),
    z.strictObject({
      op: z.literal('filter'),
      of: z.array(querySchema).min(1),
      above: z.number().optional(),
      below: z.number().optional(),
    }),
    z.strictObject({ op: z.literal('series'), of: z.array(querySchema).min(1) }),
    z.strictObject({
      op: z.literal('check'),
      rule: z.enum(rules),
      association: z.string(),
      document: z.string().optional(),
      scenario: scenarioSchema.optional(),
      period: periodSchema.optional(),
    }),
    z.strictObject({
      op: z.literal('project'),
      association: z.string(),
      base: periodSchema,
      scenario: scenarioSchema.optional(),
      assumptions: z.array(assumptionSchema),
      through: z.number().int(),
      of: targetSchema,
    }),
    z.strictObject({ op: z.literal('distribute'), amount: querySchema, by: z.array(querySchema).min(1) }),
    z.strictObject({
      op: z.literal('merge'),
      associations: z.array(z.string()).min(1),
      scenario: scenarioSchema.optional(),
      period: periodSchema.optional(),
    }),
    z.strictObject({
      op: z.literal('locate'),
      association: z.string().optional(),
      document: z.string().optional(),
      words: z.array(z.string()),
    }),
  ]),
) as z.ZodType<Query>
