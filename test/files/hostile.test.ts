import fc from 'fast-check'
import { strToU8, zipSync } from 'fflate'
import { describe, expect, test } from 'vitest'
import { type ExtractOptions, extractText } from '../../packages/reader/src/formats/extract-text.ts'
import { watchChildren } from './child-memory.ts'
import {
  deepMarkup,
  emptyPages,
  encryptedOffice,
  encryptedPdf,
  longPdf,
  nestedZip,
  pageOfPieces,
  pictureBomb,
  picturePdf,
  repeatedText,
  spanBomb,
  unpackingPage,
  vastPage,
  withoutUnicodeMaps,
} from './hostile.ts'
import { chromium, toBrowserPdf, toCsv, toDocx, toDrawnPdf, toHtml, toWorkbook } from './producers.ts'
import { type PrintedStatement, statements, type Writing } from './statement.ts'

const long = process.env.FINSAM_LONG !== undefined
const [statement] = fc.sample(statements, { numRuns: 1, seed: 20_241_116 }) as [PrintedStatement]
const writing: Writing = { space: ' ', minus: '-' }
const codes =
  /^(?:read|damaged|encrypted|unsupported-type|too-large|too-slow|no-text|file-empty|file-without-text|file-not-text|file-binary)$/

async function outcome(bytes: Uint8Array, extension: string, options: ExtractOptions = {}) {
  const before = process.memoryUsage().rss
  const children = watchChildren()
  const extracted = await extractText(bytes, extension, options)
  const peak = children.stop()
  return {
    code: extracted.ok ? 'read' : extracted.failure.code,
    message: extracted.ok ? '' : extracted.failure.message,
    text: extracted.ok ? extracted.value.text : '',
    omissions: extracted.ok ? extracted.value.omissions : [],
    /** What the work added here and took at its height in the process that it was given to. */
    megabytes: Math.round((process.memoryUsage().rss - before) / 1e6) + peak,
  }
}

describe('a file with a password says so', () => {
  test.each([
    { name: 'a Word file', make: encryptedOffice, extension: 'docx', kind: 'Word file' },
    { name: 'a workbook', make: encryptedOffice, extension: 'xlsx', kind: 'workbook' },
    { name: 'a PDF', make: encryptedPdf, extension: 'pdf', kind: 'PDF' },
  ])('$name', async ({ make, extension, kind }) => {
    const { code, message } = await outcome(await make(), extension)
    expect(code).toBe('encrypted')
    expect(message).toContain(kind)
  })
})

describe('a bomb costs no more than its own size', () => {
  test.each([
    { name: 'a zip within a zip, thirty deep', make: nestedZip, extension: 'docx', wanted: /^(?:damaged|unsupported-type|no-text)$/ },
    { name: 'a picture whose head claims more pixels than memory holds', make: pictureBomb, extension: 'png', wanted: /^too-large$/ },
    {
      name: 'a workbook of some kilobytes that holds more text than a document',
      make: repeatedText,
      extension: 'xlsx',
      wanted: /^too-large$/,
    },
    { name: 'cells of a page that span a hundred thousand columns and rows', make: spanBomb, extension: 'html', wanted: /^read$/ },
    { name: 'paragraphs within each other, sixty thousand deep', make: deepMarkup, extension: 'html', wanted: /^read$/ },
    { name: 'a PDF with such a picture', make: picturePdf, extension: 'pdf', wanted: /^(?:damaged|no-text)$/ },
  ])('$name', { timeout: 60_000 }, async ({ make, extension, wanted }) => {
    const { code, megabytes } = await outcome(await make(), extension)
    expect(code).toMatch(wanted)
    expect(megabytes).toBeLessThan(900)
  })
})

test.runIf(long)('a PDF page of five metres each way is drawn no finer than memory allows', { timeout: 240_000 }, async () => {
  const { code, megabytes } = await outcome(await vastPage(), 'pdf')
  expect(code).toBe('no-text')
  expect(megabytes).toBeLessThan(900)
})

describe('long files', () => {
  const pages = long ? 10_000 : 2_003
  test(`${pages} pages: the first two thousand are read, and the rest are said to be missing`, { timeout: 240_000 }, async () => {
    const told: number[] = []
    const { text, omissions, megabytes } = await outcome(await longPdf(pages), 'pdf', { onProgress: ({ page }) => told.push(page) })
    expect(omissions).toEqual([{ code: 'pages-beyond-limit', pages, limit: 2_000 }])
    expect(text).toContain('Sida nummer 2000\n')
    expect(text).not.toContain('Sida nummer 2001\n')
    expect(told).toEqual(Array.from({ length: 2_000 }, (_, index) => index + 1))
    expect(megabytes).toBeLessThan(900)
  })

  test('empty pages are not sent to text recognition', { timeout: 60_000 }, async () => {
    const { text, omissions } = await outcome(await emptyPages(300), 'pdf')
    expect(text).toContain('Styrelse')
    expect(omissions).toHaveLength(299)
    expect(omissions[0]).toEqual({ code: 'page-without-text', page: 1 })
  })

  test('a reading that takes longer than it may ends in an error', { timeout: 60_000 }, async () => {
    const limits = { milliseconds: 300, megabytes: 768 }
    expect((await outcome(await longPdf(1_500), 'pdf', { limits })).code).toBe('too-slow')
  })

  test('a reading that needs more memory than it may ends in an error', { timeout: 60_000 }, async () => {
    const limits = { milliseconds: 60_000, megabytes: 24 }
    expect((await outcome(await longPdf(1_500), 'pdf', { limits })).code).toBe('too-large')
  })

  test('a page on which the work breaks off is left out, and the others are read', { timeout: 180_000 }, async () => {
    const limits = { milliseconds: 170_000, megabytes: 96 }
    const told: number[] = []
    const options = { limits, onProgress: ({ page }: { readonly page: number }) => told.push(page) }
    const { text, omissions } = await outcome(await pageOfPieces(300_000), 'pdf', options)
    expect(text.trim().split(/\s+/)).toEqual(['Styrelse', 'Revision'])
    expect(omissions).toEqual([{ code: 'page-unreadable', page: 2 }])
    expect(told).toEqual([1, 2, 3])
  })

  test('a page that unpacks to more than memory holds is left out, and the others are read', { timeout: 180_000 }, async () => {
    const { text, omissions, megabytes } = await outcome(await unpackingPage(500), 'pdf')
    expect(text.trim().split(/\s+/)).toEqual(['Styrelse', 'Revision'])
    expect(omissions).toEqual([{ code: 'page-unreadable', page: 2 }])
    expect(megabytes).toBeLessThan(900)
  })

  test('a workbook that spans a million empty rows is refused', { timeout: 60_000 }, async () => {
    const sheet =
      '<worksheet xmlns="http://schemas.openxmlformats.org/spreadsheetml/2006/main"><dimension ref="A1:XFD1048576"/><sheetData><row r="1"><c r="A1"><v>1</v></c></row><row r="1048576"><c r="XFD1048576"><v>2</v></c></row></sheetData></worksheet>'
    const book =
      '<workbook xmlns="http://schemas.openxmlformats.org/spreadsheetml/2006/main" xmlns:r="http://schemas.openxmlformats.org/officeDocument/2006/relationships"><sheets><sheet name="B" sheetId="1" r:id="rId1"/></sheets></workbook>'
    const relations =
      '<Relationships xmlns="http://schemas.openxmlformats.org/package/2006/relationships"><Relationship Id="rId1" Type="http://schemas.openxmlformats.org/officeDocument/2006/relationships/worksheet" Target="worksheets/sheet1.xml"/></Relationships>'
    const types =
      '<Types xmlns="http://schemas.openxmlformats.org/package/2006/content-types"><Override PartName="/xl/workbook.xml" ContentType="application/vnd.openxmlformats-officedocument.spreadsheetml.sheet.main+xml"/><Override PartName="/xl/worksheets/sheet1.xml" ContentType="application/vnd.openxmlformats-officedocument.spreadsheetml.worksheet+xml"/></Types>'
    const bytes = zipSync({
      '[Content_Types].xml': strToU8(types),
      'xl/workbook.xml': strToU8(book),
      'xl/_rels/workbook.xml.rels': strToU8(relations),
      'xl/worksheets/sheet1.xml': strToU8(sheet),
    })
    expect((await outcome(bytes, 'xlsx')).code).toBe('too-large')
  })
})

test.skipIf(!chromium)('fonts without a map to Unicode: the page is read off its picture, and said', { timeout: 180_000 }, async () => {
  const { text, omissions } = await outcome(await withoutUnicodeMaps(await toBrowserPdf(toHtml(statement, writing))), 'pdf')
  expect(omissions).toEqual([{ code: 'page-recognised', page: 1 }])
  expect(text).toContain(statement.title)
})

describe(`cut off at every ${long ? 1 : 24} % of its length, a file ends in text or a coded error that names no machine path`, () => {
  const step = long ? 1 : 24
  const kinds: Readonly<Record<string, () => Uint8Array | Promise<Uint8Array>>> = {
    pdf: () => toDrawnPdf(statement),
    docx: () => toDocx(statement, writing),
    xlsx: () => toWorkbook(statement, 'xlsx'),
    ods: () => toWorkbook(statement, 'ods'),
    html: () => strToU8(toHtml(statement, writing)),
    csv: () => strToU8(toCsv(statement, writing)),
  }
  test.each(Object.entries(kinds))('%s', { timeout: 900_000 }, async (extension, make) => {
    const whole = await make()
    for (let percent = 0; percent < 100; percent += step) {
      const { code, message } = await outcome(whole.slice(0, Math.floor((whole.length * percent) / 100)), extension)
      expect(code, `${percent} %`).toMatch(codes)
      expect(message).not.toMatch(/\/(?:work|tmp|home|node_modules)|\bat .+:\d+/)
    }
  })
})
