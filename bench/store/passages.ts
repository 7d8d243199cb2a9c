import type { Connection, Table } from '@lancedb/lancedb'

/** The table of passages that a store's searches use: the one of the embedder that serves since the latest moment. */
export async function passagesOf(connection: Connection): Promise<Table> {
  const rows: { id: string; since: string }[] = await (await connection.openTable('embeddings')).query().select(['id', 'since']).toArray()
  const latest = rows.sort((a, b) => (a.since < b.since ? -1 : 1)).at(-1)
  if (!latest) throw new Error('the store has no passages')
  return connection.openTable(`passages-${latest.id.toLowerCase().replace(/[^a-z0-9]+/g, '-')}`)
}
