import type { ExportCell, ExportSheet } from './answer-sheets.ts'

/** Text that a spreadsheet would run as a formula gets an apostrophe before it; a number never begins so. */
const guarded = (text: string): string => (/^[=+\-@\t\r]/.test(text) ? `'${text}` : text)

function written(cell: ExportCell): string {
  if (cell === undefined) return ''
  if (typeof cell === 'number') return String(cell).replace('.', ',')
  const text = guarded(cell)
  return /[";\r\n]/.test(text) ? `"${text.replaceAll('"', '""')}"` : text
}

/** Sheets as one file for a Swedish spreadsheet: semicolons, decimal commas, a byte order mark; an empty line between sheets. */
export function csvOf(sheets: readonly ExportSheet[]): string {
  const blocks = sheets.map(({ columns, rows }) =>
    [...(columns.length > 0 ? [columns] : []), ...rows].map(row => row.map(written).join(';')).join('\r\n'),
  )
  return `\uFEFF${blocks.join('\r\n\r\n')}\r\n`
}
