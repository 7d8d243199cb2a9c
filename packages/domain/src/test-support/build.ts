import { evaluate } from '../calculate/evaluate.ts'
import { createLibrary } from '../library/create-library.ts'
import type { Library } from '../library/library.ts'
import type { Association, Member } from '../model/association.ts'
import type { Period } from '../model/period.ts'
import { calendarYear } from '../model/period.ts'
import type { Cell, Column, DocumentReading, Fact, Line, Nature, Scenario, Statement, StatementKind } from '../model/reading.ts'
import type { Unit } from '../model/unit.ts'

/** `budget 2024` as a column; `id` is its first letter and year. */
export const yearColumn = (scenario: Scenario, year: number, more: Partial<Column> = {}): Column => ({
  id: `${scenario.slice(0, 1)}${year}`,
  label: `${scenario} ${year}`,
  scenario,
  period: calendarYear(year),
  ...more,
})

export const instantColumn = (scenario: Scenario, at: string): Column => ({
  id: `${scenario.slice(0, 1)}@${at}`,
  label: at,
  scenario,
  period: { at },
})
export const spanColumn = (scenario: Scenario, period: Period, more: Partial<Column> = {}): Column => ({
  id: `${scenario.slice(0, 1)}${'from' in period ? period.from + period.to : period.at}${more.measure ?? ''}`,
  label: scenario,
  scenario,
  period,
  ...more,
})

export const printedCell = (amount: number | null, more: Partial<Cell> = {}): Cell => ({
  amount,
  status: 'printed',
  printed: amount === null ? '' : String(amount),
  ...more,
})

/** A row: label, nature, its amounts in column order; a null leaves the cell out. */
export interface Row {
  readonly label: string
  readonly nature: Nature
  readonly amounts: readonly (number | null | Cell)[]
  readonly role?: Line['role']
  readonly section?: string
  /** Labels of the rows above that it adds; a leading minus subtracts. */
  readonly adds?: readonly string[]
  readonly unit?: Unit
  readonly sourceLine?: number
}

export const income = (label: string, ...amounts: readonly (number | null | Cell)[]): Row => ({ label, nature: 'income', amounts })
export const cost = (label: string, ...amounts: readonly (number | null | Cell)[]): Row => ({ label, nature: 'cost', amounts })
export const equityRow = (label: string, ...amounts: readonly (number | null | Cell)[]): Row => ({ label, nature: 'equity', amounts })
export const total = (
  nature: Nature,
  label: string,
  adds: readonly string[] | undefined,
  ...amounts: readonly (number | null | Cell)[]
): Row => ({
  label,
  nature,
  amounts,
  role: 'total',
  ...(adds ? { adds } : {}),
})

interface StatementOptions {
  readonly id?: string
  readonly title?: string
  readonly kind?: StatementKind
  readonly unit?: Unit
  readonly costSign?: Statement['costSign']
}

/** A statement from rows; line ids are `l1`, `l2` … and source lines follow them. */
export function statement(columns: readonly Column[], rows: readonly Row[], options: StatementOptions = {}): Statement {
  const idOf = new Map<string, string>()
  rows.forEach((row, index) => {
    idOf.set(row.label, `l${index + 1}`)
  })
  return {
    id: options.id ?? 'budget',
    title: options.title ?? 'Budget',
    kind: options.kind ?? 'income',
    unit: options.unit ?? 'kr',
    costSign: options.costSign ?? 'positive',
    headerLines: [1],
    columns: [...columns],
    lines: rows.map((row, index): Line => lineOf(row, index, columns, idOf)),
  }
}

/** The statement of a budget for 2024, in one column. */
export const budgetOf = (rows: readonly Row[], options: StatementOptions = {}): Statement =>
  statement([yearColumn('budget', 2024)], rows, options)

function lineOf(row: Row, index: number, columns: readonly Column[], idOf: ReadonlyMap<string, string>): Line {
  const values: Record<string, Cell> = {}
  columns.forEach((column, position) => {
    const amount = row.amounts[position]
    if (typeof amount === 'number') values[column.id] = printedCell(amount)
    else if (amount) values[column.id] = amount
  })
  return {
    id: `l${index + 1}`,
    label: row.label,
    printedLabel: row.label,
    sourceLine: row.sourceLine ?? index + 2,
    text: `${row.label} ${row.amounts.map(amount => (typeof amount === 'number' ? amount : (amount?.printed ?? ''))).join(' ')}`,
    nature: row.nature,
    role: row.role ?? 'item',
    ...(row.section ? { section: row.section } : {}),
    ...(row.unit ? { unit: row.unit } : {}),
    ...(row.adds ? { sumOf: row.adds.map(label => addend(label, idOf)) } : {}),
    values,
  }
}

function addend(label: string, idOf: ReadonlyMap<string, string>): { line: string; weight: number } {
  const bare = label.startsWith('-') ? label.slice(1) : label
  const line = idOf.get(bare)
  if (!line) throw new Error(`no row "${bare}"`)
  return { line, weight: label.startsWith('-') ? -1 : 1 }
}

/** A document with its statements; a plan for 2024 unless told. */
export const reading = (
  document: Partial<DocumentReading['document']>,
  statements: readonly Statement[],
  facts: readonly Fact[] = [],
): DocumentReading => ({
  document: {
    id: 'plan',
    hash: '0'.repeat(64),
    title: 'Verksamhetsplan',
    kind: 'plan-and-budget',
    association: 'alfa',
    associationName: 'Samordningsförbundet Alfa',
    fiscalYear: 2024,
    status: 'decided',
    language: 'sv',
    lines: 100,
    ...document,
  },
  statements: [...statements],
  facts: [...facts],
  findings: [],
  headings: [],
  meter: { numbers: 0, accounted: 0, rest: [] },
})

export const member = (id: string, name: string, kind: Member['kind'], ...aliases: readonly string[]): Member => ({
  id,
  name,
  kind,
  aliases: [...aliases],
})

export const association = (id: string, shortName: string, members: readonly Member[], more: Partial<Association> = {}): Association => ({
  id,
  name: `Samordningsförbundet ${shortName}`,
  shortName,
  aliases: [],
  predecessors: [],
  members: [...members],
  sources: [],
  ...more,
})

/** The state, a region and two municipalities. */
export const alfa = association('alfa', 'Alfa', [
  member('forsakringskassan', 'Försäkringskassan', 'state', 'Staten', 'FK'),
  member('region-alfa', 'Region Alfa', 'region', 'Regionen'),
  member('norrby', 'Norrby kommun', 'municipality', 'Norrby'),
  member('soderby', 'Söderby kommun', 'municipality', 'Söderby'),
])

export const libraryOf = (...readings: readonly DocumentReading[]): Library => createLibrary(readings, { associations: [alfa] })

/** What the library of Alfa says of a concept. */
export const lookUp = (library: Library, concept: string, asked: { readonly period?: Period; readonly scenario?: Scenario } = {}) =>
  evaluate(library, { op: 'lookup', of: { association: 'alfa', target: { concept }, ...asked } })

/** The value of an outcome; a failure fails the test with its message. */
export function got<Value>(
  result:
    | { readonly ok: true; readonly value: Value }
    | { readonly ok: false; readonly failure: { readonly code: string; readonly message: string } },
): Value {
  if (!result.ok) throw new Error(`${result.failure.code}: ${result.failure.message}`)
  return result.value
}
