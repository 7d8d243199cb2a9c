import { failure, type Result, success } from '@finsam/domain'
import { parse } from 'csv-parse/sync'
import { type ExtractedText, type ExtractFailureCode, LineWriter } from './extracted-text.ts'

const delimiters = [';', '\t', ',', '|'] as const

/** The delimiter that most lines hold equally often, outside quotes; a Swedish decimal comma is none where semicolons part the cells. */
function delimiterOf(text: string): string {
  const lines = text
    .split(/\r?\n/, 40)
    .filter(line => line.trim() !== '')
    .map(line => line.replace(/"[^"]*"/g, ''))
  const scored = delimiters.map((delimiter, preference) => {
    const counts = lines.map(line => line.split(delimiter).length - 1)
    const usual = [...counts].sort((a, b) => a - b)[Math.floor(counts.length / 2)] ?? 0
    return { delimiter, preference, score: usual === 0 ? 0 : counts.filter(count => count === usual).length }
  })
  return scored.sort((a, b) => b.score - a.score || a.preference - b.preference)[0]?.delimiter ?? ';'
}

/** CSV as lines whose cells are parted by tabs. */
export function extractCsv(text: string): Result<ExtractedText, ExtractFailureCode> {
  try {
    const rows: string[][] = parse(text, {
      delimiter: delimiterOf(text),
      relax_column_count: true,
      relax_quotes: true,
      skip_empty_lines: false,
      bom: true,
      max_record_size: 1_000_000,
    })
    const writer = new LineWriter()
    for (const [index, cells] of rows.entries())
      writer.write(
        cells
          .map(cell => cell.replace(/[\t\r\n]+/g, ' ').trim())
          .join('\t')
          .trimEnd(),
        { row: index + 1 },
      )
    return success(writer.finish())
  } catch {
    return failure(
      'damaged',
      'The CSV file cannot be parted into cells. Check its quotation marks, or save it anew from a spreadsheet program.',
    )
  }
}
