import fc from 'fast-check'

/** A lawful statement to be printed: rows under headings, each section with its total, and the result. Amounts in kronor. */
export interface PrintedStatement {
  readonly title: string
  readonly columns: readonly string[]
  readonly rows: readonly StatementRow[]
}
export interface StatementRow {
  readonly label: string
  /** Headings have none. */
  readonly amounts?: readonly number[]
  readonly total?: boolean
}

const incomeNames = ['Region Mittland', 'Norrby kommun', 'Söderköpings kommun', 'Staten genom Försäkringskassan']
const costNames = [
  'Styrelse',
  'Kansli',
  'Revision',
  'Ekonomihantering',
  'Samordningsteam Öst',
  'Stöd till arbete',
  'Kompetensutveckling',
  'Utvärdering',
]

const sum = (rows: readonly (readonly number[])[], column: number): number => rows.reduce((total, row) => total + (row[column] ?? 0), 0)

/** Amounts of a size that budgets have, so that thousands are grouped and some cells are zero. */
const amount = fc.oneof(
  { weight: 8, arbitrary: fc.integer({ min: 4, max: 9_999 }).map(value => value * 500) },
  { weight: 1, arbitrary: fc.constant(0) },
)

/** Statements over two to four years; the laws hold in every column. */
export const statements: fc.Arbitrary<PrintedStatement> = fc.integer({ min: 2, max: 4 }).chain(width =>
  fc
    .record({
      income: fc.array(fc.array(amount, { minLength: width, maxLength: width }), { minLength: 2, maxLength: incomeNames.length }),
      costs: fc.array(fc.array(amount, { minLength: width, maxLength: width }), { minLength: 3, maxLength: costNames.length }),
    })
    .map(({ income, costs }) => {
      const across = [...Array(width).keys()]
      const totals = { income: across.map(column => sum(income, column)), costs: across.map(column => sum(costs, column)) }
      return {
        title: 'Resultatbudget',
        columns: ['Bokslut 2021', 'Budget 2022', 'Prognos 2022', 'Budget 2023'].slice(0, width),
        rows: [
          { label: 'Intäkter' },
          ...income.map((amounts, index) => ({ label: incomeNames[index] ?? '', amounts })),
          { label: 'Summa intäkter', amounts: totals.income, total: true },
          { label: 'Kostnader' },
          ...costs.map((amounts, index) => ({ label: costNames[index] ?? '', amounts })),
          { label: 'Summa kostnader', amounts: totals.costs, total: true },
          {
            label: 'Årets resultat',
            amounts: across.map(column => (totals.income[column] ?? 0) - (totals.costs[column] ?? 0)),
            total: true,
          },
        ],
      }
    }),
)

/** How amounts are written: the space between thousands and the minus sign. */
export interface Writing {
  readonly space: string
  readonly minus: string
}
export const writings: readonly Writing[] = [
  { space: '\u00a0', minus: '\u2212' },
  { space: '\u202f', minus: '-' },
  { space: '\u2009', minus: '\u2013' },
  { space: ' ', minus: '\u2011' },
]
export const write = (value: number, { space, minus }: Writing): string =>
  (value < 0 ? minus : '') + String(Math.abs(value)).replace(/\B(?=(\d{3})+$)/g, space)
