import * as z from 'zod/mini'
import { type Period, periodSchema } from '../model/period.ts'
import { type Scenario, scenarioSchema } from '../model/reading.ts'
import { eachKey, toldCheck } from '../model/told-check.ts'
import { type Unit, unitSchema } from '../model/unit.ts'
import { wholeSchema } from '../model/whole.ts'
import { type Supposition, suppositionSchema } from './assumption.ts'
import { type Goal, goalSchema } from './goal.ts'
import { type Selector, selectorSchema, type Target, targetSchema } from './target.ts'

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
  'plan-years',
  'printings',
  'hand-over',
  'all',
] as const

/** What a what-if starts from: an association's year, and its scenario where it is not the main document's own. */
interface Ground {
  association: string
  base: Period
  scenario?: Scenario
}

/**
 * A question to the engine; `op` tells which. Queries nest: a share of a sum, a ranking of shares. Names are ids: associations of the
 * registry, `LibraryLine` keys, concepts, measures, members, fact ids. Planner, model, MCP and REST all speak it;
 * `evaluate(library, query)` answers it.
 *
 * @example { op: 'share', part: { op: 'lookup', of: { association: 'a', target: { concept: 'administration' } } }, whole: … }
 */
export type Query =
  | { op: 'lookup'; of: Selector }
  /** `bound`: which end of a fact that is a range (`15–20 deltagare`). */
  | { op: 'fact'; id: string; bound?: 'low' | 'high' }
  /** `value` in its unit: 100 with unit `tkr` is 100 000 kr. */
  | { op: 'constant'; value: number; unit: Unit; label: string }
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
  | { op: 'check'; rule: (typeof rules)[number]; association: string; document?: string; scenario?: Scenario; period?: Period }
  /** `name`: what the what-if is called. */
  | ({ op: 'project'; name?: string; assumptions: Supposition[]; through: number; of: Target } & Ground)
  /** Named what-ifs beside what is planned, for one target and the same years. */
  | ({ op: 'what-ifs'; whatIfs: { name: string; assumptions: Supposition[] }[]; through: number; of: Target } & Ground)
  /** The contributions of a year that bring about a goal, all else as printed and assumed. */
  | ({ op: 'solve'; assumptions: Supposition[]; year: number; goal: Goal } & Ground)
  /** The amount split by the weights, so that the parts sum to it exactly. */
  | { op: 'distribute'; amount: Query; by: Query[] }
  /** What the municipalities pay together, or another amount, split by population; `populations` by member id replace the printed ones. */
  | {
      op: 'allocate'
      association: string
      amount?: Query
      populations?: Record<string, number>
      scenario?: Scenario
      period?: Period
    }
  /** The comparable concepts of several associations added up; `against`: the successor whose own plan they are compared with. */
  | {
      op: 'merge'
      associations: string[]
      scenario?: Scenario
      period?: Period
      against?: { association: string; scenario?: Scenario; period?: Period }
    }
  | { op: 'locate'; association?: string; document?: string; words: string[] }

/** The operations of the algebra. */
export type Operation = Query['op']

const when = { scenario: z.optional(scenarioSchema), period: z.optional(periodSchema) }
const ground = { association: z.string(), base: periodSchema, scenario: z.optional(scenarioSchema) }
const assumptions = z.array(suppositionSchema)
const queries = z.array(z.lazy((): z.ZodMiniType<Query> => querySchema)).check(z.minLength(1))

/** A query as data, for what comes over a wire; unknown keys are refused. */
export const querySchema: z.ZodMiniType<Query> = z.lazy(() =>
  z.discriminatedUnion('op', [
    z.strictObject({ op: z.literal('lookup'), of: selectorSchema }),
    z.strictObject({ op: z.literal('fact'), id: z.string(), bound: z.optional(z.enum(['low', 'high'])) }),
    z.strictObject({ op: z.literal('constant'), value: z.number(), unit: unitSchema, label: z.string() }),
    z.strictObject({ op: z.literal('sum'), of: queries }),
    z.strictObject({ op: z.literal('share'), part: querySchema, whole: querySchema }),
    z.strictObject({ op: z.literal('change'), from: querySchema, to: querySchema, as: z.enum(['amount', 'percent']) }),
    z.strictObject({ op: z.literal('variance'), outcome: querySchema, budget: querySchema }),
    z.strictObject({ op: z.literal('ratio'), numerator: querySchema, denominator: querySchema }),
    z.strictObject({ op: z.literal('scale'), of: querySchema, factor: z.number() }),
    z.strictObject({ op: z.enum(['average', 'min', 'max']), of: queries }),
    z.strictObject({ op: z.literal('rank'), of: queries, order: z.enum(['highest', 'lowest']) }),
    z.strictObject({ op: z.literal('filter'), of: queries, above: z.optional(z.number()), below: z.optional(z.number()) }),
    z.strictObject({ op: z.literal('series'), of: queries }),
    z.strictObject({ op: z.literal('check'), rule: z.enum(rules), association: z.string(), document: z.optional(z.string()), ...when }),
    z.strictObject({
      op: z.literal('project'),
      name: z.optional(z.string()),
      ...ground,
      assumptions,
      through: wholeSchema,
      of: targetSchema,
    }),
    z.strictObject({
      op: z.literal('what-ifs'),
      ...ground,
      whatIfs: z
        .array(z.strictObject({ name: z.string().check(z.minLength(1)), assumptions }))
        .check(z.minLength(1))
        .check(z.maxLength(12)),
      through: wholeSchema,
      of: targetSchema,
    }),
    z.strictObject({ op: z.literal('solve'), ...ground, assumptions, year: wholeSchema, goal: goalSchema }),
    z.strictObject({ op: z.literal('distribute'), amount: querySchema, by: queries }),
    z.strictObject({
      op: z.literal('allocate'),
      association: z.string(),
      amount: z.optional(querySchema),
      populations: z.optional(eachKey(z.number().check(toldCheck((heads: number) => heads >= 0, { minimum: 0 })))),
      ...when,
    }),
    z.strictObject({
      op: z.literal('merge'),
      associations: z.array(z.string()).check(z.minLength(1)),
      ...when,
      against: z.optional(z.strictObject({ association: z.string(), ...when })),
    }),
    z.strictObject({
      op: z.literal('locate'),
      association: z.optional(z.string()),
      document: z.optional(z.string()),
      words: z.array(z.string()),
    }),
  ]),
) as z.ZodMiniType<Query>
