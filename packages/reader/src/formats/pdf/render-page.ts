import { createCanvas } from '@napi-rs/canvas'
import type { PDFDocumentProxy } from 'pdfjs-dist/legacy/build/pdf.mjs'
import { recognitionDotsPerInch } from '../ocr/recognise.ts'

/** A page as a PNG picture, black on white. */
export interface PagePicture {
  readonly png: Uint8Array
  readonly dotsPerInch: number
}

/** The width of an A4 page; a photographed page is taken to be as wide. */
export const pageWidthInches = 8.27

/** An A2 sheet at the resolution of recognition; a larger page is drawn coarser. */
const mostPixels = 16_000_000

/** Draws a page at the resolution that text recognition wants, or another, as far as its size allows. */
export async function renderPage(document: PDFDocumentProxy, page: number, dotsPerInch = recognitionDotsPerInch): Promise<PagePicture> {
  const source = await document.getPage(page)
  const whole = source.getViewport({ scale: 1 })
  const scale = Math.min(dotsPerInch / 72, Math.sqrt(mostPixels / (whole.width * whole.height)))
  const viewport = source.getViewport({ scale })
  const canvas = createCanvas(Math.max(1, Math.ceil(viewport.width)), Math.max(1, Math.ceil(viewport.height)))
  const context = canvas.getContext('2d')
  context.fillStyle = '#fff'
  context.fillRect(0, 0, canvas.width, canvas.height)
  // pdf.js draws on any canvas of the interface; its types name the browser’s alone
  await source.render({ canvas: canvas as never, viewport }).promise
  source.cleanup()
  return { png: await canvas.encode('png'), dotsPerInch: 72 * scale }
}
