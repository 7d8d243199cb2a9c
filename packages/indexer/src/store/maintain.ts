import type { Table } from '@lancedb/lancedb'
import { untilCommitted } from './conflict.ts'
import { loadEngine } from './engine.ts'
import { refit } from './refit.ts'
import type { Tables } from './tables.ts'

const INDEX_VECTORS_FROM = 20_000
// With one bit a number the index lost a fortieth of the nearest of 750 000, with a thousand candidates compared exactly; with four, none.
const VECTOR_BITS = 4

/** Comparing with every vector is quick enough for small stores; larger ones get an index, whose hits are compared exactly once more. */
const ensureVectorIndex = (passages: Table): Promise<void> =>
  untilCommitted(async () => {
    const [rows, indices] = await Promise.all([passages.countRows(), passages.listIndices()])
    if (rows < INDEX_VECTORS_FROM || indices.some(index => index.columns.includes('vector'))) return
    const { Index } = await loadEngine()
    await passages.createIndex('vector', { config: Index.ivfRq({ distanceType: 'cosine', numBits: VECTOR_BITS }) })
  })

/** What maintenance needs to know. */
export interface Maintenance {
  readonly tables: Tables
  /** False where the embedder was chosen and is not the store's to fit. */
  readonly fits: boolean
  /** The current edition of each document. */
  readonly editions: ReadonlyMap<string, string>
}

/** Fits the embedder where that is due, compacts all tables and brings the indexes up to date. Whoever writes at the same time goes first. */
export async function maintainTables({ tables, fits, editions }: Maintenance): Promise<void> {
  await tables.serving.tidy(editions)
  if (fits) await refit(tables.serving)
  const { passages } = await tables.serving.current()
  await ensureVectorIndex(passages)
  for (const table of [tables.documents, tables.editions, tables.originals, passages]) await untilCommitted(() => table.optimize())
}
