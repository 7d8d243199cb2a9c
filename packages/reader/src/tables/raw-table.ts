import type { TextLine } from '../text/text-document.ts'
import type { HeaderLine, RowItem, TableBlock, TableItem, TextItem } from './find-tables.ts'
import { namedColumns } from './header-columns.ts'
import { labelByName } from './label-cells.ts'
import { isYear } from './label-numbers.ts'
import { readMarked } from './marked-rows.ts'
import type { RowDraft } from './row-draft.ts'
import { type RowReading, readRow } from './row-readings.ts'
import { segmentRows } from './segment.ts'
import { hasDigits } from './tokens.ts'
import { lineOverRows, wordHeader } from './word-header.ts'

/** A row with its whole label, the headings it stands under, and the ways to read its amounts. */
export interface RawRow {
  readonly draft: RowDraft
  readonly label: string
  /** Headings above, outermost first, as far as they follow each other without rows between. */
  readonly section: string
  /** Index of the heading run; rows with the same number stand under the same heading. */
  readonly sectionIndex: number
  readonly readings: readonly RowReading[]
  /** A dash stands in a column of its own beside the amounts. */
  readonly dashed: boolean
}

/** A table before anything is inferred from its arithmetic. */
export interface RawTable {
  readonly headers: readonly HeaderLine[]
  readonly titles: readonly TextLine[]
  readonly around: readonly TextLine[]
  readonly columns: number
  readonly hasNotes: boolean
  /** Which marked cell of a line each column is, where cells are marked. */
  readonly cellIndexes?: readonly number[]
  /** The columns as a line of plain words over the first row names them. */
  readonly columnWords?: readonly string[]
  readonly rows: readonly RawRow[]
}

interface Labelled {
  readonly draft: RowDraft
  readonly label: string
  readonly section: string
  readonly sectionIndex: number
  readonly apart: boolean
}

/** Reads a block as one or more tables: cut where the number of columns changes. */
export function rawTables(block: TableBlock): readonly RawTable[] {
  const hasNotes = block.headers.some(header => header.atoms.some(atom => atom.kind === 'note'))
  const named = block.headers.length > 0 ? namedColumns(block.headers) : undefined
  const items = withNames(block).map(item => (hasNotes && (named ?? 0) >= 2 && isNotedHeading(item) ? asHeading(item) : item))
  const rows = labelRows(items)
  const marked = rows.filter(row => row.draft.cells).length * 2 > rows.length
  if (marked)
    return readMarked(
      rows.map(row => row.draft),
      block.headers,
    ).map(part => tableOf(block, rows.slice(part.from, part.to), part, hasNotes))
  const setting = { hasNotes, ...(named === undefined ? {} : { named }) }
  const apart = rows.map((row, index) => row.apart || row.sectionIndex !== rows[index - 1]?.sectionIndex)
  const segments = segmentRows(
    rows.map(row => row.draft),
    apart,
    setting,
  )
  return segments.map((cut, index) => {
    const all = rows.slice(cut.from, cut.to)
    const headings = headingRows(all, cut.columns)
    const part = all.slice(headings.length)
    const segment = {
      ...cut,
      columns: withoutYears(
        part.map(row => row.draft),
        cut.columns,
        hasNotes,
      ),
    }
    const edges = edgesOf(
      part.map(row => row.draft),
      segment.columns,
      hasNotes,
    )
    const glued = printsGlued(
      part.map(row => row.draft),
      segment.columns,
    )
    const readings = part.map(row => readRow(row.draft, { columns: segment.columns, hasNotes, glued, ...(edges ? { edges } : {}) }))
    const first = index === 0 ? block : { ...block, headers: segment.columns === segments[0]?.columns ? block.headers : [] }
    const titles = [
      ...headings.map(({ draft }) => ({ number: draft.line, text: draft.text })).reverse(),
      ...(index === 0 || first.headers.length > 0 ? first.titles : ownTitles(items, part, first.titles)),
    ]
    return withColumnWords(
      { ...first, items, titles },
      part,
      tableOf({ ...first, titles }, part, { columns: segment.columns, readings, dashed: [] }, hasNotes),
    )
  })
}

/** A row of words and nothing but a reference to a note is a heading: `Eget kapital 6`. */
const isNotedHeading = (item: TableItem): item is RowItem =>
  item.kind === 'row' &&
  item.row.parting === 'spaces' &&
  item.row.label !== '' &&
  item.row.tail.length === 1 &&
  /^[1-9]\d?$/.test(item.row.tail[0]?.text ?? '')

const asHeading = ({ row, apart }: RowItem): TextItem => ({
  kind: 'text',
  line: { number: row.line, ...(row.page === undefined ? {} : { page: row.page }), text: row.text },
  text: row.label,
  apart,
})

/** The items of a block with each row labelled by what it is for. */
function withNames(block: TableBlock): readonly TableItem[] {
  const drafts = block.items.flatMap(item => (item.kind === 'row' ? [item.row] : []))
  const named = labelByName(drafts, block.headers)
  if (named === drafts) return block.items
  const byDraft = new Map(drafts.map((draft, index) => [draft, named[index] ?? draft]))
  return block.items.map(item => (item.kind === 'row' ? { ...item, row: byDraft.get(item.row) ?? item.row } : item))
}

/** The headings that stand over the first row of a table below another: its titles, nearest last as they are printed. */
function ownTitles(items: readonly TableItem[], [first]: readonly Labelled[], otherwise: readonly TextLine[]): readonly TextLine[] {
  const at = items.findIndex(item => item.kind === 'row' && item.row === first?.draft)
  const over: TextLine[] = []
  for (let index = at - 1; index >= 0; index -= 1) {
    const item = items[index]
    if (item?.kind !== 'text') break
    over.unshift(item.line)
  }
  return over.length > 0 ? over : otherwise
}

/** A header line that begins with words and names measures alone is the caption of a table: `Insatser, antal deltagare`. */
const isCaption = ({ atoms }: HeaderLine): boolean =>
  atoms[0]?.kind === 'word' && atoms.every(atom => atom.kind === 'word' || atom.kind === 'measure' || atom.kind === 'unit')

/** The table with the names of its columns, where a line of plain words over its rows gives them and the header does not. */
function withColumnWords(block: TableBlock, rows: readonly Labelled[], table: RawTable): RawTable {
  const line = rows[0]?.draft.line
  const over = line === undefined ? undefined : lineOverRows(block.items, line)
  const named = block.headers.every(isCaption) ? 0 : (namedColumns(block.headers) ?? 0)
  const words = over === undefined || named >= table.columns ? undefined : wordHeader(over, table.columns)
  if (over === undefined || words === undefined) return table
  const heading = withoutBorders(over)
  const withoutWords = (section: string): string =>
    section === heading ? '' : section.endsWith(` / ${heading}`) ? section.slice(0, -heading.length - 3) : section
  return {
    ...table,
    titles: table.titles.filter(title => title.text !== over),
    columnWords: words,
    rows: table.rows.map(row => ({ ...row, section: withoutWords(row.section) })),
  }
}

/** First rows of a table of several columns that have nothing but a year are headings: `Deltagare i insatser 2023`. */
function headingRows(rows: readonly Labelled[], columns: number): readonly Labelled[] {
  const first = rows.findIndex(row => row.draft.tail.filter(hasDigits).some(token => !isYear(token.text)))
  return columns < 2 || first <= 0 ? [] : rows.slice(0, first)
}

interface Part {
  readonly columns: number
  readonly readings: readonly (readonly RowReading[])[]
  readonly dashed: readonly boolean[]
  readonly cellIndexes?: readonly number[]
}

const tableOf = (block: TableBlock, rows: readonly Labelled[], part: Part, hasNotes: boolean): RawTable => ({
  headers: block.headers,
  titles: block.titles,
  around: block.around,
  columns: part.columns,
  hasNotes,
  ...(part.cellIndexes ? { cellIndexes: part.cellIndexes } : {}),
  rows: rows.map((row, index) => ({
    draft: row.draft,
    label: row.label,
    section: row.section,
    sectionIndex: row.sectionIndex,
    readings: part.readings[index] ?? [],
    dashed: part.dashed[index] ?? false,
  })),
})

/** Right edges of the columns where a text keeps its layout (amounts parted by wide gaps), from rows that fill all columns. */
function edgesOf(rows: readonly RowDraft[], columns: number, hasNotes: boolean): readonly number[] | undefined {
  const wide = rows.filter(row => row.tail.some(token => token.gap >= 2 && token.gap !== Number.POSITIVE_INFINITY)).length
  if (columns < 2 || wide * 2 < rows.length) return undefined
  const full = rows
    .flatMap(row => readRow(row, { columns, hasNotes }, 1))
    .filter(reading => reading.cost < 4 && reading.cells.every(cell => cell))
  if (full.length < 2) return undefined
  const ends = Array.from({ length: columns }, (_, column) => full.map(reading => reading.cells[column]?.end ?? 0).sort((a, b) => a - b))
  const middle = ends.map(list => list[Math.floor(list.length / 2)] ?? 0)
  const steady = ends.every((list, column) => list.filter(end => Math.abs(end - (middle[column] ?? 0)) <= 2).length * 10 >= list.length * 7)
  return steady ? middle : undefined
}

/** Joins labels that are broken over lines, and notes the headings that rows stand under. */
function labelRows(items: readonly TableItem[]): readonly Labelled[] {
  const rows: Labelled[] = []
  let heading: string[] = []
  let lead = ''
  let sectionIndex = 0
  let rowSinceHeading = false
  items.forEach((item, index) => {
    if (item.kind === 'row') {
      const continues = lead !== '' && (item.row.label === '' || /^\p{Ll}/u.test(item.row.label) || isOpen.test(lead))
      const label = continues ? `${lead} ${item.row.label}`.trim() : item.row.label
      rows.push({ draft: item.row, label, section: heading.join(' / '), sectionIndex, apart: item.apart })
      lead = ''
      rowSinceHeading = true
      return
    }
    const next = items[index + 1]
    const previous = rows.at(-1)
    if (
      lostTotal(
        item,
        next,
        items.some(other => other.kind === 'row'),
      )
    ) {
      rows.push({ draft: rowWithoutAmounts(item), label: item.text, section: heading.join(' / '), sectionIndex, apart: item.apart })
      rowSinceHeading = true
      return
    }
    if (/^\p{Ll}/u.test(item.text) && previous && rowSinceHeading && lead === '') {
      rows[rows.length - 1] = { ...previous, label: `${previous.label} ${item.text}` }
      return
    }
    if (next?.kind === 'row' && (next.row.label === '' || /^\p{Ll}/u.test(next.row.label) || (isOpen.test(item.text) && !next.apart))) {
      lead = item.text
      return
    }
    if (rowSinceHeading) heading = []
    const last = heading.at(-1)
    if (/^\p{Ll}/u.test(item.text) && last !== undefined) heading[heading.length - 1] = `${last} ${item.text}`
    else heading = [...heading, withoutBorders(item.text)].slice(-3)
    sectionIndex += 1
    rowSinceHeading = false
  })
  return rows
}

/** Words that a label does not end with: the line goes on. */
const isOpen = /(?:^|\s)(?:och|samt|eller|för|till|av|från|med|inom|via|per)$/i

const withoutBorders = (text: string): string =>
  text
    .replace(/[|\t]+/g, ' ')
    .replace(/\s+/g, ' ')
    .trim()
    .replace(/:$/, '')

/** A first column that holds nothing but years is part of the labels. */
function withoutYears(rows: readonly RowDraft[], columns: number, hasNotes: boolean): number {
  if (columns < 2 || rows.length < 2) return columns
  return rows.every(row => isYear(readRow(row, { columns, hasNotes }, 1)[0]?.cells[0]?.printed ?? '')) ? columns - 1 : columns
}

/** A line that says it is a total but shows no amount, and is no heading, lead or end of a neighbour's label. */
const lostTotal = (item: TextItem, next: TableItem | undefined, inTable: boolean): boolean => {
  if (!inTable || !/^(?:(?:del)?summa|totalt?)\s+\p{L}/iu.test(item.text) || item.text.length > 60) return false
  const following = next === undefined ? '' : next.kind === 'row' ? next.row.label : next.text
  return following !== '' && !/^\p{Ll}/u.test(following)
}

const rowWithoutAmounts = (item: TextItem): RowDraft => ({
  line: item.line.number,
  ...(item.line.page === undefined ? {} : { page: item.line.page }),
  text: item.line.text.trim(),
  parting: 'spaces',
  label: item.text,
  tail: [],
  labelEnd: item.line.text.trimEnd().length,
  indent: 0,
})

/** Whether a table prints thousands without spaces: some amounts have four digits and more, and nearly no row has more numbers than columns. */
function printsGlued(rows: readonly RowDraft[], columns: number): boolean {
  const numbers = rows.map(row => row.tail.filter(token => token.kind === 'number' || token.kind === 'garbled'))
  const long = numbers.flat().filter(token => /^[-−–—]?\d{4,7}$/.test(token.text) && !isYear(token.text)).length
  const fitting = numbers.filter(list => list.length <= columns).length
  return long >= 2 && fitting * 10 >= rows.length * 9
}
