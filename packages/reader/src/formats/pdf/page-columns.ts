import type { RunLine } from './text-line.ts'
import type { TextRun } from './text-run.ts'

const letters = (text: string): number => text.match(/\p{L}/gu)?.length ?? 0
const textOf = (runs: readonly TextRun[]): string => runs.map(run => run.text).join('')

/** Widest gap of a line that reaches into the middle of the page, as an interval of x. */
function middleGap(line: RunLine, from: number, to: number): { left: number; right: number } | undefined {
  const gaps = line.runs.slice(1).map((run, index) => ({ left: line.runs[index]?.right ?? 0, right: run.left }))
  return gaps
    .filter(gap => gap.right - gap.left > 1.2 * line.size && gap.left < to && gap.right > from)
    .sort((a, b) => b.right - b.left - (a.right - a.left))[0]
}

/** The x at which a page of prose in two columns parts; undefined for one column, and for tables, whose right side is figures. */
function gutter(lines: readonly RunLine[]): number | undefined {
  const left = Math.min(...lines.flatMap(line => line.runs.map(run => run.left)))
  const right = Math.max(...lines.flatMap(line => line.runs.map(run => run.right)))
  const parted = lines.flatMap(line => {
    const gap = middleGap(line, left + 0.4 * (right - left), left + 0.6 * (right - left))
    if (!gap) return []
    const before = textOf(line.runs.filter(run => run.right <= gap.left + 0.1))
    const after = textOf(line.runs.filter(run => run.left >= gap.right - 0.1))
    return letters(before) >= 12 && letters(after) >= 12 ? [gap] : []
  })
  if (parted.length < 6 || parted.length < 0.4 * lines.length) return undefined
  const middle = (Math.max(...parted.map(gap => gap.left)) + Math.min(...parted.map(gap => gap.right))) / 2
  return parted.every(gap => gap.left < middle && middle < gap.right) ? middle : undefined
}

/** Lines in reading order: of a page in two columns the whole left column first. A line that crosses the gutter ends what stands above it. */
export function readingOrder(lines: readonly RunLine[]): RunLine[] {
  const at = lines.length === 0 ? undefined : gutter(lines)
  if (at === undefined) return [...lines]
  const ordered: RunLine[] = []
  let columns: { left: RunLine[]; right: RunLine[] } = { left: [], right: [] }
  const flush = (): void => {
    ordered.push(...columns.left, ...columns.right)
    columns = { left: [], right: [] }
  }
  for (const line of lines) {
    if (line.runs.some(run => run.left < at && run.right > at)) {
      flush()
      ordered.push(line)
      continue
    }
    const left = line.runs.filter(run => run.right <= at)
    const right = line.runs.filter(run => run.left >= at)
    if (left.length > 0) columns.left.push({ ...line, runs: left })
    if (right.length > 0) columns.right.push({ ...line, runs: right })
  }
  flush()
  return ordered
}
