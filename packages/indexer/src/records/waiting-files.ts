import { Binary, Field, Schema } from 'apache-arrow'
import * as z from 'zod'
import { integer, key, quoted, text } from '../store/columns.ts'
import { untilCommitted } from '../store/conflict.ts'
import { flushTable } from '../store/durable.ts'
import { asStoreError } from '../store/failures.ts'
import { rowsOf } from '../store/rows.ts'
import type { StorePlace } from '../store/store-place.ts'
import { lazyTable } from './lazy-table.ts'

const NAME = 'waiting'
const waitingSchema = z.object({ id: z.string(), fileName: z.string(), size: z.number().int(), at: z.string(), who: z.string() })
const bytesSchema = z.object({ bytes: z.instanceof(Uint8Array) })

/** A file that somebody brought and nobody has published yet. */
export type WaitingFile = Readonly<z.infer<typeof waitingSchema>>

/** Files that wait for review: no answer knows of them. Writing rejects with a `StoreError` where the store cannot be written. */
export interface WaitingFiles {
  /** Keeps a file under an id of the caller's; the same id again puts it in place of the earlier one. */
  put(file: Omit<WaitingFile, 'size'> & { readonly bytes: Uint8Array }): Promise<void>
  /** The longest waiting first. */
  list(): Promise<readonly WaitingFile[]>
  bytes(id: string): Promise<Uint8Array | undefined>
  /** Forgets a file; one that is not there is no failure. */
  remove(id: string): Promise<void>
}

const schema = () =>
  new Schema([key('id'), text('fileName'), integer('size'), text('at'), text('who'), new Field('bytes', new Binary(), false)])

/** The waiting files of a store; their table is made when the first one comes. */
export function waitingFiles(place: StorePlace): WaitingFiles {
  const table = lazyTable(place, NAME, schema)
  const changing = async (step: () => Promise<unknown>): Promise<void> => {
    const since = Date.now() - 1_000
    try {
      await untilCommitted(step)
      await flushTable(place.location, NAME, since)
    } catch (error) {
      throw asStoreError(error)
    }
  }
  return {
    put: ({ bytes, ...file }) =>
      changing(async () => {
        const row = { ...file, size: bytes.length, bytes: Buffer.from(bytes) }
        await (await table.made()).mergeInsert('id').whenMatchedUpdateAll().whenNotMatchedInsertAll().useIndex(false).execute([row])
      }),
    async list() {
      const made = await table.existing()
      if (!made) return []
      const files = await rowsOf(made.query().select(Object.keys(waitingSchema.shape)), waitingSchema)
      return files.sort((a, b) => (a.at < b.at ? -1 : 1))
    },
    async bytes(id) {
      const made = await table.existing()
      const found = made?.query().where(`id = ${quoted(id)}`)
      return found && (await rowsOf(found.select(['bytes']).limit(1), bytesSchema))[0]?.bytes
    },
    async remove(id) {
      const made = await table.existing()
      if (made) await changing(() => made.delete(`id = ${quoted(id)}`))
    },
  }
}
