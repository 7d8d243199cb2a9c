import type { Table } from '@lancedb/lancedb'
import type { Schema } from 'apache-arrow'
import { ensureTable, openIfMade } from '../store/create-table.ts'
import type { StorePlace } from '../store/store-place.ts'

/** A table that is made when it is first written to, so that a store that may only be read needs none. */
export interface LazyTable {
  /** Undefined while nobody has written to it. */
  existing(): Promise<Table | undefined>
  /** Makes it where it is missing. */
  made(): Promise<Table>
}

export function lazyTable(place: StorePlace, name: string, schema: () => Schema): LazyTable {
  const { connection } = place
  let table: Promise<Table | undefined> | undefined
  const keep = <Opened extends Table | undefined>(opened: Promise<Opened>): Promise<Opened> => {
    table = opened
    const forget = () => {
      table = undefined
    }
    opened.then(found => (found ? undefined : forget()), forget)
    return opened
  }
  const listed = async (): Promise<ReadonlySet<string>> => new Set(await connection.tableNames())
  return {
    existing: async () => table ?? ((await listed()).has(name) ? keep(openIfMade(connection, name)) : undefined),
    made: async () => (await table) ?? keep(listed().then(known => ensureTable({ ...place, known }, name, schema()))),
  }
}
