import { failure, type Result, success } from '@finsam/domain'
import { type ExtractedText, type ExtractFailureCode, LineWriter, type Omission } from '../extracted-text.ts'
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
function writePage(writer: LineWriter, { page, texts }: PdfPage): void {
  writer.breakPage()
  let last: RunLine | undefined
  for (const line of readingOrder(gatherLines(uprightRuns(texts ?? [])))) {
    if (last && line.baseline - last.baseline > 1.9 * line.size) writer.write('')
    writer.write(lineText(line), { page, box: boxOf(line) })
    last = line
  }
}

function omissionsOf({ pages, total }: PdfPages, limit: number): Omission[] {
  const found = pages.flatMap(({ page, texts }): Omission[] =>
    texts === undefined
      ? [{ code: 'page-unreadable', page }]
      : texts.some(({ text }) => text.trim() !== '')
        ? []
        : [{ code: 'page-without-text', page }],
  )
  return total > pages.length ? [...found, { code: 'pages-beyond-limit', pages: total, limit }] : found
}

const encrypted = failure('encrypted', 'The PDF is protected by a password. Save a copy without protection and read that one.')
const damaged = failure('damaged', 'The PDF is damaged and cannot be read. Open it in a PDF reader, save it anew, and read that one.')

/**
 * Reads a born-digital PDF: lines from positions, cells parted by tabs, note marks left out, pages parted by form feeds, every line with its page and box.
 * One bad page does not lose the others: it stands among the omissions. A PDF of pictures alone fails with `no-text`.
 */
export async function extractPdf(bytes: Uint8Array): Promise<Result<ExtractedText, ExtractFailureCode>> {
  const read = await readPdfPages(bytes, pageLimit).catch((error: unknown) => (error instanceof Error ? error.name : 'unknown'))
  if (typeof read === 'string') return read === 'PasswordException' ? encrypted : damaged
  const writer = new LineWriter()
  for (const page of read.pages) writePage(writer, page)
  const omissions = omissionsOf(read, pageLimit)
  if (!writer.isEmpty) return success(writer.finish(omissions))
  return omissions.some(({ code }) => code === 'page-unreadable')
    ? damaged
    : failure('no-text', 'The PDF holds pictures of pages but no text. Scan it with text recognition, and read that file.')
}
