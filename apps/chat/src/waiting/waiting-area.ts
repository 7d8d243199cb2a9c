import { createHash } from 'node:crypto'
import { failure, type Result, success } from '@finsam/domain'
import type { WaitingFile, WaitingFiles } from '@finsam/indexer'
import type { DraftFile, ReadDraft, ReadFile, ReadingProgress } from '../server/options.ts'

/** A waiting file with what was read from it. */
export interface Uploaded {
  readonly file: WaitingFile
  readonly bytes: Uint8Array
  readonly read: ReadFile
}

/** Files on their way in, each read once and kept with its reading until it is published or taken back. */
export interface WaitingArea {
  readonly list: WaitingFiles['list']
  /** Reads a file and lets it wait; one that cannot be read is not kept, and one that waits already is found as it waits. */
  readonly add: (file: DraftFile, who: string, tell?: (progress: ReadingProgress) => void) => Promise<Result<Uploaded>>
  /** A waiting file, read anew where this server has not read it yet; undefined for an unknown id. */
  readonly find: (id: string) => Promise<Result<Uploaded> | undefined>
  readonly remove: WaitingFiles['remove']
}

const mostWaiting = 50
const mostRemembered = 8

/** The same for the same content under the same name, so that a file which is uploaded twice waits once. */
const idOf = ({ bytes, fileName }: DraftFile): string =>
  createHash('sha256').update(fileName).update('\0').update(bytes).digest('hex').slice(0, 32)

/** The readings of the files that were looked at last; what failed is tried again the next time. */
function rememberReadings(read: ReadDraft): (id: string, ...asked: Parameters<ReadDraft>) => Promise<Result<ReadFile>> {
  const known = new Map<string, Promise<Result<ReadFile>>>()
  const begin = async (...asked: Parameters<ReadDraft>): Promise<Result<ReadFile>> => read(...asked)
  return (id, ...asked) => {
    const reading = known.get(id) ?? begin(...asked)
    known.delete(id)
    known.set(id, reading)
    const [oldest] = known.keys()
    if (known.size > mostRemembered && oldest !== undefined) known.delete(oldest)
    const forget = (): void => void (known.get(id) === reading && known.delete(id))
    reading.then(({ ok }) => ok || forget(), forget)
    return reading
  }
}

/**
 * The way of a file into the documents: uploaded, read, reviewed by a person, and only then published.
 *
 * @param files where the bytes wait
 * @param read  how a file is read
 */
export function waitingArea(files: WaitingFiles, read: ReadDraft): WaitingArea {
  const readingOf = rememberReadings(read)
  return {
    list: files.list,
    remove: files.remove,
    async add({ bytes, fileName }, who, tell) {
      const id = idOf({ bytes, fileName })
      const waiting = await files.list()
      const known = waiting.find(file => file.id === id)
      if (!known && waiting.length >= mostWaiting)
        return failure(
          'waiting-area-full',
          `${mostWaiting} files are waiting already. Publish or remove some of them, and upload the file again.`,
        )
      const reading = await readingOf(id, { bytes, fileName }, tell)
      if (!reading.ok) return reading
      if (known) return success({ file: known, bytes, read: reading.value })
      const file = { id, fileName, at: new Date().toISOString(), who }
      await files.put({ ...file, bytes })
      return success({ file: { ...file, size: bytes.length }, bytes, read: reading.value })
    },
    async find(id) {
      const file = (await files.list()).find(waiting => waiting.id === id)
      const bytes = file && (await files.bytes(id))
      if (!bytes) return undefined
      const reading = await readingOf(id, { bytes, fileName: file.fileName })
      return reading.ok ? success({ file, bytes, read: reading.value }) : reading
    },
  }
}
