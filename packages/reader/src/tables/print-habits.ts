import { isYear } from './label-numbers.ts'
import type { RowDraft } from './row-draft.ts'
import { type RowReading, readRow } from './row-readings.ts'

/** A row that reads so cheaply tells where its columns stand. */
const sure = 4

/** The cheapest readings of the rows that fill all columns. */
export const fullReadings = (rows: readonly RowDraft[], columns: number, hasNotes: boolean): readonly RowReading[] =>
  rows
    .flatMap(row => readRow(row, { columns, hasNotes }, 1))
    .filter(reading => reading.cost < columns + 2 && reading.cells.every(cell => cell))

/** Right edges of the columns where a text keeps its layout (amounts parted by wide gaps), from rows that fill all columns. */
export function edgesOf(rows: readonly RowDraft[], columns: number, filled: readonly RowReading[]): readonly number[] | undefined {
  const wide = rows.filter(row => row.tail.some(token => token.gap >= 2 && token.gap !== Number.POSITIVE_INFINITY)).length
  if (columns < 2 || wide * 2 < rows.length) return undefined
  const full = filled.filter(reading => reading.cost < sure)
  if (full.length < 2) return undefined
  const ends = Array.from({ length: columns }, (_, column) => full.map(reading => reading.cells[column]?.end ?? 0).sort((a, b) => a - b))
  const middle = ends.map(list => list[Math.floor(list.length / 2)] ?? 0)
  const steady = ends.every((list, column) => list.filter(end => Math.abs(end - (middle[column] ?? 0)) <= 2).length * 10 >= list.length * 7)
  return steady ? middle : undefined
}

/** A first column that holds nothing but years is part of the labels. */
export function withoutYears(rows: readonly RowDraft[], columns: number, hasNotes: boolean): number {
  if (columns < 2 || rows.length < 2) return columns
  return rows.every(row => isYear(readRow(row, { columns, hasNotes }, 1)[0]?.cells[0]?.printed ?? '')) ? columns - 1 : columns
}

/** Whether a table prints thousands without spaces: some amounts have four digits and more, and nearly no row has more numbers than columns. */
export function printsGlued(rows: readonly RowDraft[], columns: number): boolean {
  const numbers = rows.map(row => row.tail.filter(token => token.kind === 'number' || token.kind === 'garbled'))
  const long = numbers.flat().filter(token => /^[-−–—]?\d{4,7}$/.test(token.text) && !isYear(token.text)).length
  const fitting = numbers.filter(list => list.length <= columns).length
  return long >= 2 && fitting * 10 >= rows.length * 9
}
