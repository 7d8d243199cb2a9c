import { readFileSync } from 'node:fs'
import type { Column, DocumentReading, Line, Statement } from '@finsam/domain'
import { readFile } from '@finsam/reader'
import { describe, expect, test } from 'vitest'
import { chromium, toBrowserPdf } from '../producers.ts'

/**
 * An invented annual report as offices lay them out: prose in two columns, notes raised behind words, headings over several columns, a column
 * for notes, a wide page, footers. `annual-report.pdf`, `.docx` and `.xlsx` are LibreOffice's prints of `annual-report.html`.
 */
const bytesOf = (name: string): Uint8Array => new Uint8Array(readFileSync(new URL(name, import.meta.url)))
const html = bytesOf('annual-report.html')

async function reading(bytes: Uint8Array, extension: string): Promise<DocumentReading> {
  const read = await readFile({ bytes, fileName: `lommea-arsredovisning-2024.${extension}`, registry: { associations: [] } })
  if (!read.ok) throw new Error(read.failure.message)
  return read.value.reading
}

const columnName = ({ scenario, period, measure }: Column): string =>
  [scenario, period && ('at' in period ? period.at : period.from.slice(0, 4)), measure].filter(Boolean).join(' ')
const cellsOf = (statement: Statement, line: Line): Record<string, number | null> =>
  Object.fromEntries(
    statement.columns.flatMap(column => {
      const cell = line.values[column.id]
      return cell ? [[columnName(column), cell.status === 'printed' ? cell.amount : null]] : []
    }),
  )
/** A line's figures under the names of their columns; of lines of that name, the one with the most. */
function figures(found: DocumentReading, label: string): Record<string, number | null> {
  const lines = found.statements.flatMap(statement =>
    statement.lines.flatMap(line => (line.label === label ? [cellsOf(statement, line)] : [])),
  )
  return lines.sort((a, b) => Object.keys(b).length - Object.keys(a).length)[0] ?? {}
}

const wanted: readonly { readonly label: string; readonly figures: Readonly<Record<string, number>> }[] = [
  { label: 'Övriga intäkter', figures: { 'actual 2024': 25, 'budget 2024': 0, 'variance 2024': 25, 'actual 2023': 12 } },
  { label: 'Insatser', figures: { 'actual 2024': -6310, 'budget 2024': -6400, 'variance 2024': 90, 'actual 2023': -5602 } },
  { label: 'Finansiella kostnader', figures: { 'actual 2024': -1, 'budget 2024': 0, 'variance 2024': -1, 'actual 2023': -1 } },
  { label: 'Eget kapital', figures: { 'actual 2024': 1870, 'actual 2023': 2255, 'actual 2022': 2054, 'actual 2021': 1349 } },
  { label: 'Summa eget kapital', figures: { 'actual 2024-12-31': 1870, 'actual 2023-12-31': 2255 } },
  { label: 'Kassa och bank', figures: { 'actual 2024-12-31': 2941, 'actual 2023-12-31': 3204 } },
  { label: 'Pensionskostnader', figures: { 'actual 2024': 133, 'actual 2023': 125 } },
]

describe.each([
  { name: 'a PDF by LibreOffice', extension: 'pdf', make: async () => bytesOf('annual-report.pdf'), runs: true },
  { name: 'a PDF by Chromium', extension: 'pdf', make: () => toBrowserPdf(new TextDecoder().decode(html)), runs: chromium !== undefined },
  { name: 'Word', extension: 'docx', make: async () => bytesOf('annual-report.docx'), runs: true },
  { name: 'a workbook of one sheet', extension: 'xlsx', make: async () => bytesOf('annual-report.xlsx'), runs: true },
  { name: 'HTML', extension: 'html', make: async () => html, runs: true },
])('an annual report as $name', ({ extension, make, runs }) => {
  test.skipIf(!runs)('keeps every figure under its column, and its sentences whole', { timeout: 120_000 }, async () => {
    const found = await reading(await make(), extension)
    for (const { label, figures: own } of wanted) expect(figures(found, label), label).toEqual(own)
    const initiatives = found.statements.find(({ lines }) => lines.some(({ label }) => label.startsWith('Hälsosteget')))
    const counted = initiatives?.columns.map(column => column.measure ?? 'money')
    expect(counted).toEqual(['money', 'money', 'money', 'participants', 'participants'])
    expect(found.findings.filter(({ severity }) => severity === 'error')).toEqual([])
    const facts = found.facts.map(({ attribute, value }) => `${attribute} ${value}`).join('\n')
    expect(facts).toContain('Målet var 40')
    expect(facts).toContain('namn Karin Lindmark')
  })
})
