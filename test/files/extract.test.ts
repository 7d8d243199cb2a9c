import { randomBytes } from 'node:crypto'
import fc from 'fast-check'
import { strToU8, zipSync } from 'fflate'
import { describe, expect, test } from 'vitest'
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
} from './producers.ts'
import { type PrintedStatement, statements, type Writing, writings } from './statement.ts'

const bytesOf = (text: string): Uint8Array => new TextEncoder().encode(text)
const [firstWriting] = writings as readonly [Writing]

/** The rows that a text holds: label → amounts, cells parted by tabs. */
function amountsIn(text: string): Map<string, number[]> {
  const rows = text.split('\n').map(line =>
    line
      .replace(/^\f/, '')
      .split('\t')
      .map(cell => cell.trim()),
  )
  const amount = (cell: string): number => Number(cell.replace(/[\s\u00a0\u202f\u2009]/g, '').replace(/[−–‑]/g, '-'))
  return new Map(
    rows
      .filter(([, ...cells]) => cells.length > 0 && cells.every(cell => cell !== '' && !Number.isNaN(amount(cell))))
      .map(([label = '', ...cells]) => [label, cells.map(amount)]),
  )
}
const expected = (statement: PrintedStatement): Map<string, number[]> =>
  new Map(statement.rows.flatMap(({ label, amounts }) => (amounts ? [[label, [...amounts]] as const] : [])))

async function read(bytes: Uint8Array, extension: string): Promise<Map<string, number[]>> {
  const extracted = await extractText(bytes, extension)
  if (!extracted.ok) throw new Error(extracted.failure.message)
  return amountsIn(extracted.value.text)
}
/** How many lines have a label and nothing but figures behind it. */
const rowsOfFigures = (text: string): number => amountsIn(text).size
const sample = (count: number): PrintedStatement[] => fc.sample(statements, { numRuns: count, seed: 20_241_116 })

describe('every figure of a statement keeps its row and column', () => {
  const producers: Readonly<
    Record<
      string,
      { readonly extension: string; readonly make: (statement: PrintedStatement, writing: Writing) => Uint8Array | Promise<Uint8Array> }
    >
  > = {
    HTML: { extension: 'html', make: (statement, writing) => bytesOf(toHtml(statement, writing)) },
    CSV: { extension: 'csv', make: (statement, writing) => bytesOf(toCsv(statement, writing)) },
    'Excel (.xlsx)': { extension: 'xlsx', make: statement => toWorkbook(statement, 'xlsx') },
    'OpenDocument (.ods)': { extension: 'ods', make: statement => toWorkbook(statement, 'ods') },
    'Word (.docx)': { extension: 'docx', make: toDocx },
    'PDF drawn by pdf-lib': { extension: 'pdf', make: statement => toDrawnPdf(statement) },
    'PDF in columns so tight that a figure’s thousands and the next figure are a digit apart': {
      extension: 'pdf',
      make: statement => toDrawnPdf(statement, { tight: true }),
    },
    'PDF with raised note marks behind the figures': { extension: 'pdf', make: statement => toDrawnPdf(statement, { noteMarks: true }) },
    'PDF on its side': { extension: 'pdf', make: statement => toDrawnPdf(statement, { turn: 90 }) },
  }
  test.each(Object.entries(producers))('%s', async (_, { extension, make }) => {
    for (const [index, statement] of sample(4).entries()) {
      const writing = writings[index % writings.length] ?? firstWriting
      expect(await read(await make(statement, writing), extension)).toEqual(expected(statement))
    }
  })

  test.skipIf(!chromium)('PDF printed by Chromium', { timeout: 60_000 }, async () => {
    for (const [index, statement] of sample(2).entries())
      expect(await read(await toBrowserPdf(toHtml(statement, writings[index] ?? firstWriting)), 'pdf')).toEqual(expected(statement))
  })

  test.skipIf(!libreOffice)('PDF and Word by LibreOffice', { timeout: 120_000 }, async () => {
    const [statement] = sample(1) as [PrintedStatement]
    const word = await toDocx(statement, firstWriting)
    expect(await read(await byLibreOffice(word, 'docx', 'pdf'), 'pdf')).toEqual(expected(statement))
  })
})

describe('a scanned page is read off its picture, and said to be', () => {
  test.each(scanNoises.map(noise => ({ ...noise, ruled: noise.name === 'worn' })))(
    '$name, ruled $ruled',
    { timeout: 180_000 },
    async ({ ruled, ...noise }) => {
      const [statement] = sample(1) as [PrintedStatement]
      const extracted = await extractText(await toScan(await toDrawnPdf(statement, { ruled }), noise), 'pdf')
      if (!extracted.ok) throw new Error(extracted.failure.message)
      expect(extracted.value.omissions).toEqual([{ code: 'page-recognised', page: 1 }])
      expect([...extracted.value.places.values()].every(place => place.recognised)).toBe(true)
      expect(extracted.value.text).toContain(statement.title)
      expect(rowsOfFigures(extracted.value.text)).toBe(statement.rows.filter(({ amounts }) => amounts).length)
    },
  )
})

describe('a line knows its place', () => {
  test('page and box in a PDF, sheet and cells in a workbook, table and row in Word', async () => {
    const [statement] = sample(1) as [PrintedStatement]
    const placeOfTotal = async (bytes: Uint8Array, extension: string) => {
      const extracted = await extractText(bytes, extension)
      if (!extracted.ok) throw new Error(extracted.failure.message)
      return extracted.value.places.get(extracted.value.text.split('\n').findIndex(line => line.startsWith('Summa intäkter')) + 1)
    }
    expect(await placeOfTotal(await toDrawnPdf(statement), 'pdf')).toMatchObject({
      page: 1,
      box: [50, expect.any(Number), expect.any(Number), expect.any(Number)],
    })
    const row = statement.rows.findIndex(({ label }) => label === 'Summa intäkter') + 3
    expect(await placeOfTotal(toWorkbook(statement, 'xlsx'), 'xlsx')).toMatchObject({
      sheet: 'Budget 2023',
      cells: expect.stringMatching(new RegExp(`^A${row}:`)),
    })
    expect(await placeOfTotal(await toDocx(statement, firstWriting), 'docx')).toMatchObject({
      heading: 'Resultatbudget',
      table: 1,
      row: row - 1,
    })
  })
})

describe('a file that cannot be read gets one clear error', () => {
  const code = async (bytes: Uint8Array, extension: string): Promise<string> => {
    const extracted = await extractText(bytes, extension)
    return extracted.ok ? `read ${extracted.value.text.length} characters` : extracted.failure.code
  }
  const bomb = zipSync({ 'word/document.xml': new Uint8Array(300 * 1024 * 1024), '[Content_Types].xml': strToU8('<Types/>') }, { level: 9 })
  test.each([
    { name: 'a zip bomb', bytes: bomb, extension: 'docx', wanted: 'too-large' },
    { name: 'a zip of something else', bytes: zipSync({ 'a.txt': strToU8('hej') }), extension: 'docx', wanted: 'unsupported-type' },
    {
      name: 'a PDF header and noise',
      bytes: new Uint8Array([...bytesOf('%PDF-1.7\n'), ...randomBytes(4_000)]),
      extension: 'pdf',
      wanted: 'damaged',
    },
    {
      name: 'an old Word file',
      bytes: new Uint8Array([0xd0, 0xcf, 0x11, 0xe0, 0xa1, 0xb1, 0x1a, 0xe1]),
      extension: 'doc',
      wanted: 'unsupported-type',
    },
    { name: 'a picture’s header alone', bytes: new Uint8Array([0x89, 0x50, 0x4e, 0x47, 0x0d, 0x0a]), extension: 'png', wanted: 'damaged' },
    {
      name: 'a TIFF scan',
      bytes: new Uint8Array([0x49, 0x49, 0x2a, 0, 8, 0, 0, 0]),
      extension: 'tif',
      wanted: 'unsupported-type',
    },
    {
      name: 'a workbook cut off in its header',
      bytes: toWorkbook(sample(1)[0] as PrintedStatement, 'xlsx').slice(0, 900),
      extension: 'xlsx',
      wanted: 'unsupported-type',
    },
  ])('$name', { timeout: 60_000 }, async ({ bytes, extension, wanted }) => expect(await code(bytes, extension)).toBe(wanted))
})
