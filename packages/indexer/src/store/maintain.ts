import type { Table } from '@lancedb/lancedb'
import { loadEngine } from './engine.ts'
import type { Tables } from './tables.ts'

const INDEX_VECTORS_FROM = 20_000
const ATTEMPTS = 5
const isConflict = (error: unknown): boolean => error instanceof Error && /conflict/i.test(error.message)

/** Optimising yields to whoever writes at the same time, and is tried again. */
async function optimise(table: Table, round = 1): Promise<void> {
  try {
    await table.optimize()
  } catch (error) {
    if (!isConflict(error) || round >= ATTEMPTS) throw error
    await new Promise(resolve => setTimeout(resolve, 50 * round))
    await optimise(table, round + 1)
  }
}

/** Comparing with every vector is quick enough for small stores; larger ones get an index, whose hits are compared exactly once more. */
async function ensureVectorIndex(passages: Table): Promise<void> {
  const [rows, indices] = await Promise.all([passages.countRows(), passages.listIndices()])
  if (rows < INDEX_VECTORS_FROM || indices.some(index => index.columns.includes('vector'))) return
  const { Index } = await loadEngine()
  await passages.createIndex('vector', { config: Index.ivfRq({ distanceType: 'cosine' }) })
}

/** Compacts all tables and brings the indexes up to date. */
export async function maintainTables(tables: Tables): Promise<void> {
  await ensureVectorIndex(tables.passages)
  for (const table of [tables.documents, tables.editions, tables.originals, tables.passages]) await optimise(table)
}
