import { failure, type Result, success } from '@finsam/domain'

/** Largest file that is read, in bytes. */
export const maxFileBytes = 20 * 1024 * 1024
/** Most lines that are read: two thousand pages of fifty, as many as are read of a PDF. */
export const maxLines = 100_000

/** Why a file could not be read as text. */
export type DecodeFailureCode = 'file-empty' | 'file-too-large' | 'file-binary' | 'file-not-text' | 'file-without-text'

const megabytes = (bytes: number): string => `${Math.ceil(bytes / 1024 / 1024)} MB`

const signatures: readonly { readonly name: string; readonly starts: readonly number[] }[] = [
  { name: 'PDF', starts: [0x25, 0x50, 0x44, 0x46] },
  { name: 'Office or zip', starts: [0x50, 0x4b, 0x03, 0x04] },
  { name: 'old Office', starts: [0xd0, 0xcf, 0x11, 0xe0] },
  { name: 'PNG image', starts: [0x89, 0x50, 0x4e, 0x47] },
  { name: 'JPEG image', starts: [0xff, 0xd8, 0xff] },
  { name: 'gzip', starts: [0x1f, 0x8b] },
]

const startsWith = (bytes: Uint8Array, start: readonly number[]): boolean => start.every((byte, index) => bytes[index] === byte)

/** The share of zero bytes at even and at odd places tells UTF-16 without a byte order mark. */
function guessUtf16(bytes: Uint8Array): string | undefined {
  const sample = bytes.subarray(0, 4096)
  const zeros = [0, 0]
  for (let index = 0; index < sample.length; index += 1) if (sample[index] === 0) zeros[index % 2] = (zeros[index % 2] ?? 0) + 1
  const [even = 0, odd = 0] = zeros
  const half = sample.length / 2
  if (odd > half * 0.6 && even < half * 0.05) return 'utf-16le'
  if (even > half * 0.6 && odd < half * 0.05) return 'utf-16be'
  return undefined
}

/** å, ä and ö as bytes: of Windows-1252, and of old Macs. */
const swedishLetters = { 'windows-1252': new Set([0xe5, 0xe4, 0xf6]), macintosh: new Set([0x8c, 0x8a, 0x9a]) }

/** The one-byte encoding in which a Swedish text has more of its own letters. */
function oneByteEncoding(bytes: Uint8Array): 'windows-1252' | 'macintosh' {
  const sample = bytes.subarray(0, 100_000)
  const count = (encoding: keyof typeof swedishLetters): number =>
    sample.reduce((sum, byte) => sum + (swedishLetters[encoding].has(byte) ? 1 : 0), 0)
  return count('macintosh') > count('windows-1252') ? 'macintosh' : 'windows-1252'
}

function encodingOf(bytes: Uint8Array): string {
  if (startsWith(bytes, [0xff, 0xfe])) return 'utf-16le'
  if (startsWith(bytes, [0xfe, 0xff])) return 'utf-16be'
  if (startsWith(bytes, [0xef, 0xbb, 0xbf])) return 'utf-8'
  const wide = guessUtf16(bytes)
  if (wide) return wide
  try {
    new TextDecoder('utf-8', { fatal: true }).decode(bytes)
    return 'utf-8'
  } catch {
    return oneByteEncoding(bytes)
  }
}

function countLines(text: string): number {
  let count = 1
  for (let at = text.indexOf('\n'); at >= 0; at = text.indexOf('\n', at + 1)) count += 1
  return count
}

const isControl = (code: number): boolean => code < 32 && code !== 9 && code !== 10 && code !== 12 && code !== 13

/** True where more than one character in a hundred of the first hundred thousand is a control or replacement character. */
function looksBinary(text: string): boolean {
  const sample = text.slice(0, 100_000)
  let odd = 0
  for (let index = 0; index < sample.length; index += 1) {
    const code = sample.charCodeAt(index)
    if (isControl(code) || code === 0xfffd) odd += 1
  }
  return odd > Math.max(8, sample.length / 100)
}

/**
 * The text of a file: UTF-8, UTF-16 (with or without byte order mark), Windows-1252 or Mac Roman.
 *
 * @param bytes  the whole file
 * @returns      its text without byte order mark and zero characters, or why it is none
 * @example      decodeBytes(new TextEncoder().encode('Budget 2024')) // → { ok: true, value: 'Budget 2024' }
 */
export function decodeBytes(bytes: Uint8Array): Result<string, DecodeFailureCode> {
  if (bytes.length === 0) return failure('file-empty', 'The file is empty; choose a file that has text in it.')
  if (bytes.length > maxFileBytes)
    return failure(
      'file-too-large',
      `The file is ${megabytes(bytes.length)}; at most ${megabytes(maxFileBytes)} are read, so split it or export its text.`,
    )
  const known = signatures.find(signature => startsWith(bytes, signature.starts))
  if (known) return failure('file-binary', `The file is a ${known.name} file, not text; save it as a .txt or .md file first.`)
  const text = new TextDecoder(encodingOf(bytes)).decode(bytes)
  if (looksBinary(text)) return failure('file-not-text', 'The file is not readable text; save the document as a UTF-8 .txt or .md file.')
  if (countLines(text) > maxLines)
    return failure('file-too-large', `The file has more than ${maxLines} lines; split it into the documents that it holds.`)
  const clean = text.replaceAll('\u0000', '').replace(/^\uFEFF/, '')
  if (!/\p{L}{2}/u.test(clean))
    return failure('file-without-text', 'The file has no readable words; check that its text was recognised (OCR) before saving it.')
  // old Macs end lines with a carriage return alone
  return success(clean.includes('\n') ? clean : clean.replaceAll('\r', '\n'))
}
