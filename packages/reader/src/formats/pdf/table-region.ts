import { placeHeaders } from './header-place.ts'
import { cellsOf, isFigure, isTime, type PlacedCell, partFigures } from './placed-cell.ts'
import { type Column, learnColumns, placeRow } from './table-columns.ts'
import type { RunLine } from './text-line.ts'

/** A line of a page with the cells that its gaps part. */
export interface CellLine {
  readonly line: RunLine
  readonly cells: readonly PlacedCell[]
}

/** Lines that make one table, by their indexes: its header lines, and its body from the first row of figures to the last. */
export interface TableRegion {
  readonly headers: readonly number[]
  readonly from: number
  /** The last row, itself in it. */
  readonly to: number
}

const mostBetween = 3
const mostHeaders = 4
const letters = (text: string): number => text.match(/\p{L}/gu)?.length ?? 0

export const cellLine = (line: RunLine): CellLine => ({ line, cells: cellsOf(line) })

const figuresIn = ({ cells }: CellLine): PlacedCell[] => cells.flatMap(partFigures).filter(cell => isFigure(cell.text))

/** A row of a table's body: figures beside a label, or figures alone, and not times alone. */
const isBody = (line: CellLine): boolean => {
  const figures = figuresIn(line)
  return (
    line.cells.flatMap(partFigures).length >= 2 &&
    figures.some(({ text }) => !isTime(text)) &&
    letters(figures.map(f => f.text).join('')) <= 12
  )
}
const isProse = ({ cells }: CellLine): boolean => cells.length === 1 && letters(cells[0]?.text ?? '') > 60

/** Names of columns: no figures but times, and more than one cell or one that stands away from the labels. */
const namesColumns = (line: CellLine, labelLeft: number): boolean =>
  !isBody(line) &&
  !isProse(line) &&
  (line.cells.length >= 2 || line.cells.some(({ left }) => left > labelLeft + 6 * line.line.size)) &&
  line.cells.every(({ text }) => letters(text) <= 48)

const gapBefore = (lines: readonly CellLine[], at: number): number =>
  ((lines[at]?.line.baseline ?? 0) - (lines[at - 1]?.line.baseline ?? 0)) / (lines[at]?.line.size || 1)

/** A line between rows at which another table begins: it names a time or several columns. */
const beginsAnother = (line: CellLine): boolean =>
  line.cells.length >= 2 &&
  (line.cells.some(({ text }) => isTime(text)) || line.cells.slice(1).filter(({ text }) => !isFigure(text)).length >= 2)

function lastRow(lines: readonly CellLine[], from: number): number {
  let last = from
  for (let at = from + 1; at < lines.length && at - last <= mostBetween + 1; at += 1) {
    const line = lines[at]
    if (!line || gapBefore(lines, at) > 6 || isProse(line)) break
    if (isBody(line)) last = at
    else if (beginsAnother(line)) break
  }
  return last
}

/** The header lines above a table's first row, over at most two headings of rows. */
function headersAbove(lines: readonly CellLine[], from: number, after: number): number[] {
  const labelLeft = Math.min(...(lines[from]?.cells ?? []).map(({ left }) => left))
  const found: number[] = []
  let skipped = 0
  for (let at = from - 1; at > after && found.length < mostHeaders; at -= 1) {
    const line = lines[at]
    if (!line || gapBefore(lines, at + 1) > 5 || isBody(line) || isProse(line)) break
    if (namesColumns(line, labelLeft)) found.unshift(at)
    else if (found.length > 0 || skipped >= 2) break
    else skipped += 1
  }
  return found
}

/** The tables of a page, top down. */
export function tableRegions(lines: readonly CellLine[]): TableRegion[] {
  const regions: TableRegion[] = []
  for (let at = 0; at < lines.length; at += 1) {
    const line = lines[at]
    if (!line || !isBody(line)) continue
    const to = lastRow(lines, at)
    regions.push({ headers: headersAbove(lines, at, regions.at(-1)?.to ?? -1), from: at, to })
    at = to
  }
  return regions
}

const bodyOf = (lines: readonly CellLine[], { from, to }: TableRegion): number[] =>
  [...lines.keys()].filter(at => at >= from && at <= to && lines[at] !== undefined && isBody(lines[at]))

/** The rows of a table that hold figures, by their indexes, and the columns that they agree on. */
export function columnsOf(
  lines: readonly CellLine[],
  region: TableRegion,
): { readonly rows: readonly number[]; readonly columns: readonly Column[] } | undefined {
  const rows = bodyOf(lines, region)
  const columns = learnColumns(
    rows.map(at => lines[at]?.cells ?? []),
    lines[region.from]?.line.size ?? 10,
  )
  return columns && columns.length >= 2 ? { rows, columns } : undefined
}

/** The texts of a table's lines with each cell in its column, by index; lines that cannot be placed are left out. */
export function placeTable(lines: readonly CellLine[], region: TableRegion): Map<number, string> {
  const size = lines[region.from]?.line.size ?? 10
  const texts = new Map<number, string>()
  const table = columnsOf(lines, region)
  if (!table) return texts
  const { rows, columns } = table
  const put = (at: number, cells: readonly string[] | undefined): void => {
    if (cells) texts.set(at, cells.join('\t').trimEnd())
  }
  for (const at of rows) put(at, placeRow(columns, lines[at]?.cells ?? [], size))
  const headers = placeHeaders(
    columns,
    region.headers.map(at => lines[at]?.cells ?? []),
    size,
  )
  for (const [index, at] of region.headers.entries()) put(at, headers[index])
  return texts
}
