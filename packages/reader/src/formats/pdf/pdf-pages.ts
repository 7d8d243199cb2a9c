import { createRequire } from 'node:module'
import { dirname, join } from 'node:path'
import { getDocument, type PDFDocumentProxy, Util, VerbosityLevel } from 'pdfjs-dist/legacy/build/pdf.mjs'
import { hasInk } from './page-ink.ts'
import { type PagePicture, renderPage } from './render-page.ts'
import type { PlacedText } from './text-run.ts'

export interface PdfPage {
  /** undefined where the page could not be read. */
  readonly texts: readonly PlacedText[] | undefined
  /** Something is drawn on the page, and none of it is legible text: only its picture tells what it says. */
  readonly pictureOnly: boolean
}

/** A PDF whose pages are read one at a time, so that a long one is never in memory as a whole. */
export interface OpenPdf {
  readonly total: number
  /** The text of a page (1-based) with its places as a person sees the page: its own rotation is undone. Never rejects. */
  page(number: number): Promise<PdfPage>
  /** The page drawn, for recognition where no resolution is told; undefined where it cannot be drawn. */
  picture(number: number, dotsPerInch?: number): Promise<PagePicture | undefined>
  close(): Promise<void>
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

/** More pixels than any scanned page has; pdf.js leaves out a larger picture. */
const mostPixels = 100_000_000

const count = (text: string, pattern: RegExp): number => text.match(pattern)?.length ?? 0

/** Fonts without a map to Unicode give the numbers of glyphs: control characters among wrong letters, or characters of private use. */
function isLegible(texts: readonly PlacedText[]): boolean {
  const text = texts.map(placed => placed.text).join('')
  const signs = count(text, /\S/gu)
  if (signs === 0) return false
  return count(text, /[\p{Cc}\p{Cn}\ufffd]/gu) <= 0.02 * signs && count(text, /\p{Co}/gu) <= 0.2 * signs
}

async function readPage(document: PDFDocumentProxy, number: number): Promise<PdfPage> {
  try {
    const page = await document.getPage(number)
    const viewport = page.getViewport({ scale: 1 })
    const { items } = await page.getTextContent()
    const texts = items.flatMap(item =>
      'str' in item && item.str !== ''
        ? [{ text: item.str, matrix: matrixOf(Util.transform(viewport.transform, item.transform)), width: item.width, font: item.fontName }]
        : [],
    )
    const legible = isLegible(texts)
    const pictureOnly = !legible && (await hasInk(page))
    page.cleanup()
    return { texts: legible ? texts : [], pictureOnly }
  } catch {
    return { texts: undefined, pictureOnly: false }
  }
}

/** Opens a PDF. Throws pdf.js' errors for a file that is no readable PDF. */
export async function openPdf(bytes: Uint8Array): Promise<OpenPdf> {
  const task = getDocument({
    data: bytes,
    verbosity: VerbosityLevel.ERRORS,
    standardFontDataUrl: `${join(packageFolder, 'standard_fonts')}/`,
    cMapUrl: `${join(packageFolder, 'cmaps')}/`,
    useSystemFonts: false,
    stopAtErrors: false,
    maxImageSize: mostPixels,
  })
  const document = await task.promise
  return {
    total: document.numPages,
    page: number => readPage(document, number),
    picture: (number, dotsPerInch) => renderPage(document, number, dotsPerInch).catch(() => undefined),
    close: () => task.destroy(),
  }
}
