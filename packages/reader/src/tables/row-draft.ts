import { isYear } from './label-numbers.ts'
import { lineCells, type Parting } from './line-cells.ts'
import { hasDigits, isAmountLike, type Token, tokensOf } from './tokens.ts'

/** A line taken for a row: its label, and the tokens that may be its amounts. */
export interface RowDraft {
  /** 1-based line of the file that holds the amounts. */
  readonly line: number
  readonly page?: number
  readonly text: string
  readonly parting: Parting
  readonly label: string
  /** Tokens after the label; for a line of marked cells, grouped by cell. */
  readonly tail: readonly Token[]
  /** Marked cells after the label cell: their tokens. */
  readonly cells?: readonly (readonly Token[])[]
  /** All marked cells of the line. */
  readonly marked?: readonly (readonly Token[])[]
  /** The index, among all cells of the line, of the first of `cells`. */
  readonly cellBase?: number
  /** Where the label's own words end. */
  readonly labelEnd: number
  /** The label stands on a line of its own, so that no number of the tail belongs to it. */
  readonly labelApart?: true
  /** Its amounts go on on another line: what stands at `at` and behind in the row stands so much farther left on that line. */
  readonly goesOn?: { readonly line: number; readonly at: number }
  /** How many characters the line is set in; 0 for what follows another row on its line. */
  readonly indent: number
}

/** A line with more cells or tokens is no row of a statement. */
const mostCells = 120
const mostTokens = 600

interface Place {
  readonly number: number
  readonly page?: number
  readonly text: string
  readonly printed?: string
}

/** Reads one line as rows: none where nothing like an amount ends it, several where labels and amounts take turns. */
export function draftRows(line: Place, maximum = 64): readonly RowDraft[] {
  const { parting, cells } = lineCells(line.text)
  if (cells.length > mostCells) return []
  if (parting === 'marks') {
    const row = draftMarked(line, cells.map(tokensOf))
    return row ? [row] : []
  }
  const [piece] = cells
  if (!piece || piece.text === '') return []
  const tokens = tokensOf(piece)
  if (tokens.length > mostTokens) return []
  return splitRuns(tokens, maximum).map(run => draftSpaced(line, run))
}

const joined = (text: string, tokens: readonly Token[]): string => {
  const first = tokens[0]
  const last = tokens.at(-1)
  return first && last ? text.slice(first.start, last.end) : ''
}

const indentOf = (text: string): number => text.length - text.trimStart().length

const place = (line: Place): Pick<RowDraft, 'line' | 'page' | 'text' | 'indent'> => ({
  line: line.number,
  ...(line.page === undefined ? {} : { page: line.page }),
  text: (line.printed ?? line.text).trim(),
  indent: indentOf(line.printed ?? line.text),
})

function draftMarked(line: Place, cells: readonly (readonly Token[])[]): RowDraft | undefined {
  const first = cells.findIndex(cell => cell.some(token => token.kind === 'word'))
  const labelAt = Math.max(first, 0)
  const rest = cells.slice(labelAt + 1)
  const tail = rest.flat()
  if (!rest.some(cell => cell.some(hasDigits) && cell.every(token => token.kind !== 'word'))) return undefined
  const label = cells[labelAt] ?? []
  return {
    ...place(line),
    parting: 'marks',
    label: joined(line.text, label.some(token => token.kind === 'word') ? label : []),
    tail,
    marked: cells,
    cells: first < 0 && (cells[0]?.length ?? 0) > 0 ? cells : rest,
    cellBase: first < 0 && (cells[0]?.length ?? 0) > 0 ? 0 : labelAt + 1,
    labelEnd: label.at(-1)?.end ?? 0,
  }
}

/** Where words follow amounts again, another row begins: each run is label tokens followed by amount tokens. */
function splitRuns(tokens: readonly Token[], maximum: number): readonly (readonly Token[])[] {
  const tail = tailStart(tokens)
  if (!tokens.slice(tail).some(hasDigits)) return []
  const runs: Token[][] = []
  let run: Token[] = []
  let seenAmount = 0
  for (const token of tokens) {
    if (!isAmountLike(token) && seenAmount > 0) {
      runs.push(run)
      run = []
      seenAmount = 0
      if (runs.length > maximum) return []
    }
    if (token.kind === 'number' || token.kind === 'garbled') seenAmount += run.some(t => t.kind === 'word') || runs.length > 0 ? 1 : 0
    run.push(token)
  }
  runs.push(run)
  const full = runs.filter(r => !r.every(token => !hasDigits(token) || isYear(token.text)))
  const counts = full.map(r => r.filter(token => token.kind === 'number').length)
  const alike = full.length >= 2 && full.every(r => labelled(r)) && Math.min(...counts) >= 2
  const table =
    full.length >= 4 && full.every(r => labelled(r) && r.length <= 12) && /summa|totalt/i.test(tokens.map(token => token.text).join(' '))
  return alike || table ? full : [tokens]
}

const labelled = (run: readonly Token[]): boolean => run.some(token => token.kind === 'word' && /\p{L}{3}/u.test(token.text))

/** Index of the first token after which nothing but amounts, marks, dashes and units come. */
function tailStart(tokens: readonly Token[]): number {
  let start = tokens.length
  while (start > 0) {
    const token = tokens[start - 1]
    if (!token || token.kind === 'word') break
    start -= 1
  }
  while (start < tokens.length && tokens[start]?.kind === 'letter' && !isCellLetter(tokens, start)) start += 1
  return start
}

/** A lone letter belongs to the amounts only directly before one. */
const isCellLetter = (tokens: readonly Token[], at: number): boolean => {
  const next = tokens[at + 1]
  return next !== undefined && (hasDigits(next) || isCellLetter(tokens, at + 1)) && tokens[at]?.kind === 'letter'
}

function draftSpaced(line: Place, tokens: readonly Token[]): RowDraft {
  const start = tailStart(tokens)
  const label = tokens.slice(0, start)
  return {
    ...place(line),
    parting: 'spaces',
    label: joined(line.text, label),
    tail: tokens.slice(start),
    labelEnd: label.at(-1)?.end ?? 0,
  }
}
