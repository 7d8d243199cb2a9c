import { fontOf, gapAbove, type LabelColumn, labelColumnOf, leftOf, type Piece, rightOf } from './label-pieces.ts'
import { type CellLine, cellLine, tableRegions } from './table-region.ts'
import { bottomOf, lineText, type RunLine, topOf } from './text-line.ts'
import type { TextRun } from './text-run.ts'

/** Lines of one cell stand no farther apart than this, in units of the type size. */
const widestLeading = 1.45
/** Lines of one cell stand clearly closer than rows do. */
const closer = 0.88
/** Figures in the middle of a label of two lines stand about half a line from each. */
const halfLeading = 0.85
/** A label goes on this much to the right of where it began, at most. */
const farthestIn = 2.5
/** Whether the first word of the lower piece would have had room behind the upper one: then it was not the width that broke the label. */
function hasRoom(upper: Piece, lower: Piece, reach: number): boolean {
  const [word] = lower.cells[0]?.words ?? []
  const width = word ? word.right - word.left : 0
  return rightOf(upper.label) + 0.25 * upper.line.size + width < reach - 0.3 * upper.line.size
}

/** Whether two pieces are set alike: in one type and size, one under the other. */
function isSetAlike(upper: Piece, lower: Piece): boolean {
  const size = upper.line.size
  const indent = (leftOf(lower.label) - leftOf(upper.label)) / size
  return (
    Math.abs(lower.line.size - size) < 0.06 * size && fontOf(upper.label) === fontOf(lower.label) && indent > -0.2 && indent < farthestIn
  )
}

/** Whether two lines can be of one cell: pieces of a label set alike, the lower of which had no room on the line of the upper. */
function canGoOn(lines: readonly CellLine[], { pieces, reach }: LabelColumn, at: number): boolean {
  const [upper, lower] = [pieces[at - 1], pieces[at]]
  if (!upper || !lower || (upper.kind !== 'label' && lower.kind !== 'label')) return false
  if (gapAbove(lines, pieces, at) > widestLeading) return false
  return upper.kind === 'figures' || lower.kind === 'figures' || (isSetAlike(upper, lower) && !hasRoom(upper, lower, reach))
}

/** Whether a line stands so close below another as rows do not. */
function isClose(lines: readonly CellLine[], { pieces, pitch }: LabelColumn, at: number): boolean {
  const gap = gapAbove(lines, pieces, at)
  if (pieces[at - 1]?.kind === 'figures' || pieces[at]?.kind === 'figures') return gap < halfLeading
  return gap < closer * (pitch ?? gapAbove(lines, pieces, pieces[at]?.kind === 'label' ? at + 1 : at - 1))
}

/**
 * The lines that go on with the label of the line above them: those that stand close below it. Where rows stand as close as the lines of a
 * label, its type tells it from a heading.
 */
function continuations(lines: readonly CellLine[], column: LabelColumn): ReadonlySet<number> {
  const { pieces, font, from, to } = column
  const possible = [...lines.keys()].filter(at => at > from && at <= to && canGoOn(lines, column, at))
  const close = possible.filter(at => isClose(lines, column, at))
  if (close.length > 0 || font === undefined) return new Set(close)
  return oneWay(new Set(possible.filter(at => fontOf(pieces[at]?.label ?? []) === font)), pieces)
}

/**
 * In one table, figures stand beside the first line of every label, or beside the last one of all: lines that can only belong to the row above
 * them, or only to the one below, tell which. Where none tells it, those that could belong to either stay by themselves.
 */
function oneWay(joins: ReadonlySet<number>, pieces: readonly (Piece | undefined)[]): ReadonlySet<number> {
  const isLabel = (at: number): boolean => pieces[at]?.kind === 'label'
  const plain = [...pieces.keys()].filter(at => isLabel(at) && joins.has(at) !== joins.has(at + 1))
  const upwards = plain.filter(at => joins.has(at)).length
  if (plain.length === 0 || (upwards > 0 && upwards < plain.length)) return joins
  return new Set([...joins].filter(at => isLabel(upwards > 0 ? at : at - 1)))
}

const brokenWord = /(?<=\p{L})[-\u2010\u00ad]$/u
const restOfWord = /^(?!(?:och|eller|samt|respektive)\b)\p{Ll}/u

/** The pieces of a label as one text; a word that the line broke is whole again. */
const joined = (before: string, piece: string): string =>
  brokenWord.test(before) && restOfWord.test(piece) ? before.replace(brokenWord, '') + piece : `${before} ${piece}`

/** The lines of one cell as one line: the whole label in one run, and the figures beside it. */
function oneLine(pieces: readonly Piece[]): RunLine | undefined {
  const [first] = pieces
  const row = pieces.find(({ kind }) => kind !== 'label') ?? first
  const last = pieces.at(-1)
  if (!first || !row || !last) return undefined
  const { baseline, size } = row.line
  const labels = pieces.flatMap(({ label }) => label)
  const text = pieces
    .filter(({ label }) => label.length > 0)
    .map(({ line, label }) => lineText({ ...line, runs: label }))
    .reduce(joined)
  const label: TextRun = { ...labels[0], text, left: leftOf(labels), right: rightOf(labels), baseline, size }
  const runs = [label, ...row.line.runs.filter(run => !row.label.includes(run))]
  return { runs, baseline, size, top: topOf(first.line), bottom: bottomOf(last.line) }
}

/** The lines of a page, each label of its tables that was broken over several lines on the line of its figures. */
export function withWholeLabels(lines: readonly RunLine[]): readonly RunLine[] {
  const celled = lines.map(cellLine)
  const whole = new Map<number, RunLine | undefined>()
  for (const region of tableRegions(celled)) {
    const column = labelColumnOf(celled, region)
    if (!column) continue
    const goesOn = continuations(celled, column)
    for (let at = column.from; at <= column.to; at += 1) {
      let end = at
      while (goesOn.has(end + 1)) end += 1
      const pieces = column.pieces.slice(at, end + 1).flatMap(piece => piece ?? [])
      if (end > at && pieces.filter(({ kind }) => kind !== 'label').length <= 1) {
        for (let taken = at; taken <= end; taken += 1) whole.set(taken, undefined)
        whole.set(at, oneLine(pieces))
      }
      at = end
    }
  }
  return lines.flatMap((line, at) => (whole.has(at) ? (whole.get(at) ?? []) : line))
}
