import { failure, type Result, success } from '@finsam/domain'
import { createCanvas, loadImage } from '@napi-rs/canvas'
import { type ExtractFailureCode, LineWriter } from './extracted-text.ts'
import { type OpenPdf, openPdf } from './pdf/pdf-pages.ts'
import { type PagePicture, pageWidthInches } from './pdf/render-page.ts'
import { gatherLines } from './pdf/text-line.ts'
import { dominantTurn, uprightRuns } from './pdf/text-run.ts'
import { writePage } from './pdf/write-page.ts'
import { mostPicturePixels, pictureSize } from './picture-size.ts'

type Box = readonly [left: number, top: number, right: number, bottom: number]

/** A line of a page to be shown in its place. */
export interface Spot {
  /** 1-based. */
  readonly page: number
  /** Left, top, right, bottom in points from the page's upper left corner. */
  readonly box?: Box
  /** Where its box is not known: which line of the page it is, 1-based. */
  readonly line?: number
}

const screenDotsPerInch = 96
const undrawn = failure('damaged', 'The page cannot be drawn. Open the file itself to see it.')

/** Draws a picture with a frame around the box, which is told in points. */
async function marked({ png, dotsPerInch }: PagePicture, box: Box | undefined): Promise<Uint8Array> {
  if (!box) return png
  const image = await loadImage(Buffer.from(png))
  const canvas = createCanvas(image.width, image.height)
  const context = canvas.getContext('2d')
  context.drawImage(image, 0, 0)
  const scale = dotsPerInch / 72
  const [left, top, right, bottom] = box
  const air = 3
  const frame = [left - air, top - air, right - left + 2 * air, bottom - top + 2 * air].map(points => points * scale)
  const [x = 0, y = 0, width = 0, height = 0] = frame
  context.globalCompositeOperation = 'multiply'
  context.fillStyle = '#ffe58f'
  context.fillRect(x, y, width, height)
  context.globalCompositeOperation = 'source-over'
  context.strokeStyle = '#b35900'
  context.lineWidth = 2
  context.strokeRect(x, y, width, height)
  return canvas.encode('png')
}

/** The box of a line of a PDF's page, as a reading of the whole file would place it. */
async function boxOfLine(pdf: OpenPdf, page: number, line: number): Promise<Box | undefined> {
  const { texts = [] } = await pdf.page(page)
  const turn = dominantTurn(texts)
  const writer = new LineWriter()
  writePage(writer, gatherLines(uprightRuns(texts, turn)), { page, turn })
  return writer.finish().places.get(line)?.box
}

/** A PDF's page as a PNG picture with one of its lines marked. */
export async function drawPdfSpot(bytes: Uint8Array, { page, box, line }: Spot): Promise<Result<Uint8Array, ExtractFailureCode>> {
  const pdf = await openPdf(bytes).catch(() => undefined)
  if (!pdf) return undrawn
  try {
    const picture = page <= pdf.total ? await pdf.picture(page, screenDotsPerInch) : undefined
    if (!picture) return undrawn
    return success(await marked(picture, box ?? (line === undefined ? undefined : await boxOfLine(pdf, page, line))))
  } finally {
    await pdf.close()
  }
}

/** A scanned or photographed page at the size of a screen, with one of its lines marked. */
export async function drawPictureSpot(bytes: Uint8Array, { box }: Spot): Promise<Result<Uint8Array, ExtractFailureCode>> {
  const size = pictureSize(bytes)
  const image =
    size && size.width * size.height <= mostPicturePixels ? await loadImage(Buffer.from(bytes)).catch(() => undefined) : undefined
  if (!image || image.width * image.height === 0) return undrawn
  const width = Math.round(pageWidthInches * screenDotsPerInch)
  const canvas = createCanvas(width, Math.min(4 * width, Math.max(1, Math.round((image.height * width) / image.width))))
  canvas.getContext('2d').drawImage(image, 0, 0, canvas.width, canvas.height)
  return success(await marked({ png: await canvas.encode('png'), dotsPerInch: screenDotsPerInch }, box))
}
