import { once } from 'node:events'
import { buffer } from 'node:stream/consumers'
import { createDeflate, deflateSync } from 'node:zlib'
import { CFB, utils, write } from '@e965/xlsx'
import { createCanvas } from '@napi-rs/canvas'
import { strToU8, zipSync } from 'fflate'
import { PDFDict, PDFDocument, PDFName, StandardFonts } from 'pdf-lib'

/** Files that no honest program makes, and honest ones that ask for more than a reader should give. */

/** A PDF of many pages, each with its number. */
export async function longPdf(pages: number): Promise<Uint8Array> {
  const document = await PDFDocument.create()
  const font = await document.embedFont(StandardFonts.Helvetica)
  for (let page = 1; page <= pages; page += 1)
    document.addPage([200, 200]).drawText(`Sida nummer ${page}`, { x: 20, y: 100, size: 10, font })
  return document.save()
}

/** Three pages, the second of which holds more pieces of text than the memory of a reader. */
export async function pageOfPieces(pieces: number): Promise<Uint8Array> {
  const document = await PDFDocument.create()
  const font = await document.embedFont(StandardFonts.Helvetica)
  for (const text of ['Styrelse', 'Revision']) document.addPage([200, 200]).drawText(text, { x: 20, y: 100, size: 10, font })
  const page = document.insertPage(1, [595, 842])
  page.drawText('Kansli', { x: 20, y: 100, size: 10, font })
  const [name] = page.node.Resources()?.lookup(PDFName.of('Font'), PDFDict).keys() ?? []
  const drawn = Array.from({ length: pieces }, (_, at) => `1 0 0 1 ${(at * 7_919) % 595} ${(at * 104_729) % 842} Tm (${at % 1_000}) Tj`)
  page.node.addContentStream(document.context.register(document.context.flateStream(`BT ${name} 1 Tf ${drawn.join('\n')} ET`)))
  return document.save()
}

/** Three pages, the drawing of the second of which is some hundred kilobytes that unpack to so many megabytes of blanks. */
export async function unpackingPage(megabytes: number): Promise<Uint8Array> {
  const document = await PDFDocument.create()
  const font = await document.embedFont(StandardFonts.Helvetica)
  for (const text of ['Styrelse', 'Kansli', 'Revision']) document.addPage([200, 200]).drawText(text, { x: 20, y: 100, size: 10, font })
  const deflate = createDeflate()
  const packed = buffer(deflate)
  for (let written = 0; written < megabytes; written += 1) if (!deflate.write(Buffer.alloc(1_000_000, ' '))) await once(deflate, 'drain')
  deflate.end()
  const { context } = document
  document.getPage(1).node.addContentStream(context.register(context.stream(await packed, { Filter: 'FlateDecode' })))
  return document.save()
}

/** Empty pages, and one in the middle with text. */
export async function emptyPages(pages: number): Promise<Uint8Array> {
  const document = await PDFDocument.create()
  const font = await document.embedFont(StandardFonts.Helvetica)
  for (let page = 1; page <= pages; page += 1) {
    const added = document.addPage([200, 200])
    if (page === Math.ceil(pages / 2)) added.drawText('Styrelse', { x: 20, y: 100, size: 10, font })
  }
  return document.save()
}

/** Takes the maps to Unicode out of a PDF's fonts: it looks the same, and its text is the numbers of glyphs. */
export async function withoutUnicodeMaps(pdf: Uint8Array): Promise<Uint8Array> {
  const document = await PDFDocument.load(pdf)
  for (const [, object] of document.context.enumerateIndirectObjects())
    if (object instanceof PDFDict) object.delete(PDFName.of('ToUnicode'))
  return document.save({ useObjectStreams: false })
}

/** A page as large as a field, with one short line of paint on it. */
export async function vastPage(): Promise<Uint8Array> {
  const document = await PDFDocument.create()
  document.addPage([14_400, 14_400]).drawRectangle({ x: 10, y: 10, width: 100, height: 100 })
  return document.save()
}

/** What Office makes of a document with a password: a compound file that holds the encrypted package. */
export function encryptedOffice(): Uint8Array {
  const file = CFB.utils.cfb_new()
  CFB.utils.cfb_add(file, '/EncryptionInfo', Buffer.from([4, 0, 4, 0, 0x40, 0, 0, 0, ...strToU8('<encryption/>')]))
  CFB.utils.cfb_add(file, '/EncryptedPackage', Buffer.alloc(4_096, 7))
  return new Uint8Array(CFB.write(file, { type: 'buffer' }) as Buffer)
}

/** The trailer's Encrypt entry is all that tells; no password opens it. */
export async function encryptedPdf(): Promise<Uint8Array> {
  const document = await PDFDocument.create()
  document.addPage([200, 200])
  const { context } = document
  context.trailerInfo.Encrypt = context.register(
    context.obj({ Filter: 'Standard', V: 2, R: 3, Length: 128, P: -44, O: context.obj([]), U: context.obj([]) }),
  )
  const text = Buffer.from(await document.save({ useObjectStreams: false })).toString('latin1')
  const key = `<${'ab'.repeat(32)}>`
  return new Uint8Array(Buffer.from(text.replace(/\/O \[\s*\]/, `/O ${key}`).replace(/\/U \[\s*\]/, `/U ${key}`), 'latin1'))
}

/** A zip within a zip, thirty deep, called a Word file. */
export function nestedZip(): Uint8Array {
  let inner = zipSync({ 'a.txt': strToU8('hej') })
  for (let depth = 0; depth < 30; depth += 1) inner = zipSync({ 'word/document.xml': inner, '[Content_Types].xml': strToU8('<Types/>') })
  return inner
}

/** Cells that claim to span a hundred thousand columns and rows each. */
export const spanBomb = (): Uint8Array =>
  strToU8(`<table>${'<tr><td colspan="100000" rowspan="100000">Kansli</td><td colspan="100000">1 200</td></tr>'.repeat(500)}</table>`)

/** Paragraphs within each other, deeper than calls can be. */
export const deepMarkup = (): Uint8Array => strToU8(`${'<div>'.repeat(60_000)}Styrelse 1 200${'</div>'.repeat(60_000)}`)

/** A workbook of some kilobytes, one long text in every row. */
export function repeatedText(): Uint8Array {
  const book = utils.book_new()
  utils.book_append_sheet(book, utils.aoa_to_sheet(Array.from({ length: 720 }, () => ['x'.repeat(30_000), 1])), 'Budget')
  return new Uint8Array(write(book, { type: 'buffer', bookType: 'xlsx', bookSST: true, compression: true }) as Buffer)
}

function chunk(kind: string, data: Uint8Array): Buffer {
  const body = Buffer.concat([Buffer.from(kind, 'latin1'), data])
  let crc = 0xffffffff
  for (const byte of body) {
    crc ^= byte
    for (let bit = 0; bit < 8; bit += 1) crc = crc & 1 ? (crc >>> 1) ^ 0xedb88320 : crc >>> 1
  }
  const ends = [Buffer.alloc(4), Buffer.alloc(4)] as const
  ends[0].writeUInt32BE(data.length)
  ends[1].writeUInt32BE((crc ^ 0xffffffff) >>> 0)
  return Buffer.concat([ends[0], body, ends[1]])
}

/** A PNG of some kilobytes whose head claims forty thousand pixels each way. */
export function pictureBomb(): Uint8Array {
  const head = Buffer.alloc(13)
  head.writeUInt32BE(40_000, 0)
  head.writeUInt32BE(40_000, 4)
  head.set([1, 0, 0, 0, 0], 8)
  const signature = Buffer.from([0x89, 0x50, 0x4e, 0x47, 0x0d, 0x0a, 0x1a, 0x0a])
  return new Uint8Array(
    Buffer.concat([signature, chunk('IHDR', head), chunk('IDAT', deflateSync(Buffer.alloc(5_001 * 100))), chunk('IEND', Buffer.alloc(0))]),
  )
}

/** A picture bomb within a PDF. */
export async function picturePdf(): Promise<Uint8Array> {
  const document = await PDFDocument.create()
  const canvas = createCanvas(10, 10)
  const image = await document.embedPng(await canvas.encode('png'))
  document.addPage([200, 200]).drawImage(image, { x: 0, y: 0, width: 200, height: 200 })
  const text = Buffer.from(await document.save({ useObjectStreams: false })).toString('latin1')
  return new Uint8Array(Buffer.from(text.replaceAll(/\/(Width|Height) 10\b/g, '/$1 60000'), 'latin1'))
}
