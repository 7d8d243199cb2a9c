import type { RunLine } from './text-line.ts'
import type { TextRun } from './text-run.ts'

interface Gap {
  readonly left: number
  readonly right: number
}

const letters = (text: string): number => text.match(/\p{L}/gu)?.length ?? 0
const textOf = (runs: readonly TextRun[]): string => runs.map(run => run.text).join('')

const leftOf = (line: RunLine): number => line.runs[0]?.left ?? 0
const rightOf = (line: RunLine): number => line.runs.at(-1)?.right ?? 0

/** Fewer lines that stand side by side are no columns of prose. */
const fewest = 4

/** What stands between two columns in the middle of the page: a line's own gaps there, and the free paper beside a shorter line. */
function gapsInMiddle(line: RunLine, page: Gap): Gap[] {
  const width = page.right - page.left
  const middle = { left: page.left + 0.3 * width, right: page.left + 0.7 * width }
  const edges = [page.left, ...line.runs.flatMap(run => [run.left, run.right]), page.right]
  const gaps: Gap[] = []
  for (let at = 0; at + 1 < edges.length; at += 2) gaps.push({ left: edges[at] ?? 0, right: edges[at + 1] ?? 0 })
  return gaps.filter(gap => gap.right - gap.left > 1.2 * line.size && gap.left < middle.right && gap.right > middle.left)
}

const shared = (a: Gap, b: Gap): Gap => ({ left: Math.max(a.left, b.left), right: Math.min(a.right, b.right) })
const width = ({ left, right }: Gap): number => right - left

/** Words stand on both sides of a gap, as in two columns of prose; a row of a table has figures on its right. */
function isBothSided(line: RunLine, gap: Gap): boolean {
  const before = textOf(line.runs.filter(run => run.right <= gap.left + 0.1))
  const after = textOf(line.runs.filter(run => run.left >= gap.right - 0.1))
  return letters(before) >= 12 && letters(after) >= 12
}

/** Figures alone stand on the right of the gap: a row of a table ends what stands in columns. */
const isTabular = (line: RunLine, gap: Gap): boolean => {
  const after = textOf(line.runs.filter(run => run.left >= gap.right - 0.1))
  return /\d/.test(after) && letters(after) < 3
}

/** Lines that stand in two columns, from one index to another (itself not in it), and the x at which they part. */
interface Band {
  readonly from: number
  readonly to: number
  readonly at: number
}

function bandFrom(lines: readonly RunLine[], from: number, page: Gap): Band | undefined {
  let common: Gap | undefined
  let both = 0
  let last = from
  const opening = lines[from]
  for (const start of opening ? gapsInMiddle(opening, page) : []) {
    let gap = start
    let count = 0
    let end = from
    for (let at = from; at < lines.length; at += 1) {
      const line = lines[at]
      const next =
        line &&
        gapsInMiddle(line, page)
          .map(each => shared(gap, each))
          .sort((a, b) => width(b) - width(a))[0]
      if (!line || !next || width(next) < line.size || isTabular(line, next)) break
      gap = next
      if (isBothSided(line, gap)) count += 1
      if (rightOf(line) > gap.right || (end === at && leftOf(line) < gap.left && pitch(lines, at) < 1.6)) end = at + 1
      if (at === from) end = at + 1
    }
    if (count > both) [common, both, last] = [gap, count, end]
  }
  if (!common || both < fewest) return undefined
  return { from, to: last, at: (common.left + common.right) / 2 }
}

const pitch = (lines: readonly RunLine[], at: number): number =>
  ((lines[at]?.baseline ?? 0) - (lines[at - 1]?.baseline ?? 0)) / (lines[at]?.size || 1)

/** The stretches of a page that are set in two columns of prose. */
function bandsOf(lines: readonly RunLine[]): Band[] {
  const page = { left: Math.min(...lines.map(leftOf)), right: Math.max(...lines.map(rightOf)) }
  const bands: Band[] = []
  for (let at = 0; at < lines.length; at += 1) {
    const band = bandFrom(lines, at, page)
    if (!band) continue
    bands.push(band)
    at = band.to - 1
  }
  return bands
}

/** The lines of one column each, in reading order: where a page is set in two columns, the whole left one first. */
export function readingOrder(lines: readonly RunLine[]): RunLine[][] {
  const columns: RunLine[][] = []
  let from = 0
  for (const band of bandsOf(lines)) {
    const inside = lines.slice(band.from, band.to)
    const side = (keep: (run: TextRun) => boolean): RunLine[] =>
      inside.map(line => ({ ...line, runs: line.runs.filter(keep) })).filter(({ runs }) => runs.length > 0)
    columns.push(
      [...lines.slice(from, band.from)],
      side(run => run.right <= band.at),
      side(run => run.right > band.at),
    )
    from = band.to
  }
  return [...columns, [...lines.slice(from)]].filter(column => column.length > 0)
}
