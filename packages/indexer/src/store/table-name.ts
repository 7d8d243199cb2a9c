import type { Table } from '@lancedb/lancedb'

const names = new WeakMap<Table, string>()

/** Remembers what a table is called, as it is opened. */
export function named(table: Table, name: string): Table {
  names.set(table, name)
  return table
}

/**
 * What a table is called. The engine's own `table.name` fails while any other call on the table is under way, which under load is always;
 * so it is asked only for a table that was opened elsewhere.
 *
 * @example nameOf(named(await connection.openTable('documents'), 'documents')) // 'documents'
 */
export const nameOf = (table: Table): string => names.get(table) ?? table.name
