import type { Connection, Table } from '@lancedb/lancedb'
import { Binary, Field, FixedSizeList, Float32, Int32, Schema, Utf8 } from 'apache-arrow'
import type { Embedder } from '../embed/embedder.ts'
import { loadEngine } from './engine.ts'

/** Raised when a stored column changes its meaning; a store of another format is refused. */
export const STORE_FORMAT = '1'

const primaryKey = new Map([['lance-schema:unenforced-primary-key', 'true']])
const key = (name: string) => new Field(name, new Utf8(), false, primaryKey)
const text = (name: string, nullable = false) => new Field(name, new Utf8(), nullable)
const integer = (name: string, nullable = false) => new Field(name, new Int32(), nullable)

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
const passageFields = (dimensions: number) => [
  key('key'),
  text('document'),
  text('edition'),
  text('association'),
  integer('year', true),
  text('kind'),
  integer('line'),
  integer('lineTo'),
  integer('page', true),
  text('heading', true),
  text('text'),
  text('norm'),
  new Field('vector', new FixedSizeList(dimensions, new Field('item', new Float32(), true)), false),
]

export interface Tables {
  readonly documents: Table
  readonly editions: Table
  readonly originals: Table
  readonly passages: Table
}

async function ensureTable(connection: Connection, known: ReadonlySet<string>, name: string, schema: Schema): Promise<Table> {
  return known.has(name) ? connection.openTable(name) : connection.createEmptyTable(name, schema, { existOk: true })
}

/** Full text runs over our own terms: the engine only splits at spaces. */
async function ensureTextIndex(passages: Table): Promise<void> {
  const { Index } = await loadEngine()
  const indices = await passages.listIndices()
  if (indices.some(index => index.columns.includes('norm'))) return
  const config = Index.fts({
    baseTokenizer: 'whitespace',
    stem: false,
    removeStopWords: false,
    asciiFolding: false,
    lowercase: false,
    withPosition: false,
    maxTokenLength: 60,
  })
  await passages.createIndex('norm', { config })
}

/** Opens the four tables, creating those that are missing. */
export async function openTables(connection: Connection, embedder: Embedder): Promise<Tables> {
  const known = new Set(await connection.tableNames())
  const about = new Map([['finsam:format', STORE_FORMAT]])
  const aboutPassages = new Map([...about, ['finsam:embedder', embedder.id]])
  const tables = {
    documents: await ensureTable(connection, known, 'documents', new Schema(documentFields(), about)),
    editions: await ensureTable(connection, known, 'editions', new Schema(editionFields(), about)),
    originals: await ensureTable(connection, known, 'originals', new Schema(originalFields(), about)),
    passages: await ensureTable(connection, known, 'passages', new Schema(passageFields(embedder.dimensions), aboutPassages)),
  }
  await ensureTextIndex(tables.passages)
  return tables
}

/** What a table was made with: `finsam:format`, and for passages `finsam:embedder`. */
export const tableNote = async (table: Table, name: string): Promise<string | undefined> => (await table.schema()).metadata.get(name)

/** A text as an SQL literal. */
export const quoted = (value: string): string => `'${value.replaceAll("'", "''")}'`
