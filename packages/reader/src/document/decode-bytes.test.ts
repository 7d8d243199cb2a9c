import { describe, expect, test } from 'vitest'
import { decodeBytes, maxFileBytes } from './decode-bytes.ts'

const text = 'Förbundets mål för året är åtta.\n'
const utf16 = (little: boolean): Uint8Array =>
  Uint8Array.from(
    [...text].flatMap(char =>
      little ? [char.charCodeAt(0) & 255, char.charCodeAt(0) >> 8] : [char.charCodeAt(0) >> 8, char.charCodeAt(0) & 255],
    ),
  )
const latin = Uint8Array.from([...text].map(char => char.charCodeAt(0)))
const macLetters: Readonly<Record<string, number>> = { å: 0x8c, ä: 0x8a, ö: 0x9a }
const mac = Uint8Array.from([...text].map(char => macLetters[char] ?? char.charCodeAt(0)))
const utf8 = new TextEncoder().encode(text)

describe('reads text whatever its encoding', () => {
  test.each([
    { name: 'UTF-8', bytes: utf8 },
    { name: 'UTF-8 with byte order mark', bytes: Uint8Array.from([0xef, 0xbb, 0xbf, ...utf8]) },
    { name: 'Windows-1252', bytes: latin },
    { name: 'Mac Roman', bytes: mac },
    { name: 'UTF-16 little-endian without mark', bytes: utf16(true) },
    { name: 'UTF-16 little-endian with mark', bytes: Uint8Array.from([0xff, 0xfe, ...utf16(true)]) },
    { name: 'UTF-16 big-endian with mark', bytes: Uint8Array.from([0xfe, 0xff, ...utf16(false)]) },
  ])('$name', ({ bytes }) => {
    expect(decodeBytes(bytes)).toEqual({ ok: true, value: text })
  })
})

test('lines that end with a carriage return alone are lines', () => {
  expect(decodeBytes(new TextEncoder().encode('Budget\rKansli 10\r'))).toEqual({ ok: true, value: 'Budget\nKansli 10\n' })
})

describe('refuses with one code and what to do', () => {
  test.each([
    { name: 'nothing', bytes: new Uint8Array(0), code: 'file-empty', says: 'choose' },
    { name: 'too much', bytes: new Uint8Array(maxFileBytes + 1), code: 'file-too-large', says: 'split' },
    { name: 'too many lines', bytes: new TextEncoder().encode('\n'.repeat(400_000)), code: 'file-too-large', says: 'split' },
    { name: 'a PDF', bytes: new TextEncoder().encode('%PDF-1.7 …'), code: 'file-binary', says: 'save it as' },
    { name: 'a picture', bytes: Uint8Array.from([0x89, 0x50, 0x4e, 0x47, 1, 2, 3]), code: 'file-binary', says: 'save it as' },
    {
      name: 'random bytes',
      bytes: Uint8Array.from({ length: 4000 }, (_, index) => (index * 7919) % 31),
      code: 'file-not-text',
      says: 'save the document',
    },
    { name: 'digits alone', bytes: new TextEncoder().encode('1 2 3\n4 5 6'), code: 'file-without-text', says: 'check' },
  ])('$name', ({ bytes, code, says }) => {
    const result = decodeBytes(bytes)
    expect(result).toMatchObject({ ok: false, failure: { code } })
    expect(result.ok ? '' : result.failure.message).toContain(says)
  })
})
