import { randomUUID } from 'node:crypto'
import { mkdir, rename, rm } from 'node:fs/promises'
import { join } from 'node:path'
import type { Connection, Table } from '@lancedb/lancedb'
import type { Schema } from 'apache-arrow'
import { connectTo, isRemote } from './engine.ts'
import { StoreError } from './store-error.ts'
import type { StorePlace } from './store-place.ts'
import { named } from './table-name.ts'

/** Where tables are made before they are moved into the store; what a killed process left there is no table. */
export const MAKING = '.making-'

/** A folder that holds something cannot be moved over: another process made the table first. */
const isTaken = (error: unknown): boolean => error instanceof Error && 'code' in error && /^(ENOTEMPTY|EEXIST)$/.test(String(error.code))

async function moveInto(made: string, place: string): Promise<void> {
  try {
    await rename(made, place)
  } catch (error) {
    if (!isTaken(error)) throw error
  }
}

/**
 * Makes an empty table elsewhere and moves it into place in one step. The engine's own way lets the slower one of two processes
 * overwrite the table of the faster one, with what that one has meanwhile written into it.
 */
async function makeTable(location: string, name: string, schema: Schema): Promise<void> {
  const workshop = join(location, `${MAKING}${randomUUID()}`)
  await mkdir(workshop)
  try {
    const connection = await connectTo(workshop)
    await connection.createEmptyTable(name, schema)
    connection.close()
    await moveInto(join(workshop, `${name}.lance`), join(location, `${name}.lance`))
  } finally {
    await rm(workshop, { recursive: true, force: true })
  }
}

/** Where tables are found and made. */
export interface TablePlace extends StorePlace {
  /** The tables that are there already. */
  readonly known: ReadonlySet<string>
}

/** A listed table; undefined where it is only being made: a bucket lists it from its first file on, and it can be opened from its last. */
export async function openIfMade(connection: Connection, name: string): Promise<Table | undefined> {
  try {
    return named(await connection.openTable(name), name)
  } catch (error) {
    if (error instanceof Error && /not found/i.test(error.message)) return undefined
    throw error
  }
}

/** Opens a table, or makes it empty where it is missing. Several processes may do so at once: all get the same one. */
export async function ensureTable(place: TablePlace, name: string, schema: Schema): Promise<Table> {
  const { connection, location, known, writing } = place
  const made = known.has(name) ? await openIfMade(connection, name) : undefined
  if (made) return made
  if (!writing.ok) throw new StoreError(writing.failure)
  if (isRemote(location))
    return named(await place.alone('tables', () => connection.createEmptyTable(name, schema, { existOk: true })), name)
  await makeTable(location, name, schema)
  return named(await connection.openTable(name), name)
}
