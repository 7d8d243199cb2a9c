import { execFile } from 'node:child_process'
import { existsSync } from 'node:fs'
import { mkdtemp, readFile, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { promisify } from 'node:util'
import { utils, write as writeBook } from '@e965/xlsx'
import { createCanvas, loadImage } from '@napi-rs/canvas'
import { AlignmentType, Document, HeadingLevel, Packer, Paragraph, Table, TableCell, TableRow, TextRun } from 'docx'
import { PDFDocument, type PDFFont, StandardFonts } from 'pdf-lib'
import { getDocument } from 'pdfjs-dist/legacy/build/pdf.mjs'
import { renderPage } from '../../packages/reader/src/formats/pdf/render-page.ts'
import { type PrintedStatement, type Writing, write } from './statement.ts'

const run = promisify(execFile)
const before = 'Verksamhetsplan och budget 2023 för Samordningsförbundet Mittland. Beloppen är i kronor.'
const escapeHtml = (text: string): string => text.replace(/&/g, '&amp;').replace(/</g, '&lt;')

export function toHtml(statement: PrintedStatement, writing: Writing): string {
  const head = `<tr><th>Belopp i kr</th>${statement.columns.map(column => `<th>${column}</th>`).join('')}</tr>`
  const rows = statement.rows.map(({ label, amounts, total }) => {
    const cells = (amounts ?? []).map(value => `<td class="n">${write(value, writing)}</td>`).join('')
    return `<tr${total ? ' class="t"' : ''}><td>${escapeHtml(label)}</td>${amounts ? cells : `<td colspan="${statement.columns.length}"></td>`}</tr>`
  })
  return `<!doctype html><html lang="sv"><meta charset="utf-8"><title>Budget</title><style>body{font:10pt "Liberation Sans",sans-serif}td,th{padding:2px 9px}.n{text-align:right;white-space:nowrap}.t{font-weight:bold}</style>
<body><p>${before}</p><h1>${statement.title}</h1><table>${head}${rows.join('\n')}</table></body></html>`
}

export const toCsv = (statement: PrintedStatement, writing: Writing): string =>
  `\ufeff${[[statement.title], ['Belopp i kr', ...statement.columns], ...statement.rows.map(({ label, amounts }) => [label, ...(amounts ?? []).map(value => write(value, writing))])].map(row => row.join(';')).join('\r\n')}\r\n`

/** Numbers are stored as numbers, totals as formulas with their value. */
export function toWorkbook(statement: PrintedStatement, kind: 'xlsx' | 'ods'): Uint8Array {
  const rows = [
    [statement.title],
    ['Belopp i kr', ...statement.columns],
    ...statement.rows.map(({ label, amounts }) => [label, ...(amounts ?? [])]),
  ]
  const book = utils.book_new()
  utils.book_append_sheet(book, utils.aoa_to_sheet(rows), 'Budget 2023')
  return new Uint8Array(writeBook(book, { type: 'buffer', bookType: kind }) as Buffer)
}

export async function toDocx(statement: PrintedStatement, writing: Writing): Promise<Uint8Array> {
  const cell = (text: string, right = false): TableCell =>
    new TableCell({ children: [new Paragraph({ children: [new TextRun(text)], ...(right ? { alignment: AlignmentType.RIGHT } : {}) })] })
  const rows = [
    new TableRow({ children: [cell('Belopp i kr'), ...statement.columns.map(column => cell(column, true))] }),
    ...statement.rows.map(
      ({ label, amounts }) =>
        new TableRow({
          children: [cell(label), ...statement.columns.map((_, index) => cell(amounts ? write(amounts[index] ?? 0, writing) : '', true))],
        }),
    ),
  ]
  const document = new Document({
    sections: [
      {
        children: [
          new Paragraph(before),
          new Paragraph({ text: statement.title, heading: HeadingLevel.HEADING_1 }),
          new Table({ rows, columnWidths: [3_400, ...statement.columns.map(() => 1_500)] }),
        ],
      },
    ],
  })
  return new Uint8Array(await Packer.toBuffer(document))
}

/** Draws the table by hand: right-aligned columns that stand so close that one figure's thousands and the next figure are a digit apart. */
export async function toDrawnPdf(
  statement: PrintedStatement,
  options: { readonly turn?: 0 | 90; readonly tight?: boolean; readonly noteMarks?: boolean; readonly ruled?: boolean } = {},
): Promise<Uint8Array> {
  const document = await PDFDocument.create()
  const font = await document.embedFont(StandardFonts.Helvetica)
  const page = document.addPage([595, 842])
  const size = 10
  const widest = Math.max(
    ...statement.rows
      .flatMap(row => row.amounts ?? [])
      .map(value => font.widthOfTextAtSize(write(value, { space: ' ', minus: '-' }), size)),
    ...statement.columns.map(column => font.widthOfTextAtSize(column, size)),
  )
  const step = widest + (options.tight ? 8 : 24)
  let y = 790
  const text = (value: string, x: number, at: PDFFont = font, points = size): void => page.drawText(value, { x, y, size: points, font: at })
  text(before, 50)
  y -= 30
  text(statement.title, 50)
  y -= 20
  const right = (value: string, column: number): void => text(value, 230 + (column + 1) * step - font.widthOfTextAtSize(value, size), font)
  text('Belopp i kr', 50)
  statement.columns.forEach(right)
  for (const { label, amounts } of statement.rows) {
    y -= 15
    text(label, 50)
    amounts?.map(value => write(value, { space: ' ', minus: '-' })).forEach(right)
    if (options.ruled) {
      const edges = [44, ...[...Array(statement.columns.length + 1).keys()].map(column => 236 + column * step)]
      const line = { thickness: 0.7 }
      page.drawLine({ ...line, start: { x: 44, y: y - 4 }, end: { x: edges.at(-1) ?? 44, y: y - 4 } })
      for (const x of edges) page.drawLine({ ...line, start: { x, y: y - 4 }, end: { x, y: y + 11 } })
    }
    if (options.noteMarks && amounts) page.drawText('2', { x: 230 + amounts.length * step + 1, y: y + 4, size: 6, font })
  }
  if (options.turn) page.setRotation({ type: 'degrees', angle: options.turn } as Parameters<typeof page.setRotation>[0])
  return document.save()
}

export const chromium = [process.env.CHROMIUM, '/usr/bin/chromium'].find(path => path !== undefined && existsSync(path))
export const libreOffice = ['/usr/bin/soffice', '/usr/bin/libreoffice'].find(path => existsSync(path))

async function inFolder<Made>(make: (folder: string) => Promise<Made>): Promise<Made> {
  const folder = await mkdtemp(join(tmpdir(), 'finsam-files-'))
  try {
    return await make(folder)
  } finally {
    await rm(folder, { recursive: true, force: true })
  }
}

/** Prints HTML as a person would from the browser. */
export const toBrowserPdf = (html: string): Promise<Uint8Array> =>
  inFolder(async folder => {
    await writeFile(join(folder, 'page.html'), html)
    const flags = [
      '--headless',
      '--no-sandbox',
      '--disable-gpu',
      '--no-first-run',
      '--disable-background-networking',
      '--disable-component-update',
      '--disable-sync',
      '--disable-dev-shm-usage',
      `--user-data-dir=${folder}/profile`,
    ]
    await run(chromium ?? 'chromium', [
      ...flags,
      '--no-pdf-header-footer',
      `--print-to-pdf=${folder}/page.pdf`,
      `file://${folder}/page.html`,
    ])
    return new Uint8Array(await readFile(join(folder, 'page.pdf')))
  })

/** Converts with LibreOffice, as a person would by "save as". */
export const byLibreOffice = (bytes: Uint8Array, from: string, to: string): Promise<Uint8Array> =>
  inFolder(async folder => {
    await writeFile(join(folder, `page.${from}`), bytes)
    await run(libreOffice ?? 'soffice', [
      `-env:UserInstallation=file://${folder}/profile`,
      '--headless',
      '--convert-to',
      to,
      '--outdir',
      folder,
      join(folder, `page.${from}`),
    ])
    return new Uint8Array(await readFile(join(folder, `page.${to}`)))
  })

/** How badly a page was scanned: its turn in degrees, grain from 0 to 1, and the quality of its JPEG. */
export interface ScanNoise {
  readonly name: 'clean' | 'worn' | 'poor'
  readonly degrees: number
  readonly grain: number
  readonly quality: number
}
export const scanNoises: readonly ScanNoise[] = [
  { name: 'clean', degrees: 0, grain: 0, quality: 92 },
  { name: 'worn', degrees: 0.5, grain: 0.12, quality: 60 },
  { name: 'poor', degrees: 0.9, grain: 0.3, quality: 40 },
]

/** A sequence of grain that is the same every time. */
function* grains(seed: number): Generator<number> {
  let state = seed
  for (;;) {
    state = (Math.imul(state, 1_664_525) + 1_013_904_223) >>> 0
    yield state / 2 ** 32 - 0.5
  }
}

/** Prints a PDF's first page on paper and scans it: a PDF that holds a picture alone. */
export async function toScan(pdf: Uint8Array, noise: ScanNoise): Promise<Uint8Array> {
  const task = getDocument({ data: pdf, verbosity: 0 })
  const source = await task.promise
  const picture = await loadImage(Buffer.from((await renderPage(source, 1)).png))
  const canvas = createCanvas(picture.width, picture.height)
  const context = canvas.getContext('2d')
  context.fillStyle = '#fdfdfb'
  context.fillRect(0, 0, canvas.width, canvas.height)
  context.rotate((noise.degrees * Math.PI) / 180)
  context.drawImage(picture, 0, 0)
  const pixels = context.getImageData(0, 0, canvas.width, canvas.height)
  const grain = grains(7)
  for (let index = 0; index < pixels.data.length && noise.grain > 0; index += 4) {
    const shift = 255 * noise.grain * (grain.next().value ?? 0)
    for (const channel of [0, 1, 2]) pixels.data[index + channel] = (pixels.data[index + channel] ?? 0) + shift
  }
  context.putImageData(pixels, 0, 0)
  const document = await PDFDocument.create()
  const image = await document.embedJpg(await canvas.encode('jpeg', noise.quality))
  document.addPage([595, 842]).drawImage(image, { x: 0, y: 0, width: 595, height: 842 })
  await task.destroy()
  return document.save()
}
