import type { Table } from '@lancedb/lancedb'
import { Binary, Field, Schema } from 'apache-arrow'
import type { Embedder } from '../embed/embedder.ts'
import { integer, key, text } from './columns.ts'
import { ensureTable } from './create-table.ts'
import { openServing, type ServingPassages } from './serving.ts'
import type { StorePlace } from './store-place.ts'

/** Raised when a stored column changes its meaning; a store of another format is refused. */
export const STORE_FORMAT = '3'

/** One row a document: its current edition with the whole reading. Writing this row is the commit of an ingest. */
const documentFields = () => [
  key('id'),
  text('hash'),
  text('edition'),
  text('fileName'),
  text('association'),
  integer('year', true),
  text('kind'),
  integer('passages'),
  text('reading'),
  text('lines'),
  text('pages'),
]
/** Editions that were replaced, so that an answer that cited one can still be read. */
const editionFields = () => [
  key('key'),
  text('id'),
  text('hash'),
  text('edition'),
  text('fileName'),
  text('reading'),
  text('lines'),
  text('pages'),
]
/** The files as they came, by the SHA-256 of their bytes. */
const originalFields = () => [key('hash'), integer('size'), new Field('bytes', new Binary(), false)]

export interface Tables {
  readonly documents: Table
  readonly editions: Table
  readonly originals: Table
  readonly serving: ServingPassages
}

/** Opens the tables, creating those that are missing; `embedder` is the one that is to serve, where one was chosen. */
export async function openTables(storePlace: StorePlace, embedder?: Embedder): Promise<Tables> {
  const place = { ...storePlace, known: new Set(await storePlace.connection.tableNames()) }
  const about = new Map([['finsam:format', STORE_FORMAT]])
  return {
    documents: await ensureTable(place, 'documents', new Schema(documentFields(), about)),
    editions: await ensureTable(place, 'editions', new Schema(editionFields(), about)),
    originals: await ensureTable(place, 'originals', new Schema(originalFields(), about)),
    serving: await openServing(place, embedder),
  }
}

/** What a table was made with: `finsam:format`. */
export const tableNote = async (table: Table, name: string): Promise<string | undefined> => (await table.schema()).metadata.get(name)
