import { readFileSync } from 'node:fs'
import { drawPage, readFile } from '@finsam/reader'
import { createCanvas, loadImage } from '@napi-rs/canvas'
import { PDFDocument, StandardFonts } from 'pdf-lib'
import { describe, expect, test } from 'vitest'

const report = { bytes: new Uint8Array(readFileSync(new URL('report/annual-report.pdf', import.meta.url))), fileName: 'r.pdf' }

/** The colour of a spot told in points. */
async function colourAt(png: Uint8Array, x: number, y: number): Promise<string> {
  const image = await loadImage(Buffer.from(png))
  const canvas = createCanvas(image.width, image.height)
  const context = canvas.getContext('2d')
  context.drawImage(image, 0, 0)
  const [red = 0, green = 0, blue = 0] = context.getImageData(Math.round((x * 96) / 72), Math.round((y * 96) / 72), 1, 1).data
  return red === 255 && green === 255 && blue === 255 ? 'paper' : red > 200 && blue < 200 ? 'mark' : 'ink'
}
async function drawn(file: { bytes: Uint8Array; fileName: string }, spot: Parameters<typeof drawPage>[1]): Promise<Uint8Array> {
  const picture = await drawPage({ ...file, bytes: file.bytes.slice() }, spot)
  if (!picture.ok) throw new Error(picture.failure.message)
  return picture.value
}

describe('a page of a PDF is drawn with a line marked', { timeout: 60_000 }, () => {
  test('at its box', async () => {
    const png = await drawn(report, { page: 2, box: [52, 210, 331, 222] })
    expect([await colourAt(png, 150, 220), await colourAt(png, 150, 270)]).toEqual(['mark', 'paper'])
  })

  test('found by its number on the page where no box is known', async () => {
    const read = await readFile({ ...report, bytes: report.bytes.slice(), registry: { associations: [] } })
    if (!read.ok) throw new Error(read.failure.message)
    const lines = read.value.text.split('\n')
    const at = lines.findIndex(line => line.includes('Summa tillgångar'))
    const first = lines.slice(0, at + 1).findLastIndex(line => line.startsWith('\f'))
    const [left = 0, top = 0, right = 0, bottom = 0] = read.value.places.get(at + 1)?.box ?? []
    const png = await drawn(report, { page: 3, line: at - first + 1 })
    expect(await colourAt(png, (left + right) / 2, bottom - 1)).toBe('mark')
    expect(await colourAt(png, (left + right) / 2, bottom + (bottom - top))).toBe('paper')
  })
})

test('a page that the file does not have, and a file without pages, say so', { timeout: 60_000 }, async () => {
  const beyond = await drawPage({ ...report, bytes: report.bytes.slice() }, { page: 99 })
  const text = await drawPage({ bytes: new TextEncoder().encode('Budget'), fileName: 'a.txt' }, { page: 1 })
  expect([beyond.ok, text.ok]).toEqual([false, false])
})

test('pages keep their numbers beside empty ones', { timeout: 60_000 }, async () => {
  const document = await PDFDocument.create()
  const font = await document.embedFont(StandardFonts.Helvetica)
  for (const text of ['', 'Styrelse', '', '', 'Kansli']) {
    const page = document.addPage([300, 300])
    if (text) page.drawText(text, { x: 20, y: 200, size: 10, font })
  }
  const read = await readFile({ bytes: await document.save(), fileName: 'glest.pdf', registry: { associations: [] } })
  if (!read.ok) throw new Error(read.failure.message)
  const pages = read.value.document.lines.flatMap(({ text, page }) => (text.trim() ? [[text, page]] : []))
  expect(pages).toEqual([
    ['Styrelse', 2],
    ['Kansli', 5],
  ])
})

test('bytes are taken as Node reads a file', { timeout: 60_000 }, async () => {
  const bytes = readFileSync(new URL('report/annual-report.pdf', import.meta.url))
  expect(await readFile({ bytes, fileName: 'r.pdf', registry: { associations: [] } })).toMatchObject({ ok: true })
})
