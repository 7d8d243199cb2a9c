import { isYear } from '../tables/label-numbers.ts'
import type { RawTable } from '../tables/raw-table.ts'
import { hasDigits } from '../tables/tokens.ts'

/** No statement has more columns of amounts. */
const mostColumns = 60

/** Whether rows that were found are a table of figures, and not a list of contents, addresses or sentences that end in a number. */
export function isTable(table: RawTable): boolean {
  const rows = table.rows.filter(row => row.readings.length > 0)
  if (rows.length === 0 || table.columns === 0 || table.columns > mostColumns) return false
  const cost = rows.reduce((sum, row) => sum + Math.min(14, row.readings[0]?.cost ?? 14), 0) / rows.length
  if (cost > 3 + table.columns * 0.9) return false
  if (isContents(table) || mostlyWords(table)) return false
  const amounts = rows.flatMap(row => row.readings[0]?.cells.flatMap(cell => (cell ? [cell.printed] : [])) ?? [])
  if (amounts.length === 0 || amounts.every(amount => isYear(amount))) return false
  if (/^(?:org|organisationsn|tel|telefon|mobil|bankgiro|plusgiro|sida)/i.test(rows[0]?.label ?? '') && rows.length < 3) return false
  return table.columns >= 2 ? acceptsWide(table, rows.length) : acceptsNarrow(table, rows.length, amounts)
}

/** Marked cells that mostly hold words, or several numbers each, make a table, but none of amounts. */
function mostlyWords(table: RawTable): boolean {
  if (!table.cellIndexes) return false
  const columns = Array.from({ length: table.columns }, (_, column) => table.rows.filter(row => row.readings[0]?.cells[column]).length)
  if (told(table) && columns.some(filled => filled * 5 >= table.rows.length * 4)) return false
  const cells = table.rows.flatMap(row => (row.draft.cells ?? []).filter(cell => cell.length > 0))
  const read = table.rows.flatMap(row => row.readings[0]?.cells.filter(cell => cell) ?? [])
  return read.length * 2 < cells.filter(cell => !cell.every(token => token.kind === 'minus' || token.kind === 'mark')).length
}

const isContents = (table: RawTable): boolean => {
  const numbers = table.rows.map(row => Number(row.readings[0]?.cells[0]?.printed ?? 'x'))
  const pages =
    table.columns === 1 && table.rows.length >= 3 && numbers.every(number => Number.isInteger(number) && number > 0 && number < 300)
  return pages && numbers.every((number, index) => index === 0 || number >= (numbers[index - 1] ?? 0))
}

const told = (table: RawTable): boolean =>
  table.headers.some(header => header.atoms.some(atom => ['scenario', 'measure', 'day', 'year'].includes(atom.kind)))
const totalled = (table: RawTable): boolean => table.rows.some(row => /^(?:del)?summa\b|^total/i.test(row.label))

function acceptsWide(table: RawTable, rows: number): boolean {
  if (rows >= 3) return true
  return rows >= 1 && told(table)
}

function acceptsNarrow(table: RawTable, rows: number, amounts: readonly string[]): boolean {
  const united = table.rows.filter(row => row.draft.tail.some(token => token.kind === 'unit' && /kr/i.test(token.text))).length
  const large = amounts.filter(amount => amount.replace(/\D/g, '').length >= 3).length
  const short = table.rows.filter(row => row.label.length <= 60 && row.label !== '').length
  const sure = told(table) || totalled(table) || united * 2 >= rows
  if (told(table) && totalled(table) && rows >= 4 && short === table.rows.length) return true
  if (short * 5 < rows * 4 || large * 3 < rows) return sure && rows >= 3 && short * 5 >= rows * 4 && large * 4 >= rows
  return (
    (sure && rows >= 2) ||
    (rows >= 4 && large * 2 >= rows) ||
    (rows >= 3 && table.rows.every(row => row.draft.tail.filter(hasDigits).length > 0) && large === rows)
  )
}
