import type { SheetData } from 'write-excel-file/node'
import type { ExportCell, ExportSheet } from './answer-sheets.ts'

/** Strings are written as strings and numbers as numbers; nothing becomes a formula, whatever it begins with. */
const cell = (value: ExportCell) =>
  value === undefined || value === ''
    ? null
    : typeof value === 'number'
      ? { value, type: Number, format: Number.isInteger(value) ? '#,##0' : '#,##0.00##' }
      : { value: value.slice(0, 32_000), type: String, wrap: value.length > 60 }

const heading = (value: string) => ({ value, type: String, fontWeight: 'bold' as const })

const longest = (sheet: ExportSheet, column: number): number =>
  Math.max(sheet.columns[column]?.length ?? 0, ...sheet.rows.map(row => String(row[column] ?? '').length))

function dataOf({ columns, rows }: ExportSheet): SheetData {
  const body = rows.map(row => row.map(cell))
  return columns.length > 0 ? [columns.map(heading), ...body] : body
}

/** Sheets as an Excel file. */
export async function xlsxOf(sheets: readonly ExportSheet[]): Promise<Buffer> {
  const { default: writeXlsxFile } = await import('write-excel-file/node')
  return writeXlsxFile(
    sheets.map(sheet => ({
      sheet: sheet.name,
      data: dataOf(sheet),
      columns: Array.from({ length: Math.max(sheet.columns.length, ...sheet.rows.map(row => row.length), 1) }, (_, column) => ({
        width: Math.min(70, Math.max(8, longest(sheet, column) + 2)),
      })),
      ...(sheet.columns.length > 0 ? { stickyRowsCount: 1 } : {}),
    })),
  ).toBuffer()
}
