import { execFileSync } from 'node:child_process'
import { existsSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { availableParallelism, loadavg, tmpdir } from 'node:os'
import { join } from 'node:path'
import type { Statement } from '@finsam/domain'
import { readFile } from '@finsam/reader'
import fc from 'fast-check'
import { PDFDocument } from 'pdf-lib'
import { extractText } from '../../packages/reader/src/formats/extract-text.ts'
import {
  byLibreOffice,
  chromium,
  libreOffice,
  scanNoises,
  toBrowserPdf,
  toCsv,
  toDocx,
  toDrawnPdf,
  toHtml,
  toScan,
  toWorkbook,
} from '../../test/files/producers.ts'
import { type PrintedStatement, statements, type Writing, writings } from '../../test/files/statement.ts'

/** Cells read right, flagged and wrong unflagged, for each kind of file that the same statements were printed to; then pages a second beside poppler alone. */
interface Kind {
  readonly name: string
  readonly extension: string
  readonly count: number
  readonly make: (statement: PrintedStatement, writing: Writing) => Promise<Uint8Array> | Uint8Array
}
const text = (value: string): Uint8Array => new TextEncoder().encode(value)
const usual = 12
const kinds: Kind[] = [
  { name: 'html', extension: 'html', count: usual, make: (s, w) => text(toHtml(s, w)) },
  { name: 'csv', extension: 'csv', count: usual, make: (s, w) => text(toCsv(s, w)) },
  { name: 'xlsx', extension: 'xlsx', count: usual, make: s => toWorkbook(s, 'xlsx') },
  { name: 'ods', extension: 'ods', count: usual, make: s => toWorkbook(s, 'ods') },
  { name: 'docx', extension: 'docx', count: usual, make: toDocx },
  { name: 'pdf (drawn)', extension: 'pdf', count: usual, make: s => toDrawnPdf(s) },
  { name: 'pdf (drawn, tight)', extension: 'pdf', count: usual, make: s => toDrawnPdf(s, { tight: true }) },
  { name: 'pdf (drawn, note marks)', extension: 'pdf', count: usual, make: s => toDrawnPdf(s, { noteMarks: true }) },
  { name: 'pdf (drawn, on its side)', extension: 'pdf', count: usual, make: s => toDrawnPdf(s, { turn: 90 }) },
  ...(chromium
    ? [{ name: 'pdf (Chromium)', extension: 'pdf', count: 6, make: (s: PrintedStatement, w: Writing) => toBrowserPdf(toHtml(s, w)) }]
    : []),
  ...(libreOffice
    ? [
        {
          name: 'pdf (LibreOffice)',
          extension: 'pdf',
          count: 4,
          make: async (s: PrintedStatement, w: Writing) => byLibreOffice(await toDocx(s, w), 'docx', 'pdf'),
        },
      ]
    : []),
  ...[false, true].flatMap(ruled =>
    scanNoises.map(noise => ({
      name: `scan (${noise.name}${ruled ? ', ruled table' : ''})`,
      extension: 'pdf',
      count: 6,
      make: async (s: PrintedStatement) => toScan(await toDrawnPdf(s, { ruled }), noise),
    })),
  ),
]

const rowsRead = (found: readonly Statement[]) =>
  new Map(
    found.flatMap(statement => statement.lines.map(line => [line.label, statement.columns.map(column => line.values[column.id])] as const)),
  )

async function count(kind: Kind): Promise<string> {
  const tally = { right: 0, flagged: 0, wrong: 0, missed: 0 }
  const started = performance.now()
  for (const [index, statement] of fc.sample(statements, { numRuns: kind.count, seed: 77 }).entries()) {
    const bytes = await kind.make(statement, writings[index % writings.length] ?? { space: ' ', minus: '-' })
    const read = await readFile({ bytes, fileName: `statement.${kind.extension}`, registry: { associations: [] } })
    const rows = read.ok ? rowsRead(read.value.reading.statements) : new Map()
    for (const { label, amounts = [] } of statement.rows)
      for (const [column, amount] of amounts.entries()) {
        const cell = rows.get(label)?.[column]
        if (!cell) tally.missed += 1
        else if (cell.status === 'ambiguous') tally.flagged += 1
        else tally[cell.amount === amount ? 'right' : 'wrong'] += 1
      }
  }
  const total = tally.right + tally.flagged + tally.wrong + tally.missed
  const share = ((100 * tally.right) / total).toFixed(1)
  return `${kind.name.padEnd(26)} right ${share.padStart(5)} % of ${total}  flagged ${tally.flagged}  wrong unflagged ${tally.wrong}  missed ${tally.missed}  (${Math.round((performance.now() - started) / kind.count)} ms a file, making included)`
}

const only = process.argv[2]
for (const kind of kinds.filter(({ name }) => only === undefined || name.includes(only))) console.log(await count(kind))

const poppler = ['/usr/bin/pdftotext'].find(path => existsSync(path))

/** A document of many pages, a statement on each. */
async function longDocument(pages: number): Promise<Uint8Array> {
  const whole = await PDFDocument.create()
  for (const statement of fc.sample(statements, { numRuns: pages, seed: 77 })) {
    const one = await PDFDocument.load(await toDrawnPdf(statement))
    for (const page of await whole.copyPages(one, [0])) whole.addPage(page)
  }
  return whole.save()
}

/** Pages a second, of the fastest of several rounds: the others tell how busy the machine is. */
async function pagesPerSecond(pages: number, read: () => unknown): Promise<number> {
  let fastest = Number.POSITIVE_INFINITY
  for (let round = 0; round < 3; round += 1) {
    const started = performance.now()
    await read()
    fastest = Math.min(fastest, performance.now() - started)
  }
  return (1_000 * pages) / fastest
}

async function speedOf(pages: number, folder: string): Promise<string> {
  const pdf = await longDocument(pages)
  const path = join(folder, `${pages}.pdf`)
  writeFileSync(path, pdf)
  const registry = { associations: [] }
  const figures = await pagesPerSecond(pages, () => readFile({ bytes: pdf.slice(), fileName: 'long.pdf', registry }))
  const text = await pagesPerSecond(pages, () => extractText(pdf.slice(), 'pdf'))
  const peer = poppler && (await pagesPerSecond(pages, () => execFileSync(poppler, ['-bbox', path, '-'], { maxBuffer: 256 * 1024 * 1024 })))
  const beside = peer ? `poppler alone, words with boxes ${peer.toFixed(1)}` : 'poppler is not installed'
  return `${pages} pages: text with cells and places ${text.toFixed(1)} pages/s · figures reconciled ${figures.toFixed(1)} pages/s · ${beside}`
}

const folder = mkdtempSync(join(tmpdir(), 'finsam-bench-'))
try {
  console.log(`load ${loadavg()[0]?.toFixed(1)} on ${availableParallelism()} cores; start of the worker included`)
  for (const pages of [1, 40]) console.log(await speedOf(pages, folder))
} finally {
  rmSync(folder, { recursive: true, force: true })
}
