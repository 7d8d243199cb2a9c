import { failure, type Result, success } from '@finsam/domain'
import mammoth from 'mammoth'
import { marginLines, withPlainSuperscripts } from './docx-parts.ts'
import type { ExtractedText, ExtractFailureCode } from './extracted-text.ts'
import { extractMarkup } from './markup.ts'

/** Word documents: headings, paragraphs and table rows in order; deleted revisions are left out, and what stands in the margins of all pages is said once, at the top. Cited by heading, table and row, since a Word file has no pages. */
export async function extractDocx(bytes: Uint8Array): Promise<Result<ExtractedText, ExtractFailureCode>> {
  try {
    const { value } = await mammoth.convertToHtml(
      { buffer: Buffer.from(withPlainSuperscripts(bytes)) },
      { ignoreEmptyParagraphs: false, convertImage: mammoth.images.imgElement(async () => ({ src: '' })) },
    )
    const text = extractMarkup(value, { wordProcessor: true, before: marginLines(bytes) })
    return text.text.trim() === ''
      ? failure('no-text', 'The Word file holds no text. If it holds pictures of pages, read them as text first.')
      : success(text)
  } catch {
    return failure(
      'damaged',
      'The Word file is damaged or protected and cannot be read. Open it in Word, save it as .docx without protection, and read that one.',
    )
  }
}
