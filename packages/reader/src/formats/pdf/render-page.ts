import { createCanvas } from '@napi-rs/canvas'
import type { PDFDocumentProxy } from 'pdfjs-dist/legacy/build/pdf.mjs'

/** Draws a page as a PNG picture, black on white, at the resolution that text recognition wants. */
export async function renderPage(document: PDFDocumentProxy, page: number, dotsPerInch: number): Promise<Uint8Array> {
  const source = await document.getPage(page)
  const viewport = source.getViewport({ scale: dotsPerInch / 72 })
  const canvas = createCanvas(Math.ceil(viewport.width), Math.ceil(viewport.height))
  const context = canvas.getContext('2d')
  context.fillStyle = '#fff'
  context.fillRect(0, 0, canvas.width, canvas.height)
  // pdf.js draws on any canvas of the interface; its types name the browser’s alone
  await source.render({ canvas: canvas as never, viewport }).promise
  source.cleanup()
  return canvas.encode('png')
}
