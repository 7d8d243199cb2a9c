import { isFigure, partFigures } from './placed-cell.ts'
import { type CellLine, columnsOf, type TableRegion } from './table-region.ts'
import type { TextRun } from './text-run.ts'

/** So many lines of one label stand above a table's first row of figures, or below its last. */
const mostOutside = 2

/** A line of a table: a row with its label, a piece of a label, or figures whose label stands beside them on other lines. */
export interface Piece extends CellLine {
  readonly kind: 'row' | 'label' | 'figures'
  readonly label: readonly TextRun[]
}

/** The labels of a table. */
export interface LabelColumn {
  readonly pieces: readonly (Piece | undefined)[]
  /** The first and the last line that may belong to it. */
  readonly from: number
  readonly to: number
  /** How far its labels reach. */
  readonly reach: number
  /** How far rows stand apart, in units of the type size; undefined where no two of them follow each other. */
  readonly pitch: number | undefined
  /** The type of most labels, where headings are set in another one. */
  readonly font: string | undefined
}

const median = (values: readonly number[]): number | undefined => [...values].sort((a, b) => a - b)[Math.floor(values.length / 2)]
export const rightOf = (runs: readonly TextRun[]): number => Math.max(...runs.map(({ right }) => right))
export const leftOf = (runs: readonly TextRun[]): number => Math.min(...runs.map(({ left }) => left))
export const fontOf = (runs: readonly TextRun[]): string | undefined => runs[0]?.font

/** What a line is to a table whose figures begin at `end`; undefined for what is neither label nor figures. */
function pieceOf(line: CellLine, end: number): Piece | undefined {
  const label = line.line.runs.filter(({ left }) => left < end)
  const cells = line.cells.flatMap(partFigures)
  const figures = cells.some(({ text, left }) => left >= end - 1 && isFigure(text))
  if (label.length === 0) return figures ? { ...line, label, kind: 'figures' } : undefined
  if (rightOf(label) > end || isFigure(cells[0]?.text ?? '')) return undefined
  if (figures) return { ...line, label, kind: 'row' }
  return cells.length === 1 ? { ...line, label, kind: 'label' } : undefined
}

/** The baseline of a line's label, which may stand off that of its figures, else of the line. */
const baselineOf = (line: CellLine | undefined, label: readonly TextRun[] = []): number | undefined =>
  label[0]?.baseline ?? line?.line.baseline

/** How far a line stands below the one before it, label below label, in units of its type size. */
export function gapAbove(lines: readonly CellLine[], pieces: readonly (Piece | undefined)[], at: number): number {
  const beside = pieces[at]?.kind === 'figures' || pieces[at - 1]?.kind === 'figures'
  const own = baselineOf(lines[at], beside ? [] : pieces[at]?.label)
  const before = baselineOf(lines[at - 1], beside ? [] : pieces[at - 1]?.label)
  return own === undefined || before === undefined ? Number.POSITIVE_INFINITY : (own - before) / (lines[at]?.line.size || 1)
}

/** The type that most rows’ labels are set in, where some line of a label alone is set in another: headings have a type of their own. */
function plainFont(pieces: readonly (Piece | undefined)[]): string | undefined {
  const fonts = (kind: Piece['kind']) => pieces.flatMap(piece => (piece?.kind === kind ? (fontOf(piece.label) ?? []) : []))
  const rows = fonts('row')
  const [most] = [...new Set(rows)].sort((a, b) => rows.filter(font => font === b).length - rows.filter(font => font === a).length)
  return fonts('label').some(font => font !== most) ? most : undefined
}

/** The labels of a table's lines; undefined where its rows agree on no columns. */
export function labelColumnOf(lines: readonly CellLine[], region: TableRegion): LabelColumn | undefined {
  const table = columnsOf(lines, region)
  const label = table?.columns.findIndex(column => column.isLabel) ?? -1
  const next = table?.columns[label + 1]
  if (!table || label < 0 || !next) return undefined
  const from = Math.max(region.from - mostOutside, (region.headers.at(-1) ?? -1) + 1)
  const to = Math.min(region.to + mostOutside, lines.length - 1)
  const pieces = lines.map((line, at) => (at >= from && at <= to ? pieceOf(line, next.left) : undefined))
  const inside = pieces.slice(region.from, region.to + 1)
  return {
    pieces,
    from,
    to,
    reach: Math.max(...inside.flatMap(piece => (piece && piece.label.length > 0 ? [rightOf(piece.label)] : []))),
    pitch: median(table.rows.flatMap((at, index) => (table.rows[index - 1] === at - 1 ? [gapAbove(lines, pieces, at)] : []))),
    font: plainFont(inside),
  }
}
