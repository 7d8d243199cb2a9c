import { calendarYear, type DocumentReading, type Line, type Nature, type Scenario, yearEnd } from '@finsam/domain'

const digits = (text: string): number => Number(text.replace(/ /g, '').replace('−', '-'))

interface Row {
  readonly label: string
  readonly nature: Nature
  readonly role?: Line['role']
  readonly sumOf?: readonly (readonly [line: number, weight: number])[]
  /** One printed amount a column; `?` is a value that is lost and follows from the sum, and `a|b` one that may be read in two ways. */
  readonly printed: readonly string[]
}

/** An invented plan: the text before and after a table of rows and columns. */
interface Plan {
  readonly association: string
  readonly name: string
  readonly year: number
  readonly columns: readonly (readonly [scenario: Scenario, year: number])[]
  /** The lines before the table; the table follows with one line a row. */
  readonly before: readonly string[]
  readonly rows: readonly Row[]
  readonly after: readonly string[]
  readonly derived?: Readonly<Record<string, { readonly amount: number; readonly proof: string }>>
}

const columnId = ([scenario, year]: readonly [Scenario, number]): string => `${scenario}-${year}`

function cellOf(printed: string, derived: { readonly amount: number; readonly proof: string } | undefined) {
  if (derived) return { amount: derived.amount, status: 'derived' as const, printed: '', proof: derived.proof }
  const readings = printed.split('|').map(digits)
  const [best = 0] = readings
  return readings.length > 1
    ? { amount: best, status: 'ambiguous' as const, printed, alternatives: readings }
    : { amount: best, status: 'printed' as const, printed }
}

const isInstantNature = (nature: Nature): boolean => nature === 'equity'

function linesOf(plan: Plan): Line[] {
  return plan.rows.map((row, index) => ({
    id: `r${index}`,
    label: row.label,
    printedLabel: row.label,
    sourceLine: plan.before.length + index + 1,
    page: 1,
    text: [row.label, ...row.printed].join(' '),
    nature: row.nature,
    role: row.role ?? 'item',
    ...(row.sumOf ? { sumOf: row.sumOf.map(([line, weight]) => ({ line: `r${line}`, weight })) } : {}),
    values: Object.fromEntries(
      plan.columns.map((column, place) => [columnId(column), cellOf(row.printed[place] ?? '', plan.derived?.[`${index}:${place}`])]),
    ),
  }))
}

/** The reading of an invented plan, with its text line by line: an income budget, and a balance of the lines of equity. */
export function readingOf(
  plan: Plan,
  more: Pick<DocumentReading, 'facts' | 'findings'>,
): { readonly reading: DocumentReading; readonly text: readonly string[] } {
  const id = `${plan.association}-${plan.year}`
  const lines = linesOf(plan)
  const text = [...plan.before, ...lines.map(line => line.text), ...plan.after]
  const column = ([scenario, year]: readonly [Scenario, number]) => ({
    id: columnId([scenario, year]),
    label: `${scenario} ${year}`,
    scenario,
    period: calendarYear(year),
  })
  const statement = (statementId: string, title: string, kind: 'income' | 'balance', own: Line[], instant: boolean) => ({
    id: statementId,
    title,
    kind,
    unit: 'kr' as const,
    costSign: 'positive' as const,
    headerLines: [plan.before.length],
    columns: plan.columns.map(known => (instant ? { ...column(known), period: yearEnd(known[1]) } : column(known))),
    lines: own,
  })
  const flows = lines.filter(line => !isInstantNature(line.nature))
  const stocks = lines.filter(line => isInstantNature(line.nature))
  const reading: DocumentReading = {
    document: {
      id,
      hash: id.padEnd(64, '0'),
      title: `Verksamhetsplan och budget ${plan.year}`,
      kind: 'plan-and-budget',
      association: plan.association,
      associationName: plan.name,
      fiscalYear: plan.year,
      status: 'decided',
      language: 'sv',
      pages: 2,
      lines: text.length,
    },
    statements: [
      statement('income', 'Resultatbudget', 'income', flows, false),
      statement('balance', 'Balansbudget', 'balance', stocks, true),
    ],
    headings: [{ line: 2, title: 'Resultatbudget', level: 1 }],
    meter: { numbers: 30, accounted: 30, rest: [] },
    ...more,
  }
  return { reading, text }
}
