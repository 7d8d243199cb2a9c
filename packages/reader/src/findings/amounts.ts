import { type Column, isInstant, kronorPer, type Line, type Period, type SourceRef, type Statement, type Unit } from '@finsam/domain'
import { plain } from '../labels/plain.ts'
import type { TextDocument } from '../text/text-document.ts'

/** One cell of a statement with all that is needed to compare and cite it. `amount` is in the cell's own unit, `kronor` in kronor where it is money. */
export interface Amount {
  readonly statement: Statement
  readonly line: Line
  readonly column: Column
  readonly unit: Unit
  readonly amount: number
  readonly kronor: number | undefined
}

/** Every legible cell of some statements. */
export function amountsOf(statements: readonly Statement[]): readonly Amount[] {
  return statements.flatMap(statement =>
    statement.lines.flatMap(line =>
      statement.columns.flatMap((column): Amount[] => {
        const amount = line.values[column.id]?.amount
        if (amount === undefined || amount === null) return []
        const unit = line.unit ?? column.unit ?? statement.unit
        const factor = kronorPer(unit)
        return [{ statement, line, column, unit, amount, kronor: factor === undefined ? undefined : amount * factor }]
      }),
    ),
  )
}

/** The place of a line, for a finding. */
export const placeOf = (line: Line, document: TextDocument): SourceRef => ({
  document: document.id,
  hash: document.hash,
  ...(line.page === undefined ? {} : { page: line.page }),
  line: line.sourceLine,
  text: line.text,
})

/** The calendar year that a period ends in, where it is a whole year or a year's last day. */
export function fullYear(period: Period | null): number | undefined {
  if (period === null) return undefined
  if (isInstant(period)) return period.at.endsWith('-12-31') ? Number(period.at.slice(0, 4)) : undefined
  return period.from.endsWith('-01-01') && period.to === `${period.from.slice(0, 4)}-12-31` ? Number(period.from.slice(0, 4)) : undefined
}

/** How many months a span covers, begun ones counted. */
export function monthsOf(period: Period | null): number | undefined {
  if (period === null || isInstant(period)) return undefined
  const [fromYear = 0, fromMonth = 0] = period.from.split('-').map(Number)
  const [toYear = 0, toMonth = 0] = period.to.split('-').map(Number)
  return (toYear - fromYear) * 12 + toMonth - fromMonth + 1
}

export const lettersOf = (line: Line): string => plain(line.label)

/** A number as Swedish documents print it, for arithmetic in findings: `1 348`, `44,9`. */
export const shown = (value: number, decimals = 1): string =>
  new Intl.NumberFormat('sv-SE', { maximumFractionDigits: Number.isInteger(value) ? 0 : decimals }).format(value)

const scenarioNames: Readonly<Record<Column['scenario'], string>> = {
  actual: 'utfall',
  budget: 'budget',
  forecast: 'prognos',
  plan: 'plan',
  variance: 'avvikelse',
}

/** A column by scenario and year, whatever its header looks like: `budget 2024`. */
export function columnName(column: Column): string {
  const year = fullYear(column.period)
  return year === undefined ? column.label : `${scenarioNames[column.scenario]} ${year}`
}
