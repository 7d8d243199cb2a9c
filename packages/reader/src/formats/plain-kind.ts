import { decodeBytes } from '../document/decode-bytes.ts'
import { foreignContent } from './foreign-content.ts'

const workbooks: ReadonlySet<string> = new Set(['xls', 'xlsx', 'xlsm', 'ods'])
/** Names that promise a format of bytes. What bears one and is plain text was saved or exported under a wrong name. */
const namesOfBytes: ReadonlySet<string> = new Set([...workbooks, 'pdf', 'doc', 'docx', 'docm', 'odt', 'png', 'jpg', 'jpeg'])

const webPage = /^\s*(?:<\?xml[^>]*\?>\s*)?(?:<!--[\s\S]{0,2000}?-->\s*)*<(?:!doctype\s+html|html|head|body|table)\b/i

/** Whether most lines are parted into equally many cells by one sign; commas, which prose has too, need three cells. */
function isOfCells(text: string): boolean {
  const lines = text.split(/\r?\n/, 60).filter(line => line.trim() !== '')
  return [';', '\t', ','].some(delimiter => {
    const counts = lines.map(line => line.split(delimiter).length)
    const usual = [...counts].sort((a, b) => a - b)[Math.floor(counts.length / 2)] ?? 1
    return usual > (delimiter === ',' ? 2 : 1) && counts.filter(count => count === usual).length > lines.length / 2
  })
}

/**
 * What a file holds that is plain text under the name of another format, as web exports called .xls are; undefined where the name promises
 * text anyway, or where the bytes are no text that a person would read.
 *
 * @example plainKind(new TextEncoder().encode('<html><table>…'), 'xls') // → 'html'
 */
export function plainKind(bytes: Uint8Array, extension: string): 'text' | 'html' | 'csv' | undefined {
  if (!namesOfBytes.has(extension)) return undefined
  const decoded = decodeBytes(bytes)
  if (!decoded.ok) return undefined
  if (webPage.test(decoded.value.slice(0, 4_000))) return 'html'
  if (foreignContent(bytes)) return undefined
  return workbooks.has(extension) && isOfCells(decoded.value) ? 'csv' : 'text'
}
