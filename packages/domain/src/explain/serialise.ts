import * as z from 'zod/mini'
import type { Calculation } from '../calculate/calculation.ts'
import { findingSchema } from '../model/finding.ts'
import { issueWords } from '../model/issue-words.ts'
import { periodSchema } from '../model/period.ts'
import { cellStatusSchema, factSchema, mappingSchema, scenarioSchema } from '../model/reading.ts'
import { type Result, refusal, success } from '../model/result.ts'
import { sourceRefSchema } from '../model/source.ts'
import { eachKey } from '../model/told-check.ts'
import { unitSchema } from '../model/unit.ts'
import type { Operation } from '../query/query.ts'

const endless = [Number.POSITIVE_INFINITY, Number.NEGATIVE_INFINITY]
/** A bound: a number, or without end. */
const boundSchema = z.union([z.number(), z.literal(endless)])

const printingSchema = z.object({
  document: z.string(),
  statement: z.string(),
  line: z.string(),
  column: z.string(),
  source: sourceRefSchema,
  printed: z.string(),
  status: cellStatusSchema,
  proof: z.optional(z.string()),
  value: z.nullable(z.number()),
  low: boundSchema,
  high: boundSchema,
  alternatives: z.optional(z.array(z.number())),
})
const quantitySchema = z.object({
  id: z.string(),
  association: z.string(),
  line: z.string(),
  scenario: scenarioSchema,
  period: z.nullable(periodSchema),
  unit: unitSchema,
  measure: z.optional(z.string()),
  value: z.nullable(z.number()),
  low: boundSchema,
  high: boundSchema,
  status: cellStatusSchema,
  alternatives: z.optional(z.array(z.number())),
  printings: z.array(printingSchema),
  conflict: z.boolean(),
})
const valueSchema = z.object({ value: z.number(), low: boundSchema, high: boundSchema, unit: unitSchema })
const noteSchema = z.object({ code: z.string(), parameters: eachKey(z.union([z.string(), z.number()])) })
/** Every operation once; the compiler asks for those that come to be. */
const operations: Readonly<Record<Operation, true>> = {
  lookup: true,
  fact: true,
  constant: true,
  sum: true,
  share: true,
  change: true,
  variance: true,
  ratio: true,
  scale: true,
  average: true,
  min: true,
  max: true,
  rank: true,
  filter: true,
  series: true,
  check: true,
  project: true,
  'what-ifs': true,
  solve: true,
  locate: true,
  distribute: true,
  allocate: true,
  merge: true,
}
const isOperation = (word: string): word is Operation => Object.hasOwn(operations, word)

/** A calculation as data: what `parseCalculation` reads. A bound without end is an infinite number. */
export const calculationSchema: z.ZodMiniType<Calculation> = z.lazy(() =>
  z.object({
    operation: z.string().check(z.refine(isOperation)),
    label: z.object({ sv: z.string(), en: z.string() }),
    name: z.optional(z.string()),
    result: valueSchema,
    alternatives: z.optional(z.array(valueSchema)),
    inputs: z.array(calculationSchema),
    quantity: z.optional(quantitySchema),
    fact: z.optional(z.object({ ...factSchema.shape, association: z.string(), document: z.string() })),
    association: z.optional(z.string()),
    period: z.optional(periodSchema),
    scenario: z.optional(scenarioSchema),
    direction: z.optional(z.enum(['higher', 'lower', 'equal'])),
    ordered: z.optional(z.array(calculationSchema)),
    verdict: z.optional(z.object({ holds: z.boolean(), rule: z.string(), state: z.optional(z.enum(['undecided', 'information'])) })),
    findings: z.optional(z.array(findingSchema)),
    concept: z.optional(z.string()),
    trust: z.object({ status: cellStatusSchema, mapping: mappingSchema }),
    notes: z.array(noteSchema),
  }),
) as z.ZodMiniType<Calculation>

const writable = (_key: string, value: unknown): unknown => (typeof value === 'number' && !Number.isFinite(value) ? String(value) : value)

/** The words for bounds without end become what they stand for; anywhere else they are words. */
const readable = (key: string, value: unknown): unknown =>
  key === 'low' || key === 'high' ? (endless.find(bound => String(bound) === value) ?? value) : value

/**
 * The calculation as JSON text; bounds without end are written as words, so that nothing is lost.
 * @example serialiseCalculation(share) // '{"operation":"share","label":{"sv":"Administrationens andel", …'
 */
export const serialiseCalculation = (calculation: Calculation): string => JSON.stringify(calculation, writable)

/**
 * A calculation from what `serialiseCalculation` wrote; anything else is refused.
 * @example parseCalculation('[]').ok // false: `not-a-calculation`, with what is wrong
 */
export function parseCalculation(text: string): Result<Calculation, 'not-a-calculation'> {
  try {
    const parsed = calculationSchema.safeParse(JSON.parse(text, readable))
    if (parsed.success) return success(parsed.data)
    const what = issueWords(parsed.error)
    return refusal('not-a-calculation', { sv: `Det här är ingen uträkning: ${what.sv}.`, en: `This is no calculation: ${what.en}.` })
  } catch (error) {
    if (error instanceof SyntaxError)
      return refusal('not-a-calculation', {
        sv: 'Texten är inte JSON; ange det som serialiseCalculation skrev.',
        en: 'This is no JSON text; pass what serialiseCalculation wrote.',
      })
    throw error
  }
}
