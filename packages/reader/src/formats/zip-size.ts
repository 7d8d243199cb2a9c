import { promisify } from 'node:util'
import { type Entry, fromBuffer, type ZipFile } from 'yauzl'

/** Word and Excel files are zips; what they unpack to is bounded before any library unpacks them into memory. */
export interface ZipLimits {
  readonly bytes: number
  readonly entries: number
}
const usualLimits: ZipLimits = { bytes: 256 * 1024 * 1024, entries: 5_000 }

const open = promisify<Buffer, { lazyEntries: boolean }, ZipFile>(fromBuffer)

function countEntry(zip: ZipFile, entry: Entry, allowed: number): Promise<number> {
  return new Promise((resolve, reject) => {
    zip.openReadStream(entry, (error, stream) => {
      if (error) {
        reject(error)
        return
      }
      let counted = 0
      stream.on('data', (part: Buffer) => {
        counted += part.length
        if (counted > allowed) stream.destroy(new RangeError('beyond the limit'))
      })
      stream.once('error', problem => (problem instanceof RangeError ? resolve(counted) : reject(problem)))
      stream.once('end', () => resolve(counted))
    })
  })
}

/** Unpacks every entry without keeping it: declared sizes may lie. */
export async function checkZip(bytes: Uint8Array, limits: ZipLimits = usualLimits): Promise<'fits' | 'too-large' | 'damaged'> {
  let zip: ZipFile
  try {
    zip = await open(Buffer.from(bytes.buffer, bytes.byteOffset, bytes.byteLength), { lazyEntries: true })
  } catch {
    return 'damaged'
  }
  if (zip.entryCount > limits.entries) return 'too-large'
  return new Promise(resolve => {
    let left = limits.bytes
    zip.on('error', () => resolve('damaged'))
    zip.on('end', () => resolve('fits'))
    zip.on('entry', (entry: Entry) => {
      if (entry.uncompressedSize > left) resolve('too-large')
      else
        countEntry(zip, entry, left).then(
          counted => {
            left -= counted
            if (left < 0) resolve('too-large')
            else zip.readEntry()
          },
          () => resolve('damaged'),
        )
    })
    zip.readEntry()
  })
}
