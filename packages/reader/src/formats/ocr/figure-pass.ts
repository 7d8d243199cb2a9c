import { isFigure } from '../pdf/placed-cell.ts'
import { type Column, placeRow } from '../pdf/table-columns.ts'
import { type CellLine, cellLine, columnsOf, tableRegions } from '../pdf/table-region.ts'
import type { RunLine } from '../pdf/text-line.ts'
import type { TextRun } from '../pdf/text-run.ts'

/** A stretch of a page, in the unit of its lines. */
export interface Strip {
  readonly left: number
  readonly top: number
  readonly right: number
  readonly bottom: number
}

/** A figure that recognition found in a strip, and how sure it is of it, from 0 to 1. */
export interface SeenFigure {
  readonly text: string
  readonly left: number
  readonly right: number
  /** The middle of its line. */
  readonly middle: number
  readonly sure: number
}

/** Reads a strip of a page as figures and nothing else. */
export type ReadFigures = (strip: Strip) => Promise<readonly SeenFigure[]>

/** Fewer rows tell no columns. */
const fewestRows = 3
/** Less sure than this, a figure is taken for a speck. */
const leastSure = 0.6

const middleOf = ({ line }: CellLine): number => line.baseline - 0.36 * line.size
const digitsOf = (text: string): string => text.replace(/\D/g, '')

/** The strip that a column's figures take, with some air. */
function stripOf(column: Column, rows: readonly CellLine[]): Strip {
  const size = rows[0]?.line.size ?? 10
  const [top, bottom] = [rows[0], rows.at(-1)].map(row => row?.line.baseline ?? 0)
  return {
    left: column.left - 0.6 * size,
    right: column.right + 0.6 * size,
    top: (top ?? 0) - 1.3 * size,
    bottom: (bottom ?? 0) + 0.6 * size,
  }
}

/** The runs of a line that stand over a column. */
const runsIn = (line: RunLine, { left, right }: Column): readonly TextRun[] =>
  line.runs.filter(run => (run.left + run.right) / 2 > left - 0.5 * line.size && (run.left + run.right) / 2 < right + 0.5 * line.size)

/** The line with the figure in place of what it has in the column. */
function withFigure(line: RunLine, column: Column, { text, left, right, sure }: SeenFigure): RunLine {
  const before = runsIn(line, column)
  const [first] = before.length > 0 ? before : line.runs
  const run: TextRun = { text, left, right, baseline: line.baseline, size: first?.size ?? line.size, sure }
  return { ...line, runs: [...line.runs.filter(own => !before.includes(own)), run].sort((a, b) => a.left - b.left) }
}

/** How much of the doubt of a first reading is left where a second one sees the same digits, and how much more there is where it sees others. */
const doubtLeft = 0.35
const doubtAdded = { times: 1.2, plus: 0.1 }

/** The line with its figure in the column as sure as both readings make it. */
function withSureness(line: RunLine, column: Column, agree: boolean): RunLine {
  const inside = runsIn(line, column)
  const doubt = (first: number): number => (agree ? doubtLeft * first : Math.min(0.6, doubtAdded.times * first + doubtAdded.plus))
  return { ...line, runs: line.runs.map(run => (inside.includes(run) ? { ...run, sure: 1 - doubt(1 - (run.sure ?? 1)) } : run)) }
}

/**
 * What a column's second reading changes in a row: a figure where the row has none or no legible one. Where both readings have a figure,
 * the first one stays, since it was read among its neighbours, and is surer or less so by what the second one sees.
 */
function corrected(row: CellLine, column: Column, printed: string, seen: SeenFigure | undefined): RunLine {
  if (!seen || !isFigure(seen.text)) return row.line
  if (isFigure(printed)) return withSureness(row.line, column, digitsOf(seen.text) === digitsOf(printed))
  return seen.sure < leastSure || digitsOf(seen.text).length < digitsOf(printed).length ? row.line : withFigure(row.line, column, seen)
}

/**
 * Reads the columns of figures of a page's tables a second time, each column alone and as figures only: lone zeros, which recognition
 * loses among words, and figures that it took for letters come out.
 *
 * @param lines  the page as it was read, top down
 * @param read   reads a strip of the same page as figures
 */
export async function readFigureColumns(lines: readonly RunLine[], read: ReadFigures): Promise<RunLine[]> {
  const better = new Map<number, RunLine>()
  const celled = lines.map(cellLine)
  for (const region of tableRegions(celled)) {
    const table = columnsOf(celled, region)
    if (!table || table.rows.length < fewestRows) continue
    const rows = table.rows.flatMap(at => (celled[at] ? [{ at, row: celled[at] }] : []))
    for (const [index, column] of table.columns.entries()) {
      if (!column.isFigures) continue
      const seen = await read(
        stripOf(
          column,
          rows.map(({ row }) => row),
        ),
      )
      for (const { at, row } of rows) {
        const current = { ...row, line: better.get(at) ?? row.line }
        const printed = placeRow(table.columns, row.cells, row.line.size)?.[index]
        const own = seen.find(({ middle }) => Math.abs(middle - middleOf(row)) < 0.5 * row.line.size)
        if (printed !== undefined) better.set(at, corrected(current, column, printed, own))
      }
    }
  }
  return lines.map((line, at) => better.get(at) ?? line)
}
