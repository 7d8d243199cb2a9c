import { extname } from 'node:path'
import { failure, success } from '@finsam/domain'
import { readFile, type TextLine } from '@finsam/reader'
import type { PageSpan, ReadFileBytes } from './reading-port.ts'

/** The stretches of lines that bear the same page number. */
function pageSpans(lines: readonly TextLine[]): readonly PageSpan[] {
  const spans: PageSpan[] = []
  for (const { number, page } of lines) {
    const last = spans.at(-1)
    if (page === undefined) continue
    if (last?.page === page) spans[spans.length - 1] = { ...last, to: number }
    else spans.push({ page, from: number, to: number })
  }
  return spans
}

/** Reads with `@finsam/reader`. The reader takes a document's id from its file name, so another id is another name. */
export const readFileBytes: ReadFileBytes = async ({ bytes, fileName, id, registry, onProgress }) => {
  const named = { bytes, fileName: id === undefined ? fileName : `${id}${extname(fileName)}`, registry }
  const read = await readFile(named, onProgress ? { onProgress } : {})
  if (!read.ok) return read
  const { reading, document, passages, omissions } = read.value
  if (id !== undefined && reading.document.id !== id)
    return failure('id-invalid', `“${id}” cannot be a document's id. Use letters, digits, dots, hyphens and underscores.`)
  return success({ reading, lines: document.lines.map(line => line.text), pages: pageSpans(document.lines), passages, omissions })
}
