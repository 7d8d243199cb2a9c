import type { Table } from '@lancedb/lancedb'
import { Schema } from 'apache-arrow'
import * as z from 'zod'
import { text } from '../store/columns.ts'
import { untilCommitted } from '../store/conflict.ts'
import { flushTable } from '../store/durable.ts'
import { asStoreError } from '../store/failures.ts'
import { rowsOf } from '../store/rows.ts'
import type { StorePlace } from '../store/store-place.ts'
import { groupedWriter } from './grouped-writer.ts'
import { lazyTable } from './lazy-table.ts'

const COMMIT_REST_MS = 100
const COMPACT_EVERY = 50
const KEEP_VERSIONS_MS = 60_000

const rowSchema = z.object({ key: z.string(), at: z.string(), json: z.string() })
/** One record: `key` finds it again, `at` is when it was written (ISO 8601), `json` is the writer's own business. */
export type RecordRow = z.infer<typeof rowSchema>
const columns = Object.keys(rowSchema.shape)

/** A table to which rows are added and never changed; they stay in the order in which they were committed. */
export interface AppendTable {
  /** On disk, or in the bucket, when it resolves. Rejects with a `StoreError` where the disk is full or may not be written. */
  append(row: RecordRow): Promise<void>
  /** Rows by order, all or the last ones. */
  rows(last?: number): Promise<readonly RecordRow[]>
  /** The first row with a key. */
  find(where: string): Promise<RecordRow | undefined>
  count(): Promise<number>
  /** Puts small files together and forgets the engine's earlier versions. */
  compact(): Promise<void>
}

const compactTable = (table: Table): Promise<unknown> =>
  untilCommitted(() => table.optimize({ cleanupOlderThan: new Date(Date.now() - KEEP_VERSIONS_MS) }))

/** Opens a table of records by its name; it is made when the first record comes. */
export function appendTable(place: StorePlace, name: string): AppendTable {
  const table = lazyTable(place, name, () => new Schema(columns.map(column => text(column))))
  let commits = 0
  const commit = async (rows: readonly RecordRow[]): Promise<void> => {
    const since = Date.now() - 1_000
    try {
      const made = await table.made()
      await untilCommitted(() => made.add(rows.map(row => ({ ...row }))))
      commits += 1
      if (commits % COMPACT_EVERY === 0) await compactTable(made)
      await flushTable(place.location, name, since)
    } catch (error) {
      throw asStoreError(error)
    }
  }
  const writer = groupedWriter(commit, COMMIT_REST_MS)
  return {
    append: row => writer.write(row),
    async rows(last) {
      const made = await table.existing()
      if (!made || last === 0) return []
      const skipped = last === undefined ? 0 : Math.max(0, (await made.countRows()) - last)
      return rowsOf(made.query().select(columns).offset(skipped), rowSchema)
    },
    async find(where) {
      const made = await table.existing()
      return made && (await rowsOf(made.query().where(where).select(columns).limit(1), rowSchema))[0]
    },
    count: async () => (await table.existing())?.countRows() ?? 0,
    async compact() {
      const made = await table.existing()
      if (made) await compactTable(made)
    },
  }
}
