import { type CellLine, cellLine, placeTable, tableRegions } from './table-region.ts'
import { bottomOf, lineText, type RunLine, topOf } from './text-line.ts'
import { withWholeLabels } from './wrapped-labels.ts'

/** A line of a page's text; `parted` where a blank line stands before it. */
export interface PageLine {
  readonly text: string
  readonly line: RunLine
  readonly parted: boolean
}

const median = (values: readonly number[]): number => [...values].sort((a, b) => a - b)[Math.floor(values.length / 2)] ?? 0

/** A line of words set out to both edges: its gaps are wide and alike, and part no cells. */
function isJustified({ line, cells }: CellLine, left: number, right: number): boolean {
  const gaps = line.runs.slice(1).map((run, index) => (run.left - (line.runs[index]?.right ?? 0)) / line.size)
  const wide = gaps.filter(gap => gap > 0.5)
  return (
    cells.length >= 3 &&
    wide.length >= 2 &&
    Math.max(...wide) < 3 &&
    Math.max(...wide) < 1.6 * Math.min(...wide) &&
    Math.abs((line.runs[0]?.left ?? 0) - left) < line.size &&
    Math.abs((line.runs.at(-1)?.right ?? 0) - right) < line.size
  )
}

/**
 * The text of lines that follow each other in one column of a page: the cells of a table each in its column, parted by tabs, and a blank line
 * where paragraphs part. Rows of one table are not parted, however much air it has.
 */
export function pageLines(printed: readonly RunLine[]): PageLine[] {
  const lines = withWholeLabels(printed)
  const celled = lines.map(cellLine)
  const regions = tableRegions(celled)
  const placed = new Map(regions.flatMap(region => [...placeTable(celled, region)]))
  const pitch = (at: number): number => {
    const [line, before] = [lines[at], lines[at - 1]]
    return line && before ? topOf(line) - bottomOf(before) : 0
  }
  const airOf = (at: number): number => {
    const region = regions.find(({ from, to, headers }) => at > (headers[0] ?? from) && at <= to)
    const size = lines[at]?.size ?? 10
    if (!region) return 1.9 * size
    const pitches = Array.from({ length: region.to - region.from }, (_, index) => pitch(region.from + 1 + index)).filter(step => step > 0)
    return Math.max(1.9 * size, 1.5 * median(pitches))
  }
  const left = Math.min(...lines.flatMap(line => line.runs.map(run => run.left)))
  const right = Math.max(...lines.flatMap(line => line.runs.map(run => run.right)))
  return celled.map((line, at) => ({
    line: line.line,
    text: placed.get(at) ?? (isJustified(line, left, right) ? line.cells.map(({ text }) => text).join(' ') : lineText(line.line, left)),
    parted: at > 0 && pitch(at) > airOf(at),
  }))
}
