import { findLetterheads } from '../document/letterhead.ts'
import { findPageFurniture } from '../document/page-furniture.ts'
import type { TextDocument } from '../text/text-document.ts'
import { apartBrackets } from './bracketed-cells.ts'
import { layoutRows } from './layout-rows.ts'
import { type KindedLine, kindOfLine } from './line-kinds.ts'
import { taggedRows } from './tagged-rows.ts'
import { hasDigits } from './tokens.ts'
import { twoSided } from './two-sided.ts'
import { withoutWordsBehind } from './words-behind.ts'

/** How many rows are read of one document: more than any plan or report has, few enough to end in time. */
const mostRows = 4_000

/** The lines of a document by their kinds, and from which line on (1-based) nothing was looked at because the work limit was met. */
export interface KindedText {
  readonly lines: readonly KindedLine[]
  readonly stoppedAt?: number
}

/** Sorts the lines of a document, until the work limit is met. */
export function kindLines(document: TextDocument): KindedText {
  const lines: KindedLine[] = []
  const furniture = findPageFurniture(document)
  const letterheads = findLetterheads(document.lines)
  let rows = 0
  for (const line of twoSided(apartBrackets(layoutRows(withoutWordsBehind(taggedRows(document.lines)))))) {
    if (rows >= mostRows) return { lines, stoppedAt: line.number }
    const found = kindOfLine(line)
    const outside = letterheads.has(line.number) || (furniture.has(line.number) && found.kind !== 'header')
    const kinded: KindedLine = outside ? { ...found, kind: 'noise', rows: [] } : found
    rows += kinded.rows.length
    lines.push(kinded)
  }
  return { lines: lines.map((line, at) => (isYearHeading(lines, at) ? { ...line, kind: 'title' as const, rows: [] } : line)) }
}

const years = /^(?:19|20)\d\d(?:[-–/](?:(?:19|20)?\d\d)|-\d\d-\d\d)?$/

/** A line of words and a year, years or a day alone, set apart by blank lines, is a heading and no row: `Resultat för deltagare 2023`. */
const isYearHeading = (lines: readonly KindedLine[], at: number): boolean => {
  const [row, other] = lines[at]?.rows ?? []
  const numbers = row?.tail.filter(hasDigits) ?? []
  const apart = (index: number): boolean => lines[index] === undefined || lines[index]?.kind === 'blank' || lines[index]?.kind === 'noise'
  return (
    row !== undefined &&
    other === undefined &&
    row.parting === 'spaces' &&
    numbers.length === 1 &&
    numbers.every(token => years.test(token.text)) &&
    row.label !== '' &&
    !/^(?:del)?summa|^total/i.test(row.label) &&
    apart(at - 1) &&
    apart(at + 1)
  )
}
