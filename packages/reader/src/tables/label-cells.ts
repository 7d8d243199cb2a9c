import { fold } from './fold.ts'
import { lineCells } from './line-cells.ts'
import type { RowDraft } from './row-draft.ts'
import type { HeaderLine } from './table-block.ts'
import type { Token } from './tokens.ts'

/** Words over a column that names what the amounts of a row are for. */
const naming = new Set([
  'insats',
  'insatser',
  'projekt',
  'projektnamn',
  'aktivitet',
  'aktiviteter',
  'verksamhet',
  'benamning',
  'andamal',
  'namn',
  'post',
])

const isNaming = (text: string): boolean => {
  const [first = '', ...rest] = text.split(/[\s/]+/)
  return naming.has(fold(first)) && rest.length <= 2
}

/**
 * Rows labelled by what their amounts are for, where another column of words stands before or behind it: an owner, a part, an applicant.
 * In marked cells the header tells which column that is; in a text that keeps its layout it is the first, unless the header names another.
 */
export function labelByName(rows: readonly RowDraft[], headers: readonly HeaderLine[]): readonly RowDraft[] {
  const marked = rows.filter(row => row.marked).length * 2 > rows.length
  return marked ? byMarkedCell(rows, headers) : byPlace(rows, headers)
}

function byMarkedCell(rows: readonly RowDraft[], headers: readonly HeaderLine[]): readonly RowDraft[] {
  const named = headers.flatMap(({ line }) => {
    const { parting, cells } = lineCells(line.text)
    return parting === 'marks' ? [cells.findIndex(cell => isNaming(cell.text))] : []
  })
  const at = named.find(index => index > 0)
  if (at === undefined || named.includes(0)) return rows
  return rows.map(row => (row.marked && row.marked.length > at + 1 ? labelledAt(row, row.marked, at) : row))
}

/** The row with the cell at `at` as its label, or the first before it that has words, and the cells behind it as its amounts. */
function labelledAt(row: RowDraft, cells: readonly (readonly Token[])[], at: number): RowDraft {
  const worded = cells.slice(0, at + 1).findLast(cell => cell.some(token => token.kind === 'word'))
  const rest = cells.slice(at + 1)
  return {
    ...row,
    label: textOf(worded ?? []),
    tail: rest.flat(),
    cells: rest,
    cellBase: at + 1,
    labelEnd: worded?.at(-1)?.end ?? 0,
  }
}

const textOf = (tokens: readonly Token[]): string =>
  tokens
    .map((token, index) => (index > 0 && token.gap === 0 ? token.text : ` ${token.text}`))
    .join('')
    .trim()

interface WordColumns {
  /** Where the second column of words begins, in characters. */
  readonly start: number
  /** Whether the rows are named by the second column. */
  readonly second: boolean
}

function byPlace(rows: readonly RowDraft[], headers: readonly HeaderLine[]): readonly RowDraft[] {
  const columns = wordColumns(rows, headers)
  if (!columns) return rows
  return rows.map(row => {
    const start = row.labelEnd - row.label.length
    const cut = columns.start - start
    const [left, right] = [row.label.slice(0, Math.max(0, cut - 1)).trim(), row.label.slice(Math.max(0, cut - 1)).trim()]
    if (start >= columns.start - 1 || !/\s{2}$/.test(row.label.slice(0, Math.max(0, cut)))) return row
    const label = (columns.second && right !== '') || !/\p{L}/u.test(left) ? right : left
    return label === '' ? row : { ...row, label }
  })
}

/** A second column of words: wide gaps inside the labels of most rows, at one place. */
function wordColumns(rows: readonly RowDraft[], headers: readonly HeaderLine[]): WordColumns | undefined {
  const starts = rows.flatMap(row => {
    const gap = /\S(\s{2,})(?=\S)/.exec(row.label)
    return row.parting === 'spaces' && gap ? [row.labelEnd - row.label.length + gap.index + gap[0].length] : []
  })
  const middle = [...starts].sort((a, b) => a - b)[Math.floor(starts.length / 2)]
  if (middle === undefined || starts.length < 3 || starts.length * 2 < rows.length) return undefined
  if (starts.filter(start => Math.abs(start - middle) <= 1).length * 10 < starts.length * 8) return undefined
  const over = headers.map(
    ({ line }) =>
      line.text
        .slice(Math.max(0, middle - 1))
        .trim()
        .split(/\s{2,}/)[0] ?? '',
  )
  return { start: middle, second: over.some(isNaming) && !headers.some(({ line }) => isNaming(line.text.trim().split(/\s{2,}/)[0] ?? '')) }
}
