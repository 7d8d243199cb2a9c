/** Formats that are bytes, not text. */
export type BinaryKind = 'pdf' | 'docx' | 'workbook' | 'picture'
export type FileKind = BinaryKind | 'text' | 'html' | 'csv' | 'old-word' | 'encrypted-office' | 'unknown'

const startsWith = (bytes: Uint8Array, ascii: string): boolean =>
  [...ascii].every((character, index) => bytes[index] === character.charCodeAt(0))
const contains = (bytes: Uint8Array, ascii: string): boolean =>
  Buffer.from(bytes.buffer, bytes.byteOffset, bytes.byteLength).includes(ascii, 0, 'latin1')
const isZip = (bytes: Uint8Array): boolean => startsWith(bytes, 'PK\u0003\u0004')
const isOldOffice = (bytes: Uint8Array): boolean => bytes[0] === 0xd0 && bytes[1] === 0xcf && bytes[2] === 0x11 && bytes[3] === 0xe0
/** Office with a password: a compound file whose directory, in UTF-16, names the encrypted package. */
const isEncryptedOffice = (bytes: Uint8Array): boolean => contains(bytes, [...'EncryptedPackage'].join('\0'))
const isPicture = (bytes: Uint8Array): boolean =>
  (bytes[0] === 0x89 && startsWith(bytes.subarray(1), 'PNG')) ||
  (bytes[0] === 0xff && bytes[1] === 0xd8) ||
  startsWith(bytes, 'II*\0') ||
  startsWith(bytes, 'MM\0*')

const byExtension: Readonly<Record<string, FileKind>> = {
  txt: 'text',
  text: 'text',
  md: 'text',
  markdown: 'text',
  html: 'html',
  htm: 'html',
  xhtml: 'html',
  csv: 'csv',
  tsv: 'csv',
}

/** What a file is, from its first bytes; its name decides only between kinds of text. */
export function fileKind(bytes: Uint8Array, extension: string): FileKind {
  if (contains(bytes.subarray(0, 1024), '%PDF-')) return 'pdf'
  if (isZip(bytes)) {
    if (contains(bytes, 'word/document.xml')) return 'docx'
    const openDocument = contains(bytes, 'content.xml') && contains(bytes, 'META-INF/manifest.xml') && extension !== 'odt'
    return contains(bytes, 'xl/workbook') || openDocument ? 'workbook' : 'unknown'
  }
  if (isOldOffice(bytes) && isEncryptedOffice(bytes)) return 'encrypted-office'
  if (isOldOffice(bytes)) return extension === 'doc' || extension === 'dot' ? 'old-word' : 'workbook'
  if (isPicture(bytes)) return 'picture'
  return byExtension[extension] ?? 'unknown'
}
