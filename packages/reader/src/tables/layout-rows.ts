import type { TextLine } from '../text/text-document.ts'
import { isYear } from './label-numbers.ts'
import { type Interval, placeOver, unite } from './layout-columns.ts'

/** A stretch of a line between wide gaps. */
interface GapPiece extends Interval {
  readonly text: string
}

/** Rows whose pieces stand in the same columns. */
interface Segment {
  readonly rows: readonly number[]
  readonly columns: readonly Interval[]
  readonly mostPieces: number
}

const fewestRows = 3
const fewestColumns = 3
const mostColumns = 16
const longestLine = 260
const mostBetween = 3
const mostAbove = 6

const amount = /^[(\-−–—]?\s?\d[\d \u00A0.,]*\)?(?:\s?(?:%|kr|tkr|mnkr))?$/
const isAmount = (text: string): boolean => (amount.test(text) && !isYear(text)) || /^[-–—]$/.test(text)

function piecesOf(text: string): readonly GapPiece[] {
  if (text.length > longestLine || /[\t|<]/.test(text)) return []
  return [...text.trimEnd().matchAll(/\S+(?: \S+)*/g)].map(match => ({
    text: match[0],
    start: match.index,
    end: match.index + match[0].length,
  }))
}

const isData = (pieces: readonly GapPiece[]): boolean =>
  pieces.length >= 2 &&
  /\p{L}/u.test(pieces[0]?.text ?? '') &&
  pieces.slice(1).some(piece => isAmount(piece.text) && /\d/.test(piece.text)) &&
  !/[.!?]$/.test(pieces.at(-1)?.text ?? '')

/**
 * Lines of tables that keep their layout, with a tab between the columns in the place of a blank: what stands over or under what is then told
 * and need not be inferred. Only stretches of rows whose pieces all stand in columns apart are cut so; everything else passes as it is.
 *
 * @example layoutRows of `Spåret    620    33    2025` among rows set alike → `Spåret   \t620   \t33   \t2025`
 */
export function layoutRows(lines: readonly TextLine[]): readonly TextLine[] {
  const pieces = lines.map(line => piecesOf(line.text))
  const segments = segmentsOf(lines, pieces)
  if (segments.length === 0) return lines
  const cut = new Map<number, string>()
  for (const { rows, columns } of segments) {
    for (const at of rows) lay(cut, lines, at, pieces[at] ?? [], columns)
    for (const at of headersAbove(lines, pieces, rows[0] ?? 0)) lay(cut, lines, at, pieces[at] ?? [], columns)
  }
  return lines.map((line, at) => {
    const text = cut.get(at)
    return text === undefined ? line : { ...line, text, printed: line.text }
  })
}

function segmentsOf(lines: readonly TextLine[], pieces: readonly (readonly GapPiece[])[]): readonly Segment[] {
  const found: Segment[] = []
  let open: Segment | undefined
  let between = 0
  let broken = false
  const close = (): void => {
    if (open && !broken && isKept(open, pieces)) found.push(open)
    open = undefined
    broken = false
  }
  lines.forEach((line, at) => {
    const own = pieces[at] ?? []
    if (!isData(own)) {
      between += 1
      if (between > mostBetween || own.length >= 2 || line.text.trim().length > 80) close()
      return
    }
    const grown = open && grow(open, at, own)
    if (!grown && open) {
      const clash = between === 0
      broken ||= clash
      close()
      broken = clash
    }
    open = grown ?? { rows: [at], columns: own, mostPieces: own.length }
    between = 0
  })
  close()
  return found
}

/** A segment with one more row, where all its columns still stand apart. */
function grow(segment: Segment, at: number, pieces: readonly GapPiece[]): Segment | undefined {
  const columns = unite([...segment.columns, ...pieces])
  const mostPieces = Math.max(segment.mostPieces, pieces.length)
  return columns.length < mostPieces || columns.length < segment.columns.length
    ? undefined
    : { rows: [...segment.rows, at], columns, mostPieces }
}

/** Enough rows and columns, and no column that a single row has made by standing askew. */
function isKept({ rows, columns, mostPieces }: Segment, pieces: readonly (readonly GapPiece[])[]): boolean {
  if (rows.length < fewestRows || columns.length < fewestColumns || columns.length > mostColumns) return false
  const filled = columns.map(
    column => rows.filter(at => pieces[at]?.some(piece => piece.start >= column.start && piece.end <= column.end)).length,
  )
  return columns.length === mostPieces || filled.every(count => count >= 2)
}

/** The lines over a table's first row that stand in its columns: words in several places, or one over a column of amounts. */
function headersAbove(lines: readonly TextLine[], pieces: readonly (readonly GapPiece[])[], first: number): readonly number[] {
  const found: number[] = []
  let blanks = 0
  for (let at = first - 1; at >= 0 && first - at <= mostAbove; at -= 1) {
    const own = pieces[at] ?? []
    if (lines[at]?.text.trim() === '') blanks += 1
    if (blanks > 1 || isData(own) || (lines[at]?.text.trim().length ?? 0) > 160) break
    const indented = (own[0]?.start ?? 0) >= 8
    if (own.length >= 2 || (own.length === 1 && indented)) found.push(at)
    else if (found.length > 0 && own.length > 0) break
  }
  return found
}

/** Sets a tab between each two columns; a line whose pieces do not go one to a column stays as it is. */
function lay(
  cut: Map<number, string>,
  lines: readonly TextLine[],
  at: number,
  pieces: readonly GapPiece[],
  columns: readonly Interval[],
): void {
  const places = placeOver(pieces, columns)
  const text = lines[at]?.text.trimEnd() ?? ''
  if (!places) return
  const characters = [...text]
  if (characters.length !== text.length) return
  let column = 0
  let end = 0
  for (const [index, piece] of pieces.entries()) {
    const tabs = (places[index] ?? 0) - column
    if (tabs > piece.start - end) return
    for (let tab = 1; tab <= tabs; tab += 1) characters[piece.start - tab] = '\t'
    column = places[index] ?? 0
    end = piece.end
  }
  cut.set(at, characters.join('') + '\t'.repeat(columns.length - 1 - column))
}
