import type { TextLine } from '../text/text-document.ts'
import { joinBrokenRows } from './broken-rows.ts'
import { columnStyles } from './column-styles.ts'
import { type HeadGrid, headColumns } from './head-grid.ts'
import { headOnLine } from './head-on-line.ts'
import { headOverRows } from './head-over-rows.ts'
import { headerAtoms } from './header-atoms.ts'
import { fullestHeader, headerCells, markedHeader, namedColumns } from './header-columns.ts'
import { isYear } from './label-numbers.ts'
import { type Labelled, labelRows, namedItems, withoutBorders } from './labelled-rows.ts'
import { readMarked } from './marked-rows.ts'
import { edgesOf, fullReadings, printsGlued, withoutYears } from './print-habits.ts'
import type { RawTable } from './raw-table.ts'
import { type RowReading, readRow } from './row-readings.ts'
import { segmentRows } from './segment.ts'
import type { HeaderLine, TableBlock, TableItem } from './table-block.ts'
import { hasDigits } from './tokens.ts'
import { lineOverRows, wordHeader } from './word-header.ts'

/** Reads a block as one or more tables: cut where the number of columns changes. */
export function blockTables(block: TableBlock): readonly RawTable[] {
  const hasNotes = block.headers.some(header => header.atoms.some(atom => atom.kind === 'note'))
  const laid = block.headers.length > 0 ? undefined : headColumns(block.above)
  const named = laid ?? (block.headers.length > 0 ? namedColumns(block.headers) : undefined)
  const items = joinBrokenRows(namedItems(block, hasNotes && (named ?? 0) >= 2), hasNotes, named)
  const rows = labelRows(items)
  const drafts = rows.map(row => row.draft)
  if (drafts.filter(draft => draft.cells).length * 2 > drafts.length)
    return readMarked(drafts, block.headers).map(part => tableOf(block, rows.slice(part.from, part.to), part, hasNotes))
  const apart = rows.map((row, index) => row.apart || row.sectionIndex !== rows[index - 1]?.sectionIndex)
  const namedShares = fullestHeader(block.headers).filter(cell => cell.measure === 'share').length
  const cuts = segmentRows(drafts, apart, {
    hasNotes,
    sure: laid !== undefined || nameAlike(block.headers),
    ...(named === undefined ? {} : { named, namedShares }),
  })
  const known = { ...block, items }
  return cuts.map((cut, index) =>
    segmentTable(known, rows.slice(cut.from, cut.to), cut.columns, hasNotes, index === 0 ? undefined : cuts[0]),
  )
}

/** The table of rows with one number of columns; `first` is the segment over it, whose header and titles it shares where its columns are as many. */
function segmentTable(
  block: TableBlock,
  all: readonly Labelled[],
  width: number,
  hasNotes: boolean,
  first?: { readonly columns: number },
): RawTable {
  const over = first === undefined ? headOverRows(block.above, all, width) : undefined
  const headings = over ? [] : headingRows(all, width)
  const rows = all.slice(headings.length + (over?.rows ?? 0))
  const drafts = rows.map(row => row.draft)
  const columns = withoutYears(drafts, width, hasNotes)
  const full = columns < 2 ? [] : fullReadings(drafts, columns, hasNotes)
  const percents = columnStyles(full, columns, []).map(({ print }) => print === 'percent')
  const above = [...block.above, ...headings.map(({ draft }) => ({ number: draft.line, text: draft.text }))]
  const head = over ?? (first === undefined ? headOnLine(above, columns, percents, fullestHeader(block.headers)) : undefined)
  const headers = head ? head.lines.map(asHeader) : first === undefined || first.columns === columns ? block.headers : []
  const edges = edgesOf(drafts, columns, full)
  const styles = columnStyles(full, columns, head?.cells ?? fullestHeader(headers))
  const glued = printsGlued(drafts, columns)
  const readings = drafts.map(draft => readRow(draft, { columns, hasNotes, glued, styles, ...(edges ? { edges } : {}) }))
  const unused = head
    ? block.headers.filter(({ line }) => !head.lines.some(({ number }) => number === line.number) && !/^\W*belopp/i.test(line.text))
    : []
  const titles = [
    ...unused.map(({ line }) => line).reverse(),
    ...headings.map(({ draft }) => ({ number: draft.line, text: draft.text })).reverse(),
    ...(first === undefined || headers.length > 0 ? block.titles : ownTitles(block.items, rows, block.titles)),
  ]
  const own = { ...block, headers, titles }
  const table = tableOf(own, rows, { columns, readings, dashed: [] }, hasNotes)
  return head?.cells.length === columns ? withHead(table, head) : withColumnWords(own, rows, table)
}

/** Whether several lines of a header each name as many columns: `2025 2024` over `jan-jun jan-jun`. */
const nameAlike = (headers: readonly HeaderLine[]): boolean => {
  const counts = headers.map(header => headerCells(header).length).filter(count => count > 0)
  return counts.length >= 2 && counts.every(count => count >= 2 && count === counts[0])
}

const asHeader = (line: TextLine): HeaderLine => ({ line, atoms: headerAtoms(line.text) })

/** The table with its head, whose lines head no rows. */
function withHead(table: RawTable, { cells, lines }: HeadGrid): RawTable {
  const printed = lines.map(({ text }) => withoutBorders(text))
  const texts = new Set([...printed, printed.join(' ')])
  const withoutLines = (section: string): string =>
    section
      .split(' / ')
      .filter(heading => !texts.has(heading))
      .join(' / ')
  return {
    ...table,
    head: cells,
    titles: table.titles.filter(title => !lines.some(line => line.number === title.number)),
    rows: table.rows.map(row => ({ ...row, section: withoutLines(row.section) })),
  }
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

/** Rows with one number of columns, read. */
interface Part {
  readonly columns: number
  readonly readings: readonly (readonly RowReading[])[]
  readonly dashed: readonly boolean[]
  readonly cellIndexes?: readonly number[]
}

function tableOf(block: TableBlock, rows: readonly Labelled[], part: Part, hasNotes: boolean): RawTable {
  const shares = sharesOf(block.headers, part)
  return {
    headers: block.headers,
    titles: block.titles,
    around: block.around,
    columns: part.columns,
    hasNotes,
    ...(part.cellIndexes ? { cellIndexes: part.cellIndexes } : {}),
    ...(shares.includes(true) && shares.includes(false) ? { shares } : {}),
    rows: rows.map((row, index) => ({
      draft: row.draft,
      label: row.label,
      section: row.section,
      sectionIndex: row.sectionIndex,
      readings: part.readings[index] ?? [],
      dashed: part.dashed[index] ?? false,
    })),
  }
}

/** Which columns hold percents. */
function sharesOf(headers: readonly HeaderLine[], { columns, readings, cellIndexes }: Part): readonly boolean[] {
  const header = (cellIndexes ? markedHeader(headers, cellIndexes) : undefined) ?? fullestHeader(headers)
  const cheapest = readings.flatMap(([first]) => first ?? [])
  return columnStyles(cheapest, columns, header).map(({ share }) => share)
}
