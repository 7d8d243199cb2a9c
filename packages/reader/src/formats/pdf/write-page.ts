import type { LineWriter } from '../extracted-text.ts'
import { readingOrder } from './page-columns.ts'
import { pageLines } from './page-lines.ts'
import { sureWords } from './sure-words.ts'
import { bottomOf, type RunLine, topOf } from './text-line.ts'
import type { QuarterTurn } from './text-run.ts'

/** How a page's lines came about. */
export interface PageSource {
  readonly page: number
  /** The turn that set its text upright. */
  readonly turn?: QuarterTurn
  /** Read off a picture. */
  readonly recognised?: boolean
}

type Box = readonly [left: number, top: number, right: number, bottom: number]

/** A line's box where it stands on the page as a person sees it, before its text was set upright. */
function boxOf(line: RunLine, turn: QuarterTurn): Box {
  const left = Math.min(...line.runs.map(run => run.left))
  const right = Math.max(...line.runs.map(run => run.right))
  const [top, bottom] = [topOf(line) - line.size, bottomOf(line) + 0.25 * line.size]
  const boxes: readonly [Box, Box, Box, Box] = [
    [left, top, right, bottom],
    [-bottom, left, -top, right],
    [-right, -bottom, -left, -top],
    [top, -right, bottom, -left],
  ]
  return boxes[turn]
}

/** Writes the lines of one page in reading order, each with its place; blank lines part paragraphs. */
export function writePage(writer: LineWriter, lines: readonly RunLine[], { page, turn = 0, recognised = false }: PageSource): void {
  writer.breakPage()
  // A page without text is a line without text, so that the pages after it keep their numbers.
  if (lines.length === 0) writer.write('', { page })
  let lowest = Number.POSITIVE_INFINITY
  for (const column of readingOrder(lines)) {
    for (const [index, { text, line, parted }] of pageLines(column).entries()) {
      if (parted || (index === 0 && topOf(line) - lowest > 1.9 * line.size)) writer.write('')
      writer.write(text, { page, box: boxOf(line, turn), ...(recognised ? { recognised, words: sureWords(line, text) } : {}) })
      lowest = bottomOf(line)
    }
  }
}
