import { contains, isZip, startsWith } from './bytes-hold.ts'
import { plainKind } from './plain-kind.ts'

/** Formats that are bytes, not text. */
export type BinaryKind = 'pdf' | 'docx' | 'workbook' | 'picture'
export type FileKind = BinaryKind | 'text' | 'html' | 'csv' | 'old-word' | 'encrypted-office' | 'unknown'

const isOldOffice = (bytes: Uint8Array): boolean => bytes[0] === 0xd0 && bytes[1] === 0xcf && bytes[2] === 0x11 && bytes[3] === 0xe0
/** The directory of a compound file names its streams in UTF-16. */
const hasStream = (bytes: Uint8Array, name: string): boolean => contains(bytes, [...name].join('\0'))

/** A compound file by its streams; by its name where it has those of Word and Excel, as a document with a sheet in it does, or neither. */
function oldOfficeKind(bytes: Uint8Array, extension: string): FileKind {
  if (hasStream(bytes, 'EncryptedPackage')) return 'encrypted-office'
  if (hasStream(bytes, 'PowerPoint Document')) return 'unknown'
  const ofWord = hasStream(bytes, 'WordDocument')
  const ofExcel = hasStream(bytes, 'Workbook') || hasStream(bytes, 'Book')
  const isWord = ofWord === ofExcel ? extension.startsWith('do') : ofWord
  return isWord ? 'old-word' : 'workbook'
}

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

/** What a file is, from its bytes; its name decides only between kinds of text. */
export function fileKind(bytes: Uint8Array, extension: string): FileKind {
  if (contains(bytes.subarray(0, 1024), '%PDF-')) return 'pdf'
  if (isZip(bytes)) {
    if (contains(bytes, 'word/document.xml')) return 'docx'
    const openDocument = contains(bytes, 'content.xml') && contains(bytes, 'META-INF/manifest.xml')
    const isSheets = openDocument && extension !== 'odt' && !contains(bytes.subarray(0, 200), 'opendocument.text')
    return contains(bytes, 'xl/workbook') || isSheets ? 'workbook' : 'unknown'
  }
  if (isOldOffice(bytes)) return oldOfficeKind(bytes, extension)
  if (isPicture(bytes)) return 'picture'
  return byExtension[extension] ?? plainKind(bytes, extension) ?? 'unknown'
}
