import type { HeaderLine } from './find-tables.ts'
import type { RowDraft } from './row-draft.ts'
import { type CellPrint, type RowReading, readRow } from './row-readings.ts'
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
    rows.some(row => row.cells?.length === width && row.cells[index]?.some(hasDigits)),
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

/** The amount of one marked cell, with its sign; undefined where the cell is empty. */
function cellOf(tokens: readonly Token[]): CellPrint | undefined {
  const first = tokens.findIndex(token => hasDigits(token) || token.kind === 'minus' || token.kind === 'letter')
  if (first < 0) {
    const mark = tokens[0]
    return mark ? { printed: tokens.map(token => token.text).join(' '), start: mark.start, end: tokens.at(-1)?.end ?? mark.end } : undefined
  }
  let last = first
  for (let at = first + 1; at < tokens.length; at += 1) {
    const token = tokens[at]
    if (!token || token.kind === 'unit' || token.kind === 'word') break
    if (hasDigits(token) || token.kind === 'letter' || (token.kind === 'mark' && token.gap === 0 && /^[|\]!]$/.test(token.text))) last = at
  }
  const part = tokens.slice(first, last + 1).filter(token => token.kind !== 'mark' || /^[|\]!]$/.test(token.text))
  return { printed: joined(part), start: part[0]?.start ?? 0, end: part.at(-1)?.end ?? 0 }
}

/** Tokens as one print: attached ones without a space. */
const joined = (tokens: readonly Token[]): string =>
  tokens
    .map((token, index) => (index > 0 && token.gap === 0 ? token.text : ` ${token.text}`))
    .join('')
    .trim()
