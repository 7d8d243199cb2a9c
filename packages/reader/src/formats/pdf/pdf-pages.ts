import { createRequire } from 'node:module'
import { dirname, join } from 'node:path'
import { getDocument, Util, VerbosityLevel } from 'pdfjs-dist/legacy/build/pdf.mjs'
import { recognitionDotsPerInch } from '../ocr/recognise.ts'
import { renderPage } from './render-page.ts'
import type { PlacedText } from './text-run.ts'

export interface PdfPage {
  readonly page: number
  /** For a page without text: its picture as PNG. */
  readonly picture?: Uint8Array
  /** undefined where the page could not be read. */
  readonly texts: readonly PlacedText[] | undefined
}

export interface PdfPages {
  readonly pages: readonly PdfPage[]
  readonly total: number
}

const packageFolder = dirname(createRequire(import.meta.url).resolve('pdfjs-dist/package.json'))
const matrixOf = (numbers: readonly number[]): PlacedText['matrix'] => [
  numbers[0] ?? 1,
  numbers[1] ?? 0,
  numbers[2] ?? 0,
  numbers[3] ?? 1,
  numbers[4] ?? 0,
  numbers[5] ?? 0,
]

/** Reads the text of each page with its place on it, as a person sees the page: its own rotation is undone. Throws pdf.js' errors for a file that is no readable PDF. */
export async function readPdfPages(bytes: Uint8Array, pageLimit: number): Promise<PdfPages> {
  const task = getDocument({
    data: bytes,
    verbosity: VerbosityLevel.ERRORS,
    standardFontDataUrl: `${join(packageFolder, 'standard_fonts')}/`,
    cMapUrl: `${join(packageFolder, 'cmaps')}/`,
    useSystemFonts: false,
    stopAtErrors: false,
  })
  const document = await task.promise
  try {
    const pages: PdfPage[] = []
    for (let number = 1; number <= Math.min(document.numPages, pageLimit); number += 1) pages.push(await readPage(number))
    return { pages, total: document.numPages }
  } finally {
    await task.destroy()
  }

  async function readPage(number: number): Promise<PdfPage> {
    try {
      const page = await document.getPage(number)
      const viewport = page.getViewport({ scale: 1 })
      const { items } = await page.getTextContent()
      const texts = items.flatMap(item =>
        'str' in item && item.str !== ''
          ? [{ text: item.str, matrix: matrixOf(Util.transform(viewport.transform, item.transform)), width: item.width }]
          : [],
      )
      page.cleanup()
      if (texts.some(({ text }) => text.trim() !== '')) return { page: number, texts }
      return { page: number, texts, picture: await renderPage(document, number, recognitionDotsPerInch) }
    } catch {
      return { page: number, texts: undefined }
    }
  }
}
