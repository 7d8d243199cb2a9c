import { type CellObject, read, utils, type WorkBook, type WorkSheet } from '@e965/xlsx'
import { failure, type Result, success } from '@finsam/domain'
import { type ExtractedText, type ExtractFailureCode, LineWriter, type Omission } from './extracted-text.ts'

/** More cells than any budget has; a larger range is a bomb or a mistake. */
const cellLimit = 2_000_000

const plainNumber = (value: number): string => {
  const text = String(Math.round(value * 1e6) / 1e6)
  const [whole = '', decimals] = text.replace('-', '').split('.')
  return `${value < 0 ? '-' : ''}${whole.replace(/\B(?=(\d{3})+$)/g, ' ')}${decimals ? `,${decimals}` : ''}`
}

/** The stored value as a Swedish document would print it; the cell's own rounding is display, not data. */
function cellText(cell: CellObject): string {
  if (cell.t === 'n' && typeof cell.v === 'number')
    return typeof cell.z === 'string' && cell.z.includes('%') ? `${plainNumber(Math.round(cell.v * 1e8) / 1e6)} %` : plainNumber(cell.v)
  if (cell.v instanceof Date) return cell.v.toISOString().slice(0, 10)
  if (cell.t === 'e') return ''
  return String(cell.v ?? '')
    .replace(/[\t\r\n]+/g, ' ')
    .trim()
}

/** A formula whose file stores no result: its value would be a guess. */
const lacksValue = (cell: CellObject): boolean =>
  cell.f !== undefined && (cell.v === undefined || (cell.w === undefined && cell.t === 'n' && cell.v === 0))

/** Merged cells of a header's row name several columns: the address of each cell under them → that of the cell that holds the text. */
function mergedHeads(sheet: WorkSheet): Map<string, string> {
  const heads = new Map<string, string>()
  for (const { s, e } of sheet['!merges'] ?? []) {
    if (s.c === 0 || s.r !== e.r || e.c - s.c > 200) continue
    for (let column = s.c + 1; column <= e.c; column += 1) heads.set(utils.encode_cell({ r: s.r, c: column }), utils.encode_cell(s))
  }
  return heads
}

/** The text that a merged cell says over a column; a figure is said once. */
function headOver(sheet: WorkSheet, address: string | undefined): CellObject | undefined {
  const cell: CellObject | undefined = address === undefined ? undefined : sheet[address]
  return cell?.t === 's' || /^(?:19|20)\d\d$/.test(String(cell?.v)) ? cell : undefined
}

function writeSheet(writer: LineWriter, name: string, sheet: WorkSheet, omissions: Omission[]): void {
  writer.breakPage()
  writer.write(`# ${name}`, { sheet: name })
  if (!sheet['!ref']) return
  const range = utils.decode_range(sheet['!ref'])
  const heads = mergedHeads(sheet)
  for (let row = range.s.r; row <= range.e.r; row += 1) {
    const cells: string[] = []
    for (let column = range.s.c; column <= range.e.c; column += 1) {
      const address = utils.encode_cell({ r: row, c: column })
      const cell: CellObject | undefined = sheet[address] ?? headOver(sheet, heads.get(address))
      if (cell && lacksValue(cell)) omissions.push({ code: 'formula-without-value', sheet: name, cell: address })
      cells.push(!cell || lacksValue(cell) ? '' : cellText(cell))
    }
    const first = utils.encode_cell({ r: row, c: range.s.c })
    writer.write(cells.join('\t').trimEnd(), {
      sheet: name,
      cells: `${first}:${utils.encode_cell({ r: row, c: range.e.c })}`,
      row: row + 1,
    })
  }
}

const cellsIn = (sheet: WorkSheet): number => {
  if (!sheet['!ref']) return 0
  const { s, e } = utils.decode_range(sheet['!ref'])
  return (e.r - s.r + 1) * (e.c - s.c + 1)
}

/** Excel and OpenDocument workbooks: a sheet is a page, a row a line with its cells parted by tabs. Hidden sheets are left out and said. */
export function extractWorkbook(bytes: Uint8Array): Result<ExtractedText, ExtractFailureCode> {
  let book: WorkBook
  try {
    book = read(bytes, { cellDates: true, cellNF: true, sheetStubs: false, dense: false })
  } catch (error) {
    const encrypted = error instanceof Error && /password|encrypt/i.test(error.message)
    return encrypted
      ? failure('encrypted', 'The workbook is protected by a password. Save a copy without protection and read that one.')
      : failure('damaged', 'The workbook is damaged and cannot be read. Open it in a spreadsheet program, save it anew, and read that one.')
  }
  const hidden = (index: number): boolean => (book.Workbook?.Sheets?.[index]?.Hidden ?? 0) !== 0
  const writer = new LineWriter()
  const omissions: Omission[] = []
  let cells = 0
  for (const [index, name] of book.SheetNames.entries()) {
    const sheet = book.Sheets[name]
    if (!sheet) continue
    cells += cellsIn(sheet)
    if (cells > cellLimit)
      return failure(
        'too-large',
        `The workbook spans more than ${cellLimit} cells. Delete empty rows and columns, save it, and read that one.`,
      )
    if (hidden(index)) omissions.push({ code: 'hidden-sheet', sheet: name })
    else writeSheet(writer, name, sheet, omissions)
  }
  return success(writer.finish(omissions))
}
