import type { TextDocument, TextLine } from '../text/text-document.ts'
import type { HeaderAtom } from './header-atoms.ts'
import { layoutRows } from './layout-rows.ts'
import { type KindedLine, kindOfLine } from './line-kinds.ts'
import type { RowDraft } from './row-draft.ts'
import { taggedRows } from './tagged-rows.ts'
import { hasDigits } from './tokens.ts'

/** A heading, caption or piece of a label between the rows of a table. */
export interface TextItem {
  readonly kind: 'text'
  readonly line: TextLine
  readonly text: string
  /** Whether a blank line parts it from what stands before. */
  readonly apart: boolean
}
export interface RowItem {
  readonly kind: 'row'
  readonly row: RowDraft
  readonly apart: boolean
}
export type TableItem = TextItem | RowItem

export interface HeaderLine {
  readonly line: TextLine
  readonly atoms: readonly HeaderAtom[]
}

/** Lines that hang together as a table: its header, then rows with the headings between them. */
export interface TableBlock {
  readonly headers: readonly HeaderLine[]
  readonly items: readonly TableItem[]
  /** The nearest headings above, nearest first. */
  readonly titles: readonly TextLine[]
  /** Lines above (header captions) and below that may tell the unit. */
  readonly around: readonly TextLine[]
}

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
  let rows = 0
  for (const line of layoutRows(taggedRows(document.lines))) {
    if (rows >= mostRows) return { lines, stoppedAt: line.number }
    const kinded = kindOfLine(line)
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

/** Finds the stretches of a document in which rows of amounts follow each other. */
export function findTables(lines: readonly KindedLine[]): readonly TableBlock[] {
  const blocks: TableBlock[] = []
  let at = 0
  while (at < lines.length) {
    if (lines[at]?.kind !== 'row') {
      at += 1
      continue
    }
    const end = blockEnd(lines, at)
    blocks.push(blockOf(lines, at, end))
    at = end
  }
  return blocks
}

/** The index after the last row that belongs with the row at `start`. */
function blockEnd(lines: readonly KindedLine[], start: number): number {
  let end = start + 1
  let texts = 0
  const repeated = new Set(lines.slice(Math.max(0, start - 14), start).flatMap(kinded => (kinded.kind === 'header' ? [kinded.text] : [])))
  for (let at = start + 1; at < lines.length; at += 1) {
    const kind = lines[at]?.kind
    if (beginsMarked(lines, at)) return end
    if (kind === 'row') {
      end = at + 1
      texts = 0
    } else if (kind === 'prose' || kind === 'title') return end
    else if (kind === 'header' && texts === 0 && repeated.has(lines[at]?.text ?? '')) continue
    else if (kind === 'header' && startsTable(lines, at)) return end
    else if (kind === 'text' || kind === 'fragment' || kind === 'header') texts += 1
    if (texts > 5 || at - end > 14) return end
  }
  return end
}

/** Whether a table of tags or a Markdown header with its line of dashes begins here. */
const beginsMarked = (lines: readonly KindedLine[], at: number): boolean =>
  /<table[\s>]/i.test(lines[at]?.line.text ?? '') ||
  (/^\s*\|?[\s:|]*-{3,}[\s:|-]*$/.test(lines[at + 1]?.line.text ?? '') && /\|/.test(lines[at + 1]?.line.text ?? ''))

/** A header line between rows begins a new table: one that names a time, a scenario or several measures. */
const startsTable = (lines: readonly KindedLine[], at: number): boolean =>
  !/^(?:(?:del)?summa|total|årets resultat|resultat)/i.test(lines[at]?.text ?? '') &&
  (tells(lines[at]?.atoms ?? []) || (lines[at]?.atoms ?? []).filter(atom => atom.kind === 'measure').length >= 2)

function blockOf(lines: readonly KindedLine[], start: number, end: number): TableBlock {
  const found = headersAbove(lines, start)
  const below = found.headers.some(header => tells(header.atoms)) ? [] : headersBelow(lines, end)
  const above = below.length > 0 ? { ...found, headers: [...found.headers, ...below] } : found
  const items = itemsOf(lines, above.first, start, end)
  return {
    headers: above.headers,
    items,
    titles: titlesAbove(lines, above.first),
    around: lines.slice(Math.max(0, above.first - 4), Math.min(lines.length, end + 40)).map(kinded => kinded.line),
  }
}

/** Header lines above the first row, over blanks and at most a few headings; `first` is the index of the topmost line taken. */
function headersAbove(lines: readonly KindedLine[], start: number): { readonly headers: readonly HeaderLine[]; readonly first: number } {
  let first = start
  let topmost = start
  let others = 0
  const headers: HeaderLine[] = []
  for (let at = start - 1; at >= 0 && start - at <= 14; at -= 1) {
    const kinded = lines[at]
    if (!kinded || kinded.kind === 'row' || kinded.kind === 'prose') break
    if (kinded.kind === 'header' || (kinded.kind === 'title' && tells(kinded.atoms) && headers.length === 0)) {
      headers.unshift({ line: kinded.line, atoms: kinded.atoms })
      first = at
      topmost = at
      others = 0
      if (kinded.kind === 'title') break
    } else if (kinded.kind === 'title') break
    else if (kinded.kind === 'fragment' && nearHeader(lines, at)) {
      headers.unshift({ line: kinded.line, atoms: kinded.atoms })
      topmost = at
    } else if (kinded.kind === 'text' || kinded.kind === 'fragment') {
      if (headers.length > 0) break
      others += 1
    }
    if (others > 3) break
  }
  return headers.some(header => tells(header.atoms)) || headers.length > 1
    ? { headers, first: Math.min(first, topmost) }
    : { headers, first }
}

/** Header lines right below the last row, where no rows follow them: some texts print the header after its table. */
function headersBelow(lines: readonly KindedLine[], end: number): readonly HeaderLine[] {
  const near = lines.slice(end, end + 12).filter(kinded => kinded.kind !== 'blank' && kinded.kind !== 'noise')
  const count = near.findIndex(kinded => kinded.kind !== 'header')
  const headers = count < 0 ? near : near.slice(0, count)
  const next = count < 0 ? undefined : near[count]
  if (headers.length === 0 || headers.length > 3 || next?.kind === 'row' || !headers.some(kinded => tells(kinded.atoms))) return []
  return headers.map(kinded => ({ line: kinded.line, atoms: kinded.atoms }))
}

const tells = (atoms: readonly HeaderAtom[]): boolean =>
  atoms.some(atom => atom.kind === 'year' || atom.kind === 'day' || atom.kind === 'scenario')

/** A fragment belongs to the header where one stands beside it and it does not read like a heading of rows. */
const nearHeader = (lines: readonly KindedLine[], at: number): boolean => {
  const piece = lines[at]
  const headed = (index: number): boolean => lines[index]?.kind === 'header'
  const above = headed(at - 1) || (lines[at - 1]?.kind === 'fragment' && headed(at - 2))
  const below = headed(at + 1) || (lines[at + 1]?.kind === 'fragment' && headed(at + 2))
  if (!piece || (!above && !below)) return false
  return (above && below) || /^\p{Ll}/u.test(piece.text) || piece.atoms.some(atom => atom.kind === 'unit' || /\d/.test(atom.text))
}

function itemsOf(lines: readonly KindedLine[], first: number, start: number, end: number): readonly TableItem[] {
  const items: TableItem[] = []
  let apart = false
  for (let at = first; at < end; at += 1) {
    const kinded = lines[at]
    if (!kinded) continue
    if (kinded.kind === 'blank') apart = true
    if (kinded.kind === 'row') for (const row of kinded.rows) items.push({ kind: 'row', row, apart })
    const heading = kinded.kind === 'text' || (kinded.kind === 'fragment' && (at > start || !nearHeader(lines, at)))
    if (heading) items.push({ kind: 'text', line: kinded.line, text: kinded.text, apart })
    if (kinded.kind !== 'blank') apart = false
  }
  const after = lines.slice(end, end + 3).find(kinded => kinded.kind !== 'blank')
  if (after && (after.kind === 'text' || after.kind === 'fragment') && /^\p{Ll}/u.test(after.text)) {
    items.push({ kind: 'text', line: after.line, text: after.text, apart: false })
  }
  const before = lines.slice(Math.max(0, first - 6), first).reverse()
  const lead: TableItem[] = []
  if (first === start) {
    for (const kinded of before) {
      if (kinded.kind !== 'text' && kinded.kind !== 'fragment') {
        if (kinded.kind === 'blank') continue
        break
      }
      lead.unshift({ kind: 'text', line: kinded.line, text: kinded.text, apart: false })
    }
  }
  return [...lead, ...items]
}

function titlesAbove(lines: readonly KindedLine[], first: number): readonly TextLine[] {
  const titles: TextLine[] = []
  const here = lines[first]
  if (here?.kind === 'title') titles.push(here.line)
  for (let at = first - 1; at >= 0 && first - at <= 60 && titles.length < 4; at -= 1) {
    const kinded = lines[at]
    if (!kinded) break
    const near = first - at <= 6 && ['text', 'header', 'fragment'].includes(kinded.kind) && !/<t[dh][\s>]|\|.*\|/i.test(kinded.line.text)
    if (kinded.kind === 'title' || near) titles.push(kinded.line)
  }
  return titles
}
