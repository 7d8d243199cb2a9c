import type { Index, Table } from '@lancedb/lancedb'
import { untilCommitted } from './conflict.ts'
import { loadEngine } from './engine.ts'

/** From so many passages on, comparing with each of them takes longer than asking an index. */
export const LARGE = 20_000
// With one bit a number the index lost a fortieth of the nearest of 750 000, with a thousand candidates compared exactly; with four, none.
const VECTOR_BITS = 4

/** What searches are narrowed by. Without an index the whole column is read for each query. */
const narrowing = ['association', 'document', 'year']

async function ensureIndex(passages: Table, column: string, config: Index): Promise<void> {
  await untilCommitted(async () => {
    const indices = await passages.listIndices()
    if (!indices.some(index => index.columns.includes(column))) await passages.createIndex(column, { config })
  })
}

/**
 * Gives a large table of passages the indexes that a small one does without: one over the vectors, whose hits are compared exactly once more, and
 * one over each column that searches are narrowed by.
 *
 * @param from  the number of passages that makes a table large
 */
export async function indexLargeTable(passages: Table, from = LARGE): Promise<void> {
  if ((await passages.countRows()) < from) return
  const { Index } = await loadEngine()
  await ensureIndex(passages, 'vector', Index.ivfRq({ distanceType: 'cosine', numBits: VECTOR_BITS }))
  for (const column of narrowing) await ensureIndex(passages, column, Index.bitmap())
}
