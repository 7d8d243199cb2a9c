import type { RunLine } from './text-line.ts'
import { separator, spelledOut } from './text-line.ts'
import type { TextRun } from './text-run.ts'

/** A word with its place on the line. Readers give whole runs, so that the place of a word within one is an estimate. */
export interface PlacedWord {
  readonly text: string
  readonly left: number
  readonly right: number
  /** Whether the reader itself parted it from the word before; within a run the gap between two cells may be told as a mere space. */
  readonly opensRun: boolean
  readonly closesRun: boolean
}

/** Words of a line that stand close together, with their place. */
export interface PlacedCell {
  readonly words: readonly PlacedWord[]
  readonly text: string
  readonly left: number
  readonly right: number
}

/** Widths in units of the type size, near enough for every text face: digits are of one width in nearly all of them. */
const widths: readonly (readonly [RegExp, number])[] = [
  [/[ijl.,:;'’|!\s]/u, 0.27],
  [/[frt()[\]/-]/u, 0.34],
  [/[mwMW%—]/u, 0.83],
  [/\p{Lu}/u, 0.66],
]
const widthOf = (sign: string): number => widths.find(([signs]) => signs.test(sign))?.[1] ?? 0.52
const widthOfText = (text: string): number => [...text].reduce((sum, sign) => sum + widthOf(sign), 0)

/** The words of a run, each at its estimated place. */
function wordsOf(run: TextRun): PlacedWord[] {
  const text = spelledOut(run.text)
  const scale = (run.right - run.left) / Math.max(0.01, widthOfText(text))
  const words: PlacedWord[] = []
  let at = run.left
  for (const piece of text.split(/(\s+)/)) {
    const width = scale * widthOfText(piece)
    if (piece.trim() !== '') words.push({ text: piece, left: at, right: at + width, opensRun: words.length === 0, closesRun: false })
    at += width
  }
  const last = words.pop()
  return last ? [...words, { ...last, closesRun: true }] : words
}

/** A cell of words that follow each other. */
export const cellOfWords = (words: readonly PlacedWord[]): PlacedCell => ({
  words,
  text: words.map(({ text }) => text).join(' '),
  left: words[0]?.left ?? 0,
  right: words.at(-1)?.right ?? 0,
})

/** The cells of a line as its gaps part them. */
export function cellsOf(line: RunLine): PlacedCell[] {
  const cells: PlacedWord[][] = []
  let previous: TextRun | undefined
  for (const run of line.runs) {
    const between = previous ? separator(previous, run, line.size) : '\t'
    const words = wordsOf(run)
    const last = cells.at(-1)
    if (between === '\t' || !last) cells.push(words)
    else if (between === '' && last.length > 0 && !/^\s/.test(run.text)) last.push(...joinedTo(last, words))
    else last.push(...words)
    previous = run
  }
  return cells.filter(words => words.length > 0).map(words => cellOfWords(words))
}

/** The first word of a run that stands without a gap belongs to the word before. */
function joinedTo(before: PlacedWord[], [first, ...rest]: PlacedWord[]): PlacedWord[] {
  const last = before.pop()
  if (!last || !first) return [...(last ? [last] : []), ...(first ? [first] : []), ...rest]
  return [{ ...last, text: last.text + first.text, right: first.right, closesRun: first.closesRun }, ...rest]
}

const figure = /^[(+\-−–‑]?\s?\d{1,3}(?:\s?\d{3})*(?:[.,]\d+)?\)?(?:\s?(?:%|kr|tkr|mnkr))?$/
const day = /^(?:19|20)\d\d-\d\d-\d\d$/
const dash = /^[-−–—]$/

/** Whether a cell holds one figure, a day or the dash for none: `−1 250`, `48,4 %`, `2024-12-31`, `–`. */
export const isFigure = (text: string): boolean => figure.test(text) || day.test(text) || dash.test(text)
/** Whether a cell names a time, as headers do. */
export const isTime = (text: string): boolean => /^(?:19|20)\d\d(?:\s?[-–]\s?(?:19|20)?\d\d)?$/.test(text) || day.test(text)

/** Whether the second word must begin another figure: it has a sign, is a day, or is no group of three digits. */
const beginsFigure = (before: PlacedWord, after: PlacedWord): boolean =>
  /\d[)%]?$/.test(before.text) && /^[(+\-−–‑]?\d/.test(after.text) && !/^\d{3}(?!\d)/.test(after.text)

/** Parts a cell of figures where one figure ends beyond doubt: `31 2025-12-31`, `−8 224 −7 431`. */
export function partFigures(cell: PlacedCell): PlacedCell[] {
  if (/\p{L}/u.test(cell.text.replace(/\b(?:m?n?kr|tkr)\b/g, ''))) return [cell]
  const parts: PlacedWord[][] = []
  for (const [index, word] of cell.words.entries()) {
    const before = cell.words[index - 1]
    const last = parts.at(-1)
    if (!before || !last || beginsFigure(before, word)) parts.push([word])
    else last.push(word)
  }
  return parts.map(words => cellOfWords(words))
}
