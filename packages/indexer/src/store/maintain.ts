import type { Table } from '@lancedb/lancedb'
import { untilCommitted } from './conflict.ts'
import { loadEngine } from './engine.ts'
import type { Tables } from './tables.ts'

const INDEX_VECTORS_FROM = 20_000

/** Comparing with every vector is quick enough for small stores; larger ones get an index, whose hits are compared exactly once more. */
const ensureVectorIndex = (passages: Table): Promise<void> =>
  untilCommitted(async () => {
    const [rows, indices] = await Promise.all([passages.countRows(), passages.listIndices()])
    if (rows < INDEX_VECTORS_FROM || indices.some(index => index.columns.includes('vector'))) return
    const { Index } = await loadEngine()
    await passages.createIndex('vector', { config: Index.ivfRq({ distanceType: 'cosine' }) })
  })

/** Compacts all tables and brings the indexes up to date. Whoever writes at the same time goes first. */
export async function maintainTables(tables: Tables): Promise<void> {
  await ensureVectorIndex(tables.passages)
  for (const table of [tables.documents, tables.editions, tables.originals, tables.passages]) await untilCommitted(() => table.optimize())
}
