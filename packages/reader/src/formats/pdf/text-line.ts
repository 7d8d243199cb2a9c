import type { TextRun } from './text-run.ts'

/** Runs that share a baseline, from left to right. */
export interface RunLine {
  readonly runs: readonly TextRun[]
  readonly baseline: number
  readonly size: number
  /** The first and the last baseline of a row whose label takes several lines. */
  readonly top?: number
  readonly bottom?: number
}

/** The baseline of a row’s first printed line, and of its last. */
export const topOf = ({ top, baseline }: RunLine): number => top ?? baseline
export const bottomOf = ({ bottom, baseline }: RunLine): number => bottom ?? baseline

const median = (values: readonly number[]): number => [...values].sort((a, b) => a - b)[Math.floor(values.length / 2)] ?? 0

/** A note mark: clearly smaller than its line and raised above the baseline. It is no digit of the figure that it hangs on. */
const isNoteMark = (run: TextRun, line: { baseline: number; size: number }): boolean =>
  run.size < 0.9 * line.size && line.baseline - run.baseline > 0.12 * line.size

/** Gathers the runs of a page into lines, top down. */
export function gatherLines(runs: readonly TextRun[]): RunLine[] {
  const lines: { runs: TextRun[]; baseline: number; size: number }[] = []
  for (const run of [...runs].filter(({ text }) => text.trim() !== '').sort((a, b) => b.size - a.size || a.baseline - b.baseline)) {
    const home = lines.find(line => Math.abs(line.baseline - run.baseline) < 0.55 * Math.max(line.size, run.size))
    if (home) home.runs.push(run)
    else lines.push({ runs: [run], baseline: run.baseline, size: run.size })
  }
  return lines
    .map(line => {
      const size = median(line.runs.map(run => run.size))
      const baseline = median(line.runs.filter(run => run.size >= 0.9 * size).map(run => run.baseline))
      return { size, baseline, runs: line.runs.filter(run => !isNoteMark(run, { size, baseline })).sort((a, b) => a.left - b.left) }
    })
    .filter(line => line.runs.length > 0)
    .sort((a, b) => a.baseline - b.baseline)
}

const digitsEnd = /\d$/
/** A dash set apart is a cell of its own: a mark for its column, or for nothing. */
const loneDash = /^\s*[-−–]\s*$/
const groupOfThree = /^\d{3}(?!\d)/

/** What stands between two neighbouring runs: nothing, a space, or a cell boundary. */
export function separator(before: TextRun, after: TextRun, size: number): '' | ' ' | '\t' {
  const gap = (after.left - before.right) / size
  const spaced = before.text.endsWith(' ') || after.text.startsWith(' ')
  if (loneDash.test(after.text) && gap > 0.25) return '\t'
  const numeric = digitsEnd.test(before.text.trimEnd()) && /^[-−–]?\d/.test(after.text.trimStart())
  if (numeric) {
    if (gap < 0.04 && !spaced) return ''
    return gap < 0.42 && groupOfThree.test(after.text.trimStart()) ? ' ' : gap < 0.3 ? ' ' : '\t'
  }
  if (gap < 0.12 || (gap < 0.9 && /^[.,;:!?)](?!\d)/.test(after.text))) return ''
  return gap < 0.9 ? ' ' : '\t'
}

/** Ligatures that fonts keep in Unicode's private area, where no reader resolves them. */
const privateLigatures: Readonly<Record<string, string>> = { '\uf001': 'fi', '\uf002': 'fl' }

/** Ligatures as letters, without soft hyphens. */
export const spelledOut = (text: string): string =>
  text
    .replace(/[\uf001\uf002]/g, glyph => privateLigatures[glyph] ?? glyph)
    .replace(/[\ufb00-\ufb06]/g, glyph => glyph.normalize('NFKC'))
    .replace(/\u00ad/g, '')

/** Cells that begin this many sizes from the page's left edge stand over columns of figures, beside an empty label. */
const emptyLabel = 8

/** A line as text: words by spaces, cells by tabs. Runs of blanks inside a run stay cells of their own only where they are wide. */
export function lineText(line: RunLine, pageLeft = Number.POSITIVE_INFINITY): string {
  let text = ''
  let previous: TextRun | undefined
  for (const run of line.runs) {
    const between = previous ? separator(previous, run, line.size) : ''
    text = (between === '\t' ? text.trimEnd() : text) + between + (between === '\t' || text === '' ? run.text.trimStart() : run.text)
    previous = run
  }
  const cells = spelledOut(text).replace(/ {3,}/g, '\t').trimEnd()
  const [first] = line.runs
  return first && cells.includes('\t') && first.left - pageLeft > emptyLabel * line.size ? `\t${cells}` : cells
}
