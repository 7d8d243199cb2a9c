import { type CellPrint, numbersAt } from './digit-groups.ts'
import type { RowDraft } from './row-draft.ts'
import { type RowReading, readRow } from './row-readings.ts'
import type { HeaderLine } from './table-block.ts'
import { hasDigits, type Token } from './tokens.ts'

export interface MarkedPart {
  readonly from: number
  readonly to: number
  readonly columns: number
  readonly readings: readonly (readonly RowReading[])[]
  /** Rows that have a dash in a column which never holds an amount. */
  readonly dashed: readonly boolean[]
  /** Which marked cell of a line each column is. */
  readonly cellIndexes: readonly number[]
}

/**
 * Rows whose cells the text marks (tabs, pipes, tags): each cell stands where it is marked. Columns that never hold a digit
 * are no columns of amounts; a dash in them is a mark beside the amount.
 */
export function readMarked(rows: readonly RowDraft[], headers: readonly HeaderLine[]): readonly MarkedPart[] {
  const width = commonWidth(rows)
  const base = rows.find(row => row.cells?.length === width)?.cellBase ?? 1
  const filled = Array.from({ length: width }, (_, index) => index).filter(index =>
    holdsAmounts(rows.flatMap(row => (row.cells?.length === width ? [row.cells[index] ?? []] : []))),
  )
  const used = filled.filter(index => filled.length === 1 || !isNoteColumn(rows, width, index, headers, base))
  const columns = Math.max(1, used.length)
  const notes = filled.filter(index => !used.includes(index))
  const readings = rows.map(row => readMarkedRow(row, width, used, notes[0]))
  const dashed = rows.map(row =>
    (row.cells ?? []).some((cell, index) => !used.includes(index) && cell.length === 1 && cell[0]?.kind === 'minus'),
  )
  return [{ from: 0, to: rows.length, columns, readings, dashed, cellIndexes: used.map(index => index + base) }]
}

/** Whether some cells of a column are amounts, and more of its cells than are times, references or words with a number. */
function holdsAmounts(cells: readonly (readonly Token[])[]): boolean {
  const numbered = cells.filter(cell => cell.some(hasDigits))
  const times = numbered.filter(isTime).length
  const amounts = numbered.filter(cell => !isTime(cell) && cellOf(cell) !== undefined).length
  return amounts > 0 && amounts >= numbered.length - amounts - times && !isYears(cells)
}

/** A column of nothing but years, dashes and blanks says when something ends or begins. */
const isYears = (cells: readonly (readonly Token[])[]): boolean => {
  const filled = cells.filter(cell => cell.some(hasDigits))
  return filled.length >= 2 && filled.every(isTime)
}

/** A cell that names years, days or decisions and no amount: `2023–2025`, `2024-11-14`, `2024-11-14 § 62`. */
const isTime = (cell: readonly Token[]): boolean => {
  const text = cell.map(token => token.text).join(' ')
  return (
    /^(?:(?:19|20)\d\d)\s*(?:[-–—/]\s*(?:(?:19|20)?\d\d)?)?$/.test(text) || cell.every(token => token.kind === 'date') || /§/.test(text)
  )
}

/** A column under `Not`, or an unnamed first one that holds nothing but small numbers here and there, refers to notes. */
function isNoteColumn(rows: readonly RowDraft[], width: number, index: number, headers: readonly HeaderLine[], base: number): boolean {
  const above = headers.flatMap(header => header.atoms.filter(atom => atom.cell === index + base))
  if (above.some(atom => atom.kind === 'note')) return true
  if (index !== 0 || above.length > 0) return false
  const cells = rows.filter(row => row.cells?.length === width).map(row => (row.cells?.[0] ?? []).map(token => token.text).join(' '))
  const filled = cells.filter(text => text !== '')
  return filled.length > 0 && filled.length * 5 <= cells.length * 4 && filled.every(text => /^\d{1,2}$/.test(text) && Number(text) > 0)
}

function commonWidth(rows: readonly RowDraft[]): number {
  const counts = new Map<number, number>()
  for (const row of rows) counts.set(row.cells?.length ?? 0, (counts.get(row.cells?.length ?? 0) ?? 0) + 1)
  return [...counts].sort((a, b) => b[1] - a[1] || b[0] - a[0])[0]?.[0] ?? 1
}

function readMarkedRow(row: RowDraft, width: number, used: readonly number[], noteAt: number | undefined): readonly RowReading[] {
  if (row.cells?.length === width) {
    const cells = used.map(index => cellOf(row.cells?.[index] ?? []))
    const note = noteAt === undefined ? undefined : row.cells[noteAt]?.find(token => /^\d{1,2}$/.test(token.text))
    return [{ cost: 0, cells, toLabel: 0, ...(note ? { note } : {}) }]
  }
  return readRow(row, { columns: Math.max(1, used.length), hasNotes: false })
}

/** The amount of one marked cell, with its sign; undefined where the cell is empty or holds words or several numbers. */
function cellOf(tokens: readonly Token[]): CellPrint | undefined {
  if (tokens.some(token => token.kind === 'word' && !/^(?:ca|cirka|c:a|drygt|minst|högst)\.?$/i.test(token.text))) return undefined
  const kept = tokens.filter(token => token.kind !== 'unit' && token.kind !== 'word')
  const first = kept.findIndex(token => hasDigits(token) || token.kind === 'minus' || token.kind === 'letter')
  const part = kept.slice(Math.max(0, first))
  const [head] = part
  if (!head) return undefined
  if (first < 0 || part.length === 1) return { printed: joined(part), start: head.start, end: part.at(-1)?.end ?? head.end }
  const digits = part.findLastIndex(token => hasDigits(token) || token.kind === 'letter')
  const whole = numbersAt(part, 0)
    .filter(number => number.next > digits)
    .sort((a, b) => a.cost - b.cost)[0]
  return whole?.print ?? loosely(part)
}

/** Damaged characters that no grouping accounts for are kept as one print, as long as they make one number of at most nine digits. */
function loosely(part: readonly Token[]): CellPrint | undefined {
  const printed = joined(part)
  const heads = part.filter(token => hasDigits(token) && /\d{3}$/.test(token.text)).length
  const numbers = part.filter(hasDigits).length
  if (numbers - heads > 1 || printed.replace(/\D/g, '').length > 9) return undefined
  return { printed, start: part[0]?.start ?? 0, end: part.at(-1)?.end ?? 0 }
}

/** Tokens as one print: attached ones without a space. */
const joined = (tokens: readonly Token[]): string =>
  tokens
    .map((token, index) => (index > 0 && token.gap === 0 ? token.text : ` ${token.text}`))
    .join('')
    .trim()
