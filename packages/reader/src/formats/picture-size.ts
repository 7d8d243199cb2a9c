/** Width and height in pixels, as the file's head tells them. */
export interface PictureSize {
  readonly width: number
  readonly height: number
}

/** A larger picture is a bomb or a mistake: no page needs as many pixels. */
export const mostPicturePixels = 100_000_000

function pngSize(bytes: DataView): PictureSize | undefined {
  return bytes.byteLength < 24 ? undefined : { width: bytes.getUint32(16), height: bytes.getUint32(20) }
}

/** The frame markers of JPEG: C0 to CF but for tables (C4, CC) and extensions (C8). */
const isFrame = (marker: number): boolean => marker >= 0xc0 && marker <= 0xcf && ![0xc4, 0xc8, 0xcc].includes(marker)

function jpegSize(bytes: DataView): PictureSize | undefined {
  let at = 2
  while (at + 9 <= bytes.byteLength && bytes.getUint8(at) === 0xff) {
    const marker = bytes.getUint8(at + 1)
    if (isFrame(marker)) return { width: bytes.getUint16(at + 7), height: bytes.getUint16(at + 5) }
    at += 2 + bytes.getUint16(at + 2)
  }
  return undefined
}

/**
 * The size of a PNG or JPEG from its first bytes, before any pixel is unpacked: some hundred bytes may unpack to gigabytes.
 *
 * @example  pictureSize(bytesOfAScan) // → { width: 1654, height: 2339 }
 */
export function pictureSize(bytes: Uint8Array): PictureSize | undefined {
  const view = new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength)
  return bytes[0] === 0x89 ? pngSize(view) : jpegSize(view)
}
