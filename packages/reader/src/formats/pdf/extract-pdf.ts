import { failure, type Result, success } from '@finsam/domain'
import { type ExtractedText, type ExtractFailureCode, LineWriter, type Omission, type ReadProgress } from '../extracted-text.ts'
import { Recogniser } from '../ocr/recognise.ts'
import { type OpenPdf, openPdf, type PdfPage } from './pdf-pages.ts'
import { gatherLines, type RunLine } from './text-line.ts'
import { dominantTurn, uprightRuns } from './text-run.ts'
import { writePage } from './write-page.ts'

/** How far a long document is read, and who is told of it. */
export interface PdfOptions {
  readonly pages: number
  /** Pictures of pages are recognised until this much time is spent; the rest of them stand among the omissions. */
  readonly recognitionMilliseconds: number
  readonly onPage?: (progress: ReadProgress) => void
  /** Called before the first page is drawn for recognition, which takes more memory than reading text. */
  readonly onPicture?: () => void
  /** Pages (1-based) that are known to be unreadable, and left out. */
  readonly withoutPages: readonly number[]
}
/** More pages than any plan or report has. */
const usualOptions: PdfOptions = { pages: 2_000, recognitionMilliseconds: 420_000, withoutPages: [] }

/** A page that is left out. */
const unread: PdfPage = { texts: undefined, pictureOnly: false }

/** Reads the pages of one document into lines, and keeps account of what could not be read. */
class PageReader {
  readonly #pdf: OpenPdf
  readonly #options: PdfOptions
  readonly #writer = new LineWriter()
  readonly #omissions: Omission[] = []
  #recogniser: Recogniser | undefined
  #recognising = 0

  constructor(pdf: OpenPdf, options: PdfOptions) {
    this.#pdf = pdf
    this.#options = options
  }

  async read(): Promise<ExtractedText> {
    const last = Math.min(this.#pdf.total, this.#options.pages)
    try {
      for (let page = 1; page <= last; page += 1) {
        await this.#page(page)
        this.#options.onPage?.({ page, of: last })
      }
    } finally {
      await this.#recogniser?.close()
    }
    if (this.#pdf.total > last) this.#omissions.push({ code: 'pages-beyond-limit', pages: this.#pdf.total, limit: last })
    return this.#writer.finish(this.#omissions)
  }

  async #page(page: number): Promise<void> {
    const { texts, pictureOnly } = this.#options.withoutPages.includes(page) ? unread : await this.#pdf.page(page)
    const recognised = pictureOnly ? await this.#recognise(page) : undefined
    const turn = recognised ? 0 : dominantTurn(texts ?? [])
    const lines = recognised ?? gatherLines(uprightRuns(texts ?? [], turn))
    if (texts === undefined || (pictureOnly && !recognised)) this.#omissions.push({ code: 'page-unreadable', page })
    else if (lines.length === 0) this.#omissions.push({ code: 'page-without-text', page })
    else if (recognised) this.#omissions.push({ code: 'page-recognised', page })
    writePage(this.#writer, lines, { page, turn, recognised: recognised !== undefined })
  }

  /** The lines of a page's picture; undefined where it cannot be drawn or the time for recognition is spent. */
  async #recognise(page: number): Promise<RunLine[] | undefined> {
    if (this.#recognising > this.#options.recognitionMilliseconds) return undefined
    const started = performance.now()
    if (!this.#recogniser) this.#options.onPicture?.()
    const picture = await this.#pdf.picture(page)
    if (!picture) return undefined
    this.#recogniser ??= await Recogniser.start()
    const lines = await this.#recogniser.lines(picture.png, picture.dotsPerInch)
    this.#recognising += performance.now() - started
    return lines
  }
}

const encrypted = failure('encrypted', 'The PDF is protected by a password. Save a copy without protection and read that one.')
const damaged = failure('damaged', 'The PDF is damaged and cannot be read. Open it in a PDF reader, save it anew, and read that one.')

/**
 * Reads a PDF: lines from positions, cells parted by tabs, note marks left out, pages parted by form feeds, every line with its page and box.
 * A page that is a picture, or whose fonts do not tell their letters, is read by text recognition, and said.
 * One bad page does not lose the others: it stands among the omissions.
 */
export async function extractPdf(bytes: Uint8Array, options: Partial<PdfOptions> = {}): Promise<Result<ExtractedText, ExtractFailureCode>> {
  const pdf = await openPdf(bytes).catch((error: unknown) => (error instanceof Error ? error.name : 'unknown'))
  if (typeof pdf === 'string') return pdf === 'PasswordException' ? encrypted : damaged
  try {
    const read = await new PageReader(pdf, { ...usualOptions, ...options }).read()
    if (read.text.trim() !== '') return success(read)
    return read.omissions.some(({ code }) => code === 'page-unreadable')
      ? damaged
      : failure(
          'no-text',
          'No text can be read off the PDF. Scan it anew, straight and with at least 200 dots per inch, and read that file.',
        )
  } finally {
    await pdf.close()
  }
}
