import { failure, type Result, success } from '@finsam/domain'
import { type ExtractedText, type ExtractFailureCode, LineWriter, type Omission } from '../extracted-text.ts'
import { Recogniser } from '../ocr/recognise.ts'
import { readingOrder } from './page-columns.ts'
import { type PdfPage, type PdfPages, readPdfPages } from './pdf-pages.ts'
import { gatherLines, lineText, type RunLine } from './text-line.ts'
import { uprightRuns } from './text-run.ts'

/** More pages than any plan or report has. */
const pageLimit = 2_000

const boxOf = (line: RunLine): readonly [number, number, number, number] => [
  Math.min(...line.runs.map(run => run.left)),
  line.baseline - line.size,
  Math.max(...line.runs.map(run => run.right)),
  line.baseline + 0.25 * line.size,
]

/** A gap of more than a line and a half parts paragraphs. */
function writePage(writer: LineWriter, page: number, lines: readonly RunLine[], recognised: boolean): void {
  writer.breakPage()
  let last: RunLine | undefined
  const left = Math.min(...lines.flatMap(line => line.runs.map(run => run.left)))
  for (const line of lines) {
    if (last && line.baseline - last.baseline > 1.9 * line.size) writer.write('')
    writer.write(lineText(line, left), { page, box: boxOf(line), ...(recognised ? { recognised } : {}) })
    last = line
  }
}

/** Text where the page has some, else what recognition reads off its picture. */
async function writePages(writer: LineWriter, pages: readonly PdfPage[]): Promise<void> {
  let recogniser: Recogniser | undefined
  for (const { page, texts, picture } of pages) {
    if (picture) recogniser ??= await Recogniser.start()
    const lines = picture && recogniser ? await recogniser.lines(picture) : readingOrder(gatherLines(uprightRuns(texts ?? [])))
    writePage(writer, page, lines, picture !== undefined)
  }
  await recogniser?.close()
}

const omissionOf = ({ page, texts, picture }: PdfPage, written: boolean): Omission[] => {
  if (texts === undefined) return [{ code: 'page-unreadable', page }]
  if (!written) return [{ code: 'page-without-text', page }]
  return picture ? [{ code: 'page-recognised', page }] : []
}

function omissionsOf({ pages, total }: PdfPages, writer: LineWriter): Omission[] {
  const found = pages.flatMap(page => omissionOf(page, writer.hasPage(page.page)))
  return total > pages.length ? [...found, { code: 'pages-beyond-limit', pages: total, limit: pages.length }] : found
}

const encrypted = failure('encrypted', 'The PDF is protected by a password. Save a copy without protection and read that one.')
const damaged = failure('damaged', 'The PDF is damaged and cannot be read. Open it in a PDF reader, save it anew, and read that one.')

/**
 * Reads a PDF: lines from positions, cells parted by tabs, note marks left out, pages parted by form feeds, every line with its page and box.
 * A page that is a picture is read by text recognition, and said. One bad page does not lose the others: it stands among the omissions.
 */
export async function extractPdf(bytes: Uint8Array): Promise<Result<ExtractedText, ExtractFailureCode>> {
  const read = await readPdfPages(bytes, pageLimit).catch((error: unknown) => (error instanceof Error ? error.name : 'unknown'))
  if (typeof read === 'string') return read === 'PasswordException' ? encrypted : damaged
  const writer = new LineWriter()
  await writePages(writer, read.pages)
  const omissions = omissionsOf(read, writer)
  if (!writer.isEmpty) return success(writer.finish(omissions))
  return omissions.some(({ code }) => code === 'page-unreadable')
    ? damaged
    : failure('no-text', 'No text can be read off the PDF. Scan it anew, straight and with at least 200 dots per inch, and read that file.')
}
