import type { Connection, Table } from '@lancedb/lancedb'

/** The table of passages of a store, whatever embedder made it. */
export async function passagesOf(connection: Connection): Promise<Table> {
  const name = (await connection.tableNames()).find(table => table.startsWith('passages-'))
  if (name === undefined) throw new Error('the store has no passages')
  return connection.openTable(name)
}
