import { COSTS } from '../number/costs.ts'
import { type CellPrint, oneDecimal } from './digit-groups.ts'
import type { HeaderCell } from './header-columns.ts'
import type { RowReading } from './row-readings.ts'

/** How a column is printed: what nearly all of its cells have in common, and whether it goes with other columns. */
export interface ColumnStyle {
  readonly print?: 'percent' | 'decimal' | 'whole'
  /** A share, change or variance of the amounts beside it. */
  readonly beside: boolean
  /** Holds percents, by its print or by its name. */
  readonly share: boolean
}

const fewest = 3
/** A percent has no more figures than this, beside its decimal. */
const percentDigits = 3
/** So large a part of a column's cells must be printed alike. */
const alike = 0.8

const printOf = ({ printed, percent }: CellPrint): NonNullable<ColumnStyle['print']> =>
  percent ? 'percent' : /\d,\d/.test(printed) ? 'decimal' : 'whole'

/**
 * The styles of a table's columns, from its rows that fill them all, and from a header that names each of them.
 *
 * @param filled  readings of rows without blanks
 */
export function columnStyles(filled: readonly RowReading[], columns: number, header: readonly HeaderCell[]): readonly ColumnStyle[] {
  const full = withPercents(filled)
  const named = header.length - (isOverLabels(header[0]) ? 1 : 0) <= columns ? header.slice(-columns) : []
  const cellsOf = (column: number): readonly CellPrint[] => full.flatMap(reading => reading.cells[column] ?? [])
  const prints = Array.from({ length: columns }, (_, column) => (full.length < fewest ? undefined : commonPrint(cellsOf(column))))
  return prints.map((print, column) => {
    const cell = named.length === columns ? named[column] : undefined
    const beside = print === 'percent' || cell?.scenario === 'variance' || cell?.measure === 'share' || cell?.measure === 'change'
    const tenths = print === 'decimal' && prints.includes('whole') && cellsOf(column).every(({ printed }) => oneDecimal.test(printed))
    return { ...(print ? { print } : {}), beside: beside || tenths, share: print === 'percent' || cell?.measure === 'share' || tenths }
  })
}

const isPercent = (cell: CellPrint | undefined): boolean => cell !== undefined && (cell.percent === true || oneDecimal.test(cell.printed))

/** Where most rows print percents beside amounts, a row that prints none has left them out, and its numbers fill columns that are not theirs. */
function withPercents(filled: readonly RowReading[]): readonly RowReading[] {
  const beside = filled.filter(({ cells }) => cells.some(isPercent) && !cells.every(isPercent))
  return beside.length * 2 > filled.length ? beside : filled
}

/** A measure without a time before columns that have one stands over the labels: `Kostnader 2025 2026 Förändring`. */
const isOverLabels = (first: HeaderCell | undefined): boolean =>
  first?.measure !== undefined && first.scenario === undefined && first.year === undefined && first.days.length === 0

function commonPrint(cells: readonly CellPrint[]): ColumnStyle['print'] {
  const printed = cells.filter(cell => /\d/.test(cell.printed)).map(printOf)
  return (['percent', 'decimal', 'whole'] as const).find(
    print => printed.length >= fewest && printed.filter(other => other === print).length >= printed.length * alike,
  )
}

/** What it costs that a row leaves a column of this style unprinted. */
export const blankCost = (style: ColumnStyle | undefined): number => (style?.beside ? COSTS.blankBeside.nats : COSTS.blankForZero.nats)

/** What it costs that a row prints a change or variance and lacks an amount that it compares. */
export function orphanCost(cells: RowReading['cells'], styles: readonly ColumnStyle[] | undefined): number {
  const compares = cells.some((cell, column) => cell && styles?.[column]?.beside && !styles[column]?.share)
  return compares && cells.some((cell, column) => !cell && !styles?.[column]?.beside) ? COSTS.orphanedChange.nats : 0
}

/** What it costs that a number stands in a column that is printed otherwise. */
export function offStyleCost(print: CellPrint, style: ColumnStyle | undefined): number {
  if (!style || !/\d/.test(print.printed)) return 0
  if (style.share && print.printed.replace(/\D/g, '').length > percentDigits && !oneDecimal.test(print.printed))
    return COSTS.offPercent.nats
  if (!style.print) return 0
  const own = printOf(print)
  if (own === style.print) return 0
  return own === 'percent' || style.print === 'percent' ? COSTS.offPercent.nats : COSTS.offDecimals.nats
}
