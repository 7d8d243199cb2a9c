import type { Connection, Table } from '@lancedb/lancedb'
import { named, nameOf } from './table-name.ts'

/**
 * Gives a table as it stands now, held still: the steps of one search must see the same rows under the same ids, whatever others write
 * meanwhile. It is opened again only when the table has changed.
 *
 * @example  const still = snapshots(connection)
 *           const passages = await still(live)
 */
export function snapshots(connection: Connection): (live: Table) => Promise<Table> {
  let known: { readonly name: string; readonly version: number; readonly table: Promise<Table> } | undefined
  return async live => {
    const version = await live.version()
    const name = nameOf(live)
    if (known?.name !== name || known.version !== version) {
      const table = connection.openTable(name, undefined, { version }).then(held => named(held, name))
      known = { name, version, table }
      table.catch(() => {
        known = undefined
      })
    }
    return known.table
  }
}
