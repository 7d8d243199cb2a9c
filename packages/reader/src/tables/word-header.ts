import type { TableItem } from './table-block.ts'

const longest = 160

/**
 * The names of the columns that a line of plain words over the first row gives: parted by wide gaps, or each begun by a capital. Undefined
 * where the line does not name as many columns as there are, with or without one over the labels.
 *
 * @example wordHeader('Insats Kvinnor Män Till arbete', 3) // → ['Kvinnor', 'Män', 'Till arbete']
 */
export function wordHeader(text: string, columns: number): readonly string[] | undefined {
  const line = text.trim()
  if (columns < 2 || line.length > longest || /[.:!?;]$/.test(line)) return undefined
  const wide = line.split(/\s{2,}|\t\s*/)
  if (fits(wide, columns) && wide.every(isName)) return wide.slice(-columns)
  const pieces = line.split(pieceStart)
  const named =
    pieces.every(piece => /^\p{Lu}/u.test(piece) || ageGroup.test(piece)) && !/\d/.test(line.replace(new RegExp(ageGroup, 'gu'), ''))
  return wide.length === 1 && named ? spread(pieces, columns) : undefined
}

/** What stands over the labels, and over no column. */
const overLabels =
  /^(?:kommun(?:er)?|insats(?:er)?|kostnadsslag|intäktsslag|verksamhet(?:er)?|aktivitet(?:er)?|projekt|namn|post|del|team|ort|part|huvudman|medlem)$/i

/** The pieces that name the columns. Where one over the labels takes the place of a column, `varav` begins a column of its own. */
function spread(pieces: readonly string[], columns: number): readonly string[] | undefined {
  if (pieces.length !== columns || !overLabels.test(pieces[0] ?? '')) return fits(pieces, columns) ? pieces.slice(-columns) : undefined
  const parted = pieces.slice(1).flatMap(piece => piece.split(/\s+(?=(?:varav|därav|darav)\s)/))
  return parted.length === columns ? parted : undefined
}

const ageGroup = /(?:[<>]\s?)?\d{1,2}\s?(?:[-–]\s?\d{1,2}|\+)?(?:\s+[åa]r)?/u
const pieceStart = /\s+(?=\p{Lu}|[<>]?\s?\d{1,2}(?:[-–]\d{1,2}|\+))/u

/** A piece of a header that has words, and no amount. */
const isName = (piece: string): boolean => piece.length <= 45 && /^\p{L}/u.test(piece) && !/\d[ \u00A0]\d{3}\b|\d{5}/.test(piece)

const fits = (pieces: readonly string[], columns: number): boolean => pieces.length === columns || pieces.length === columns + 1

/** The line that stands right over the first row of a table. */
export function lineOverRows(items: readonly TableItem[], firstRow: number): string | undefined {
  const at = items.findIndex(item => item.kind === 'row' && item.row.line === firstRow)
  const over = items[at - 1]
  return over?.kind === 'text' ? over.line.text : undefined
}
