import type { TextLine } from '../text/text-document.ts'
import { fold } from './fold.ts'
import { isYear } from './label-numbers.ts'
import { lineCells, type Piece } from './line-cells.ts'
import { mayHoldTwo, type SidedText, type Sides, spacedHeading, spacedSides } from './two-sided-text.ts'

const fewestRows = 3
/** More lines than any account has; what goes on for longer is a list. */
const mostLines = 150
const longestLine = 4_000
const startsAsTotal = (text: string): boolean => /^(?:summa|totalt?)\b/i.test(text)
const isAmountCell = (text: string): boolean => text === '' || /^[-−–—.\s]*$/.test(text) || (/\d/.test(text) && !/\p{L}{4}/u.test(text))
const hasWords = (text: string): boolean => /\p{L}{2}/u.test(text) && !/^\d/.test(text)

/**
 * Lines of tables that print two lists side by side, such as assets beside equity and liabilities or income beside costs (uppställning i
 * kontoform), with the right list set under the left one: each half is a line of its own with the number of the line it stands on. A table is
 * taken apart only where both halves end in a total, or the heads of the right half's columns repeat those of the left; other lines pass as
 * they are.
 *
 * @example twoSided of `Kassa⇥10⇥Skulder⇥4`, …, `Summa tillgångar⇥10⇥Summa skulder och eget kapital⇥10` → `Kassa⇥10`, …, `Skulder⇥4`, …
 */
export function twoSided(lines: readonly TextLine[]): readonly TextLine[] {
  const found: TextLine[] = []
  const halves = halvesOf(lines)
  let at = 0
  while (at < lines.length) {
    const stretch = markedStretch(halves.markedRun(at)) ?? spacedStretch(halves, at)
    if (stretch) found.push(...stacked(lines, at, stretch))
    else found.push(...lines.slice(at, at + 1))
    at += stretch?.length ?? 1
  }
  return found
}

/** A text's lines as this search sees them, each looked into once however many runs of lines it is weighed in. */
interface Halves {
  /** The cells of the run of marked lines that begins here; none where it goes on for longer than an account. */
  readonly markedRun: (from: number) => readonly (readonly Piece[])[]
  /** The halves of the run of lines of labels and amounts that begins here, up to two totals; none where it goes on for longer. */
  readonly spacedRun: (from: number) => readonly SidedText[]
  readonly textAt: (at: number) => string
}

function halvesOf(lines: readonly TextLine[]): Halves {
  const textAt = (at: number): string => lines[at]?.text ?? ''
  return {
    markedRun: runsOf(
      at => (at < lines.length ? markedCells(textAt(at)) : undefined),
      () => false,
    ),
    spacedRun: runsOf(
      at => spacedSides(textAt(at)),
      ({ labels }) => labels.every(startsAsTotal),
    ),
    textAt,
  }
}

/**
 * The runs of lines of which something can be made, by where they begin: up to a line of which nothing can, or with one that is `last`.
 * Asked for from the first line on; what lies behind is forgotten.
 */
function runsOf<Value>(make: (at: number) => Value | undefined, last: (value: Value) => boolean): (from: number) => readonly Value[] {
  let run: Value[] = []
  let start = 0
  let isWhole = false
  return from => {
    run = from < start + run.length ? run.slice(from - start) : []
    isWhole &&= run.length > 0
    start = from
    while (!isWhole && run.length <= mostLines) {
      const value = make(start + run.length)
      if (value !== undefined) run.push(value)
      isWhole = value === undefined || last(value)
    }
    return run.length > mostLines ? [] : run
  }
}

/** All left halves, then all right halves. */
function stacked(lines: readonly TextLine[], from: number, stretch: readonly Sides[]): readonly TextLine[] {
  const half = (side: 'left' | 'right'): readonly TextLine[] =>
    stretch.flatMap((sides, index) => {
      const line = lines[from + index]
      const text = sides[side]
      return line && text.trim() !== '' ? [{ ...line, text, printed: line.printed ?? line.text }] : []
    })
  return [...half('left'), ...half('right')]
}

/** The halves of a run of lines with marked cells. */
function markedStretch(rows: readonly (readonly Piece[])[]): readonly Sides[] | undefined {
  const width = Math.max(0, ...rows.map(row => row.length))
  const middle = width / 2
  if (rows.length < fewestRows || width < 4 || !Number.isInteger(middle)) return undefined
  const bodies = rows.filter(row => row.some((cell, at) => at % middle !== 0 && /\d/.test(cell.text)) && !mirrors(row, middle))
  const sided =
    bodies.every(row => row.every((cell, at) => at % middle === 0 || isAmountCell(cell.text))) &&
    bodies.filter(row => hasWords(row[middle]?.text ?? '')).length >= 2 &&
    bodies.every(row => hasWords(row[middle]?.text ?? '') || (row[middle]?.text ?? '') === '')
  const told = rows.some(row => mirrors(row, middle)) || rows.some(row => [0, middle].every(at => startsAsTotal(row[at]?.text ?? '')))
  return sided && told ? rows.map(row => markedSides(row, middle)) : undefined
}

/** The cells of a line whose cells are marked. */
function markedCells(text: string): readonly Piece[] | undefined {
  if (text.length > longestLine || !/[\t|<]/.test(text)) return undefined
  const { parting, cells } = lineCells(text)
  return parting === 'marks' && cells.length <= 40 ? cells : undefined
}

const namesColumn = (text: string): boolean => hasWords(text) || isYear(text) || /^\d{4}-\d\d-\d\d$/.test(text)

/** Whether the heads of the right half's columns are those of the left. */
const mirrors = (row: readonly Piece[], middle: number): boolean => {
  const heads = row.slice(1, middle).map(cell => cell.text)
  const others = row.slice(middle + 1).map(cell => fold(cell.text))
  return hasWords(row[middle]?.text ?? '') && heads.some(namesColumn) && heads.every((head, at) => fold(head) === others[at])
}

function markedSides(row: readonly Piece[], middle: number): Sides {
  const right = mirrors(row, middle) ? row.slice(middle, middle + 1) : row.slice(middle)
  return { left: cellsInPlace(row.slice(0, middle)), right: cellsInPlace(right) }
}

/** Cells where they stand in their line, a tab before each. */
function cellsInPlace(cells: readonly Piece[]): string {
  if (cells.every(cell => cell.text === '')) return ''
  return cells.reduce((text, cell, at) => {
    const before = at === 0 ? text.padEnd(cell.start) : `${text}\t`.padEnd(cell.start)
    return before + cell.text
  }, '')
}

/** The halves of a run of lines without marks that begins here: the head over it, where it is one, then lines of two labels with amounts. */
function spacedStretch({ textAt, spacedRun }: Halves, from: number): readonly Sides[] | undefined {
  const head = spacedHeading(textAt(from))
  const first = head ? from + 1 : from
  if (!mayHoldTwo(textAt(first))) return undefined
  const rows = [...spacedRun(first)]
  if (rows[0]?.labels.length !== 2) return undefined
  while (rows.at(-1)?.labels.length === 1) rows.pop()
  const both = rows.filter(({ labels }) => labels.length === 2)
  const told = head !== undefined || both.some(({ labels }) => labels.every(startsAsTotal))
  if (both.length < fewestRows || both.length * 2 < rows.length || !told) return undefined
  return [...(head ? [head] : []), ...rows]
}
