import { type CellObject, type Range, utils, type WorkSheet } from '@e965/xlsx'

const plainNumber = (value: number): string => {
  const text = String(Math.round(value * 1e6) / 1e6)
  const [whole = '', decimals] = text.replace('-', '').split('.')
  return `${value < 0 ? '-' : ''}${whole.replace(/\B(?=(\d{3})+$)/g, ' ')}${decimals ? `,${decimals}` : ''}`
}

/** The words of a cell; what is raised behind them is a note mark. */
function words(cell: CellObject): string {
  const rich = typeof cell.h === 'string' && /<sup>/i.test(cell.h) ? cell.h.replace(/<sup>.*?<\/sup>/gis, '') : undefined
  const text =
    rich === undefined ? String(cell.v ?? '') : rich.replace(/<[^>]*>/g, '').replace(/&(amp|lt|gt|quot);/g, (_, name) => signs[name] ?? ' ')
  return text.replace(/[\t\r\n]+/g, ' ').trim()
}
const signs: Readonly<Record<string, string>> = { amp: '&', lt: '<', gt: '>', quot: '"' }

/** The stored value as a Swedish document would print it; the cell's own rounding is display, not data. */
function cellText(cell: CellObject): string {
  if (cell.t === 'n' && typeof cell.v === 'number')
    return typeof cell.z === 'string' && cell.z.includes('%') ? `${plainNumber(Math.round(cell.v * 1e8) / 1e6)} %` : plainNumber(cell.v)
  if (cell.v instanceof Date) return cell.v.toISOString().slice(0, 10)
  return cell.t === 'e' ? '' : words(cell)
}

/** A formula whose file stores no result: its value would be a guess. */
const lacksValue = (cell: CellObject): boolean =>
  cell.f !== undefined && (cell.v === undefined || (cell.w === undefined && cell.t === 'n' && cell.v === 0))

/** A number that may be a year: a whole one of our time, in a format that does not part thousands. */
const mayBeYear = ({ t, v, z }: CellObject): boolean =>
  t === 'n' && typeof v === 'number' && Number.isInteger(v) && v >= 1990 && v <= 2060 && !/[#,%]/.test(typeof z === 'string' ? z : '')
const isFigureText = (text: string): boolean => /^[(+\-−–‑]?\s?\d[\d\s.,]*[)%]?$/.test(text) && !/^(?:19|20)\d\d$/.test(text)
const isNumber = (cell: CellObject): boolean => cell.t === 'n' || isFigureText(cellText(cell))

/** One row of a sheet. */
interface SheetRow {
  readonly number: number
  readonly cells: readonly (CellObject | undefined)[]
}

const numbersOf = ({ cells }: SheetRow): CellObject[] => cells.flatMap((cell, at) => (at > 0 && cell && isNumber(cell) ? [cell] : []))

/** Whether the numbers of a row are the years that head its columns: all of them may be years, beside an empty label or each next to the one before. */
function headsYears(row: SheetRow, above: SheetRow | undefined): boolean {
  const numbers = numbersOf(row)
  if (numbers.length === 0 || !numbers.every(mayBeYear)) return false
  const years = numbers.map(({ v }) => Number(v))
  const follow = years.slice(1).every((year, index) => Math.abs(year - (years[index] ?? 0)) <= 1) && new Set(years).size > 1
  const [label] = row.cells
  return !label || cellText(label) === '' || (follow && (!above || numbersOf(above).length === 0))
}

/** Whether a row names columns: it has no numbers but years. */
const isHeader = (row: SheetRow, years: boolean): boolean => years || numbersOf(row).length === 0

/** The texts of a row; in a header a merged cell is said over each column under it. */
function textsOf(row: SheetRow, above: SheetRow | undefined, heads: ReadonlyMap<string, string>, range: Range, sheet: WorkSheet): string[] {
  const years = headsYears(row, above)
  const header = isHeader(row, years)
  const textAt = (cell: CellObject | undefined): string =>
    !cell || lacksValue(cell) ? '' : years && mayBeYear(cell) ? String(cell.v) : cellText(cell)
  return row.cells.map((cell, index) => {
    const head = header ? heads.get(utils.encode_cell({ r: row.number - 1, c: range.s.c + index })) : undefined
    return textAt(cell ?? (head === undefined ? undefined : sheet[head]))
  })
}

/** Merged cells that name several columns: the address of each cell under them → that of the cell that holds the text. */
function mergedHeads(sheet: WorkSheet): Map<string, string> {
  const heads = new Map<string, string>()
  for (const { s, e } of sheet['!merges'] ?? []) {
    if (s.c === 0 || s.r !== e.r || e.c - s.c > 200) continue
    for (let column = s.c + 1; column <= e.c; column += 1) heads.set(utils.encode_cell({ r: s.r, c: column }), utils.encode_cell(s))
  }
  return heads
}

/** A row as it is to be read. */
export interface RowTexts {
  /** 1-based in its sheet. */
  readonly number: number
  readonly texts: readonly string[]
  /** First and last cell. */
  readonly cells: string
  /** Addresses of formulas that the file stores no value of. */
  readonly withoutValue: readonly string[]
}

/** The rows of a sheet as texts, cell by cell. */
export function* sheetRows(sheet: WorkSheet): Generator<RowTexts> {
  if (!sheet['!ref']) return
  const range = utils.decode_range(sheet['!ref'])
  const heads = mergedHeads(sheet)
  const addresses = (row: number): string[] =>
    Array.from({ length: range.e.c - range.s.c + 1 }, (_, index) => utils.encode_cell({ r: row, c: range.s.c + index }))
  let above: SheetRow | undefined
  for (let row = range.s.r; row <= range.e.r; row += 1) {
    const own = addresses(row)
    const current: SheetRow = { number: row + 1, cells: own.map((address): CellObject | undefined => sheet[address]) }
    yield {
      number: row + 1,
      texts: textsOf(current, above, heads, range, sheet),
      cells: `${own[0]}:${own.at(-1)}`,
      withoutValue: own.filter((_, index) => current.cells[index] && lacksValue(current.cells[index])),
    }
    above = current
  }
}
