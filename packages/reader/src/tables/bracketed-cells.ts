import type { TextLine } from '../text/text-document.ts'
import { lineCells, type Piece } from './line-cells.ts'

const bracketed = /^\d[\d ]*\s?\(\d[\d ]*\)$/
const told = /\b((?:19|20)\d\d)\b[^()]{0,30}\binom parentes|inom parentes[^()]{0,30}?\b((?:19|20)\d\d)\b/i
const fewestRows = 2
const titleWithin = 3

/**
 * Lines of marked cells in which a column prints another year's number in brackets, `66 (58)`, with that number in a cell of its own under a
 * head that names its year. Only where a line over the table says which year stands in brackets; other lines pass as they are.
 *
 * @example under `Deltagare 2023 (2022 inom parentes)`: `Team⇥Deltagare` → `Team⇥Deltagare⇥Deltagare 2022`, `Norr⇥66 (58)` → `Norr⇥66⇥58`
 */
export function apartBrackets(lines: readonly TextLine[]): readonly TextLine[] {
  if (!lines.some(({ text }) => text.length <= 400 && told.test(text))) return lines
  const found = [...lines]
  let at = 0
  while (at < lines.length) {
    const rows = markedRows(lines, at)
    const year = rows.length > fewestRows ? yearInBrackets(lines, at) : undefined
    const column = year === undefined ? -1 : bracketColumn(rows)
    if (year !== undefined && column > 0)
      rows.forEach((cells, index) => {
        const line = lines[at + index]
        if (line) found[at + index] = { ...line, text: parted(line.text, cells[column], year), printed: line.printed ?? line.text }
      })
    at += Math.max(1, rows.length)
  }
  return found
}

function markedRows(lines: readonly TextLine[], from: number): readonly (readonly Piece[])[] {
  const rows: (readonly Piece[])[] = []
  for (let at = from; at < lines.length; at += 1) {
    const { parting, cells } = lineCells(lines[at]?.text ?? '')
    if (parting !== 'marks' || !/\t/.test(lines[at]?.text ?? '')) break
    rows.push(cells)
  }
  return rows
}

const yearInBrackets = (lines: readonly TextLine[], at: number): string | undefined => {
  const [, before, after] = lines.slice(Math.max(0, at - titleWithin), at).flatMap(({ text }) => told.exec(text) ?? [])
  return before ?? after
}

/** The column whose cells below the head all print a number in brackets behind another; −1 where there is none. */
function bracketColumn([head, ...rows]: readonly (readonly Piece[])[]): number {
  return (head ?? []).findIndex((_, column) => {
    const filled = rows.map(row => row[column]?.text ?? '').filter(text => text !== '')
    return filled.length >= fewestRows && filled.every(text => bracketed.test(text))
  })
}

function parted(text: string, cell: Piece | undefined, year: string): string {
  if (!cell) return text
  const [before, own, after] = [text.slice(0, cell.start), text.slice(cell.start, cell.end), text.slice(cell.end)]
  return bracketed.test(cell.text)
    ? `${before}${own.replace(/\s?\(/, found => '\t'.padStart(found.length)).replace(')', ' ')}${after}`
    : `${before}${own}\t${own === '' ? '' : `${own} ${year}`}${after}`
}
