import { utils, type WorkBook, write as writeBook } from '@e965/xlsx'
import { PDFDocument, StandardFonts } from 'pdf-lib'
import { describe, expect, test } from 'vitest'
import { extractText } from '../../packages/reader/src/formats/extract-text.ts'
import type { ExtractedText } from '../../packages/reader/src/formats/extracted-text.ts'
import { chromium, toBrowserPdf } from './producers.ts'

async function extracted(bytes: Uint8Array | string, extension: string): Promise<ExtractedText> {
  const result = await extractText(typeof bytes === 'string' ? new TextEncoder().encode(bytes) : bytes, extension)
  if (!result.ok) throw new Error(result.failure.message)
  return result.value
}
const linesOf = ({ text }: ExtractedText): string[] => text.split('\n').filter(line => line.trim() !== '')
const workbook = (book: WorkBook): Uint8Array => new Uint8Array(writeBook(book, { type: 'buffer', bookType: 'xlsx' }) as Buffer)

describe('workbooks', () => {
  test('a hidden sheet is left out and said', async () => {
    const book = utils.book_new()
    utils.book_append_sheet(book, utils.aoa_to_sheet([['Styrelse', 100]]), 'Budget')
    utils.book_append_sheet(book, utils.aoa_to_sheet([['Hemligt', 999]]), 'Arbetsblad')
    book.Workbook = { Sheets: [{ Hidden: 0 }, { Hidden: 1 }] }
    const read = await extracted(workbook(book), 'xlsx')
    expect(read.text).not.toContain('Hemligt')
    expect(read.omissions).toEqual([{ code: 'hidden-sheet', sheet: 'Arbetsblad' }])
  })

  test('a formula without a stored value is no zero', async () => {
    const sheet = utils.aoa_to_sheet([
      ['Styrelse', 100],
      ['Summa', null],
    ])
    sheet.B2 = { t: 'n', f: 'SUM(B1:B1)' }
    sheet['!ref'] = 'A1:B2'
    const book = utils.book_new()
    utils.book_append_sheet(book, sheet, 'Budget')
    const read = await extracted(workbook(book), 'xlsx')
    expect(linesOf(read).at(-1)).toBe('Summa')
    expect(read.omissions).toEqual([{ code: 'formula-without-value', sheet: 'Budget', cell: 'B2' }])
  })

  test('a merged cell of a header names each of its columns, a merged figure none', async () => {
    const sheet = utils.aoa_to_sheet([
      ['Post', 'Deltagare', null],
      ['', 'Kvinnor', 'Män'],
      ['Teamet', 12, null],
    ])
    sheet['!merges'] = [utils.decode_range('B1:C1'), utils.decode_range('B3:C3')]
    const book = utils.book_new()
    utils.book_append_sheet(book, sheet, 'Insatser')
    expect(linesOf(await extracted(workbook(book), 'xlsx')).slice(1)).toEqual([
      'Post\tDeltagare\tDeltagare',
      '\tKvinnor\tMän',
      'Teamet\t12',
    ])
  })

  test.each([
    { name: 'years beside an empty label', row: [null, 2024, 2023], wanted: '\t2024\t2023' },
    { name: 'years that follow each other, above all figures', row: ['Belopp i tkr', 2024, 2023], wanted: 'Belopp i tkr\t2024\t2023' },
    { name: 'amounts as large as years', row: ['Kansli', 2024, 1998], wanted: 'Kansli\t2 024\t1 998' },
    { name: 'equal amounts as large as years', row: ['Kansli', 2024, 2024], wanted: 'Kansli\t2 024\t2 024' },
  ])('numbers that head columns are years: $name', async ({ row, wanted }) => {
    const book = utils.book_new()
    utils.book_append_sheet(book, utils.aoa_to_sheet([row, ['Styrelse', 2020, 2019]]), 'Budget')
    expect(linesOf(await extracted(workbook(book), 'xlsx')).slice(1)).toEqual([wanted, 'Styrelse\t2 020\t2 019'])
  })

  test('figures typed as text keep their digits, percents their sign, sheets their pages', async () => {
    const book = utils.book_new()
    const sheet = utils.aoa_to_sheet([
      ['Kansli', '1\u00a0234\u00a0567', -500.5],
      ['Andel', 0.484],
    ])
    sheet.B2 = { t: 'n', v: 0.484, z: '0.0%' }
    utils.book_append_sheet(book, sheet, 'Ett')
    utils.book_append_sheet(book, utils.aoa_to_sheet([['Två']]), 'Två')
    const read = await extracted(workbook(book), 'xlsx')
    expect(linesOf(read)).toEqual(['# Ett', 'Kansli\t1\u00a0234\u00a0567\t-500,5', 'Andel\t48,4 %', '\f# Två', 'Två'])
  })
})

describe('markup', () => {
  test('merged cells keep their neighbours on their columns, and are said over each of theirs in a header', async () => {
    const html =
      '<table><tr><th rowspan="2">Post</th><th colspan="2">2023</th></tr><tr><th>Budget</th><th>Utfall</th></tr><tr><td>Kansli</td><td>10</td><td>12</td></tr><tr><td>Ej fördelat</td><td colspan="2">5</td></tr></table>'
    expect(linesOf(await extracted(html, 'html'))).toEqual(['Post\t2023\t2023', '\tBudget\tUtfall', 'Kansli\t10\t12', 'Ej fördelat\t5'])
  })

  test('a raised note mark is no digit, and script is no text', async () => {
    expect(linesOf(await extracted('<script>alert(1)</script><p>Totalt 1 250 000<sup>2</sup> kr</p>', 'html'))).toEqual([
      'Totalt 1 250 000 kr',
    ])
  })
})

test('cells with semicolons and decimal commas part at the semicolons, quotes and all', async () => {
  expect(linesOf(await extracted('Post;Andel\r\n"Stöd; övrigt";48,4\r\n', 'csv'))).toEqual(['Post\tAndel', 'Stöd; övrigt\t48,4'])
})

describe('PDF', () => {
  test('two columns of prose are read one after the other', async () => {
    const document = await PDFDocument.create()
    const font = await document.embedFont(StandardFonts.Helvetica)
    const page = document.addPage([595, 842])
    const left = Array.from({ length: 12 }, (_, index) => `vänster rad ${index + 1} med lite text`)
    const right = Array.from({ length: 12 }, (_, index) => `höger rad ${index + 1} med lite text`)
    for (const [index, text] of left.entries()) page.drawText(text, { x: 50, y: 760 - 14 * index, size: 10, font })
    for (const [index, text] of right.entries()) page.drawText(text, { x: 320, y: 760 - 14 * index, size: 10, font })
    expect(linesOf(await extracted(await document.save(), 'pdf'))).toEqual([...left, ...right])
  })

  test('a page upside down or sideways by its text alone is turned', async () => {
    const document = await PDFDocument.create()
    const font = await document.embedFont(StandardFonts.Helvetica)
    const page = document.addPage([595, 842])
    const turned = { size: 10, font, rotate: { type: 'degrees', angle: 90 } } as Parameters<typeof page.drawText>[1]
    page.drawText('Styrelse', { ...turned, x: 100, y: 100 })
    page.drawText('35 000', { ...turned, x: 100, y: 300 })
    page.drawText('Revision', { ...turned, x: 115, y: 100 })
    page.drawText('55 000', { ...turned, x: 115, y: 300 })
    expect(linesOf(await extracted(await document.save(), 'pdf'))).toEqual(['Styrelse\t35 000', 'Revision\t55 000'])
  })

  test.skipIf(!chromium)('ligatures, soft hyphens and every minus come through', { timeout: 60_000 }, async () => {
    const html =
      '<meta charset="utf-8"><body style="font:12pt Liberation Serif"><p>effekt af\u00adfär ﬁnansiering</p><table><tr><td style="padding-right:60px">Resultat</td><td style="padding-right:60px">\u2011500</td><td>\u2212600</td></tr></table>'
    const lines = linesOf(await extracted(await toBrowserPdf(html), 'pdf'))
    expect(lines[0]).toBe('effekt affär finansiering')
    expect(lines[1]?.replace(/[\u2010\u2011\u2212]/g, '-')).toBe('Resultat\t-500\t-600')
  })
})
