import { failure, type Result, success } from '@finsam/domain'
import { createCanvas, loadImage } from '@napi-rs/canvas'
import { type ExtractedText, type ExtractFailureCode, LineWriter } from './extracted-text.ts'
import { Recogniser, recognitionDotsPerInch } from './ocr/recognise.ts'
import { pageWidthInches } from './pdf/render-page.ts'
import { writePage } from './pdf/write-page.ts'
import { mostPicturePixels, pictureSize } from './picture-size.ts'

/** A4 at the resolution of recognition; a photograph of another size is brought to this width. */
const pageWidth = Math.round(pageWidthInches * recognitionDotsPerInch)
const mostHeight = 20_000
const damaged = failure('damaged', 'The picture is damaged and cannot be read. Save it anew as PNG or PDF, and read that one.')

/** The byte order that a TIFF begins with: Intel’s or Motorola’s. */
const isTiff = ([first, second]: Uint8Array): boolean => first === second && (first === 0x49 || first === 0x4d)

/** A photographed or scanned page (PNG, JPEG), read by text recognition. */
export async function extractPicture(bytes: Uint8Array): Promise<Result<ExtractedText, ExtractFailureCode>> {
  if (isTiff(bytes))
    return failure('unsupported-type', 'TIFF pictures are not read. Save the scan as PDF or PNG, and read that one.', ['.pdf', '.png'])
  const size = pictureSize(bytes)
  if (!size) return damaged
  if (size.width * size.height > mostPicturePixels)
    return failure('too-large', 'The picture has more pixels than a page needs. Save it at 200 to 300 dots per inch, and read that one.')
  const image = await loadImage(Buffer.from(bytes)).catch(() => undefined)
  if (!image || image.width * image.height === 0) return damaged
  const height = Math.min(mostHeight, Math.max(1, Math.round((image.height * pageWidth) / image.width)))
  const canvas = createCanvas(pageWidth, height)
  canvas.getContext('2d').drawImage(image, 0, 0, pageWidth, height)
  const recogniser = await Recogniser.start()
  const lines = await recogniser.lines(await canvas.encode('png'))
  await recogniser.close()
  const writer = new LineWriter()
  writePage(writer, lines, { page: 1, recognised: true })
  return writer.isEmpty
    ? failure(
        'no-text',
        'No text can be read off the picture. Scan the page straight and with at least 200 dots per inch, and read that file.',
      )
    : success(writer.finish([{ code: 'page-recognised', page: 1 }]))
}
