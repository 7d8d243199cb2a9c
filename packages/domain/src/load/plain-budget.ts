import * as z from 'zod/mini'
import { issueWords } from '../model/issue-words.ts'
import { calendarYear } from '../model/period.ts'
import { type DocumentReading, type Line, natureSchema, scenarioSchema } from '../model/reading.ts'
import { type Result, refusal, success } from '../model/result.ts'
import { wholeSchema } from '../model/whole.ts'

const plainLineSchema = z.strictObject({
  label: z.string().check(z.minLength(1)),
  /** `income`, `cost`, `result`, `equity` …; costs are positive. */
  nature: natureSchema,
  /** One amount a column, in the budget's unit; null where there is none. */
  amounts: z.array(z.nullable(z.number())),
  section: z.optional(z.string()),
  /** Labels of the lines that this one sums; one that is taken away has a leading minus. */
  adds: z.optional(z.array(z.string())),
})

/** A budget of your own as plain data, for instance from a spreadsheet. */
export const plainBudgetSchema = z.strictObject({
  id: z.string().check(z.minLength(1)),
  title: z.string().check(z.minLength(1)),
  association: z.strictObject({ id: z.string().check(z.minLength(1)), name: z.string().check(z.minLength(1)) }),
  fiscalYear: wholeSchema,
  unit: z.enum(['kr', 'tkr', 'mnkr']),
  columns: z.array(z.strictObject({ scenario: scenarioSchema, year: wholeSchema })).check(z.minLength(1)),
  lines: z.array(plainLineSchema).check(z.minLength(1)),
})
/** A budget of your own as plain data; see `plainBudgetSchema`. */
export type PlainBudget = z.infer<typeof plainBudgetSchema>

/** The id of the line that a label names; lines are numbered from 1. */
const lineId = (index: number): string => `line-${index + 1}`

function addendsOf(budget: PlainBudget, labels: readonly string[]): Line['sumOf'] {
  return labels.map(label => {
    const minus = label.startsWith('-')
    const index = budget.lines.findIndex(line => line.label === (minus ? label.slice(1) : label))
    return { line: lineId(index), weight: minus ? -1 : 1 }
  })
}

function lineOf(budget: PlainBudget, { label, nature, amounts, section, adds }: PlainBudget['lines'][number], index: number): Line {
  const values = amounts.flatMap((amount, column) =>
    amount === null ? [] : [[`column-${column + 1}`, { amount, status: 'printed' as const, printed: String(amount) }] as const],
  )
  return {
    id: lineId(index),
    label,
    printedLabel: label,
    sourceLine: index + 1,
    text: [label, ...amounts.map(amount => amount ?? '')].join(' '),
    nature,
    role: adds ? 'total' : 'item',
    ...(section ? { section } : {}),
    ...(adds ? { sumOf: addendsOf(budget, adds) } : {}),
    values: Object.fromEntries(values),
  }
}

function unknownAddend({ lines }: PlainBudget): string | undefined {
  const labels = new Set(lines.map(({ label }) => label))
  return lines.flatMap(({ adds = [] }) => adds).find(label => !labels.has(label.replace(/^-/, '')))
}

/**
 * A reading from plain data, ready for `createLibrary`: no document is needed to check a budget or lay a what-if on it.
 *
 * @returns the reading; or `not-a-budget` with what is wrong and where
 * @example readPlainBudget({ id: 'mine', title: 'Budget', association: { id: 'a', name: 'A' }, fiscalYear: 2026, unit: 'tkr', columns: [{ scenario: 'budget', year: 2026 }], lines: [{ label: 'Medlemsbidrag', nature: 'income', amounts: [3000] }] })
 */
export function readPlainBudget(data: unknown): Result<DocumentReading, 'not-a-budget'> {
  const parsed = plainBudgetSchema.safeParse(data)
  if (!parsed.success) {
    const what = issueWords(parsed.error)
    return refusal('not-a-budget', { sv: `Det här är ingen budget: ${what.sv}.`, en: `This is no budget: ${what.en}.` })
  }
  const budget = parsed.data
  const unknown = unknownAddend(budget)
  if (unknown !== undefined)
    return refusal(
      'not-a-budget',
      { sv: `En summa räknar in ”${unknown}”, men ingen rad heter så.`, en: `A total adds "${unknown}", but no line has that label.` },
      budget.lines.map(({ label }) => label),
    )
  return success({
    document: {
      id: budget.id,
      hash: '',
      title: budget.title,
      kind: 'budget',
      association: budget.association.id,
      associationName: budget.association.name,
      fiscalYear: budget.fiscalYear,
      status: 'unknown',
      language: 'sv',
      lines: budget.lines.length,
    },
    statements: [
      {
        id: 'budget',
        title: budget.title,
        kind: 'income',
        unit: budget.unit,
        costSign: 'positive',
        headerLines: [],
        columns: budget.columns.map(({ scenario, year }, index) => ({
          id: `column-${index + 1}`,
          label: `${scenario} ${year}`,
          scenario,
          period: calendarYear(year),
        })),
        lines: budget.lines.map((line, index) => lineOf(budget, line, index)),
      },
    ],
    facts: [],
    findings: [],
    headings: [],
    meter: { numbers: 0, accounted: 0, rest: [] },
  })
}
