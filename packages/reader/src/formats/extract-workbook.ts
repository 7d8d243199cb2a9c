import { read, utils, type WorkBook, type WorkSheet } from '@e965/xlsx'
import { failure, type Result, success } from '@finsam/domain'
import { type ExtractedText, type ExtractFailureCode, LineWriter, type Omission } from './extracted-text.ts'
import { sheetRows } from './sheet-rows.ts'

/** More cells than any budget has; a larger range is a bomb or a mistake. */
const cellLimit = 2_000_000

function writeSheet(writer: LineWriter, name: string, sheet: WorkSheet, omissions: Omission[]): void {
  writer.breakPage()
  writer.write(`# ${name}`, { sheet: name })
  for (const { number, texts, cells, withoutValue } of sheetRows(sheet)) {
    for (const cell of withoutValue) omissions.push({ code: 'formula-without-value', sheet: name, cell })
    writer.write(texts.join('\t').trimEnd(), { sheet: name, cells, row: number })
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
