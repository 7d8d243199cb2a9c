import type { TextLine } from '../text/text-document.ts'
import { cellsOf, expanded } from './head-cells.ts'
import type { HeadGrid } from './head-grid.ts'
import { wordsOnLine } from './head-words.ts'
import type { HeaderCell } from './header-columns.ts'

const mostColumns = 12
const longest = 140
const mostHeadings = 2

/** A heading of rows: a few words without a figure. */
export const isHeading = (text: string): boolean => !/\d/.test(text) && text.trim().split(/\s+/).length <= 3

const sharesOf = (cells: readonly HeaderCell[]): string => cells.map(({ measure }) => (measure === 'share' ? '%' : '-')).join('')
const isQuarterly = (cells: readonly HeaderCell[]): boolean =>
  cells.filter(({ months }) => months !== undefined && months[1] - months[0] === 2).length >= 2

/**
 * The head of a table on the one line right over its rows, parted so that the columns it calls shares are those that print percents, or
 * so that it names quarters. Undefined where the words can be parted otherwise as well, or tell no more than what is read without it.
 *
 * @param shares  which columns print percents
 * @param read    what the head is taken to say of the columns otherwise
 * @example `Medlem Invånare 25-12-31 Andel 2026 2027` over `7 012 6,1 % 341 600 333 060` → Invånare 25-12-31 | Andel | 2026 | 2027
 */
export function headOnLine(
  above: readonly TextLine[],
  columns: number,
  shares: readonly boolean[],
  read: readonly HeaderCell[],
): HeadGrid | undefined {
  const line = above.slice(-mostHeadings - 1).findLast(({ text }) => !isHeading(text))
  if (!line || columns < 2 || columns > mostColumns || line.text.length > longest) return undefined
  const printed = shares.map(share => (share ? '%' : '-')).join('')
  if (shares.includes(true) && read.length === columns && sharesOf(read) === printed) return undefined
  const ways = wordsOnLine(line.text, columns).map(words => words.map(({ text }) => expanded(text)))
  const distinct = [...new Map(ways.map(texts => [texts.join('\n'), texts])).values()]
  const [cells, other] = distinct
    .map(texts => withTimes(cellsOf(texts)))
    .filter(found => sharesOf(found) === printed && (shares.includes(true) || isQuarterly(found)))
  return cells && !other ? { cells, lines: [line] } : undefined
}

/** A share that names no time is one of the amounts before it: `2026 % av total 2025 % av total`. */
const withTimes = (cells: readonly HeaderCell[]): readonly HeaderCell[] =>
  cells.map((cell, at) => {
    const before = cells[at - 1]
    const bare = cell.measure === 'share' && cell.scenario === undefined && cell.year === undefined && cell.days.length === 0
    if (!bare || !before || before.measure === 'population' || before.measure === 'share') return cell
    const { scenario, year, days, months } = before
    return { ...cell, days, ...(scenario ? { scenario } : {}), ...(year ? { year } : {}), ...(months ? { months } : {}) }
  })
