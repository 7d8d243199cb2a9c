import { readFileSync } from 'node:fs'
import {
  documentKindSchema,
  kronorPer,
  natureSchema,
  periodKey,
  periodSchema,
  type Statement,
  scenarioSchema,
  statementKindSchema,
  unitSchema,
} from '@finsam/domain'
import * as z from 'zod'

const goldenCell = z.object({
  amount: z.number().nullable(),
  status: z.enum(['printed', 'repaired', 'derived', 'ambiguous', 'missing']),
  printed: z.string(),
  alternatives: z.array(z.number()).optional(),
  proof: z.string().optional(),
})
const goldenColumn = z.strictObject({
  id: z.string(),
  label: z.string(),
  scenario: scenarioSchema,
  period: z.nullable(periodSchema),
  unit: z.optional(unitSchema),
  measure: z.string().optional(),
  anyPeriod: z.literal(true).optional(),
})
const goldenLine = z.strictObject({
  id: z.string(),
  label: z.string(),
  nature: z.union([natureSchema, z.enum(['brought-forward', 'carried-forward', 'total'])]),
  sourceLine: z.number().int().positive(),
  unit: z.optional(unitSchema),
  sumOf: z.array(z.object({ line: z.string(), weight: z.number() })).optional(),
  values: z.record(z.string(), goldenCell),
})
const goldenSchema = z.strictObject({
  document: z.strictObject({
    id: z.string(),
    association: z.string(),
    title: z.string(),
    kind: documentKindSchema,
    fiscalYear: z.number().int(),
    decided: z.string().optional(),
  }),
  statements: z.array(
    z.strictObject({
      id: z.string(),
      title: z.string(),
      kind: statementKindSchema,
      unit: unitSchema,
      costSign: z.enum(['positive', 'negative']),
      headerLines: z.array(z.number().int().positive()),
      columns: z.array(goldenColumn),
      lines: z.array(goldenLine),
    }),
  ),
})
/** The figures that a document must be read as, made by hand: `data/golden/ID.json`. */
export type Golden = z.infer<typeof goldenSchema>
type GoldenStatement = Golden['statements'][number]

export const readGolden = (id: string): Golden =>
  goldenSchema.parse(JSON.parse(readFileSync(new URL(`../../data/golden/${id}.json`, import.meta.url), 'utf8')))

/** One value with its place. Money is in kr; costs are positive whatever the statement's convention. */
export interface PlacedValue {
  /** `139 actual 2022-01-01..2022-06-30`: the source line and the column's meaning. */
  readonly place: string
  readonly label: string
  readonly status: string
  readonly amount: number | null
  readonly alternatives: readonly number[]
}

type AnyStatement = Pick<Statement, 'unit' | 'costSign'> & {
  readonly columns: readonly Pick<Statement['columns'][number], 'id' | 'scenario' | 'period' | 'unit'>[]
  readonly lines: readonly {
    readonly label: string
    readonly nature: string
    readonly sourceLine: number
    readonly unit?: Statement['unit'] | undefined
    readonly values: Readonly<
      Record<string, { readonly amount: number | null; readonly status: string; readonly alternatives?: readonly number[] | undefined }>
    >
  }[]
}

/** The values of a statement, one by one, in comparable form; columns in printed order. */
export function placeValues(statement: AnyStatement): readonly PlacedValue[] {
  return statement.lines.flatMap(line =>
    statement.columns.flatMap(column => {
      const cell = line.values[column.id]
      if (cell === undefined) return []
      const factor = kronorPer(line.unit ?? column.unit ?? statement.unit) ?? 1
      const sign = line.nature === 'cost' && statement.costSign === 'negative' && column.scenario !== 'variance' ? -1 : 1
      const inBase = (amount: number): number => Math.round(amount * factor * sign * 100) / 100 + 0
      const when = column.period === null ? 'any period' : periodKey(column.period)
      return [
        {
          place: `${line.sourceLine} ${column.scenario} ${when}`,
          label: line.label,
          status: cell.status,
          amount: cell.amount === null ? null : inBase(cell.amount),
          alternatives: (cell.alternatives ?? []).map(inBase),
        },
      ]
    }),
  )
}

/** Sums of a golden statement that do not hold, as sentences. A cell that is missing counts nothing. */
export function findSumDifferences(statement: GoldenStatement): readonly string[] {
  const byId = new Map(statement.lines.map(line => [line.id, line]))
  return statement.lines.flatMap(total =>
    statement.columns.flatMap(({ id }) => {
      const printed = total.values[id]?.amount
      if (total.sumOf === undefined || printed === undefined || printed === null) return []
      const rows = total.sumOf.reduce((sum, { line, weight }) => sum + weight * (byId.get(line)?.values[id]?.amount ?? 0), 0)
      return rows === printed ? [] : [`line ${total.sourceLine}, ${id}: rows ${rows}, total ${printed}`]
    }),
  )
}
