import type { Connection, Table } from '@lancedb/lancedb'
import { Field, FixedSizeList, Float32, Schema } from 'apache-arrow'
import * as z from 'zod'
import type { Embedder } from '../embed/embedder.ts'
import { integer, key, quoted, text } from './columns.ts'
import { untilCommitted } from './conflict.ts'
import { ensureTable, type TablePlace } from './create-table.ts'
import { loadEngine } from './engine.ts'
import { rowsOf } from './rows.ts'

const PREFIX = 'passages-'
const BATCH = 2_000

/** Vectors of different embedders cannot be compared, so each embedder has a table of its own. */
export const tableName = (embedder: string): string => `${PREFIX}${embedder.toLowerCase().replace(/[^a-z0-9]+/g, '-')}`

const columns = (dimensions: number) => [
  key('key'),
  text('document'),
  text('edition'),
  text('association'),
  integer('year', true),
  text('kind'),
  integer('line'),
  integer('lineTo'),
  integer('page', true),
  text('subject'),
  text('heading', true),
  text('text'),
  text('norm'),
  new Field('vector', new FixedSizeList(dimensions, new Field('item', new Float32(), true)), false),
]

/** Full text runs over our own terms: the engine only splits at spaces. */
const ensureTextIndex = (passages: Table): Promise<void> =>
  untilCommitted(async () => {
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
  })

const rowSchema = z.looseObject({
  key: z.string(),
  document: z.string(),
  edition: z.string(),
  subject: z.string(),
  heading: z.string().nullable(),
  text: z.string(),
})

/** What of a passage is embedded: whose document it is, its heading and its words. */
export const embeddedText = ({
  subject,
  heading,
  text,
}: {
  readonly subject: string
  readonly heading: string | null
  readonly text: string
}): string => [subject, heading ?? '', text].join('\n')

const keySchema = z.object({ key: z.string() })
const keysOf = async (table: Table): Promise<ReadonlySet<string>> =>
  new Set((await rowsOf(table.query().select(['key']), keySchema)).map(({ key }) => key))

async function addEmbedded(to: Table, rows: readonly z.infer<typeof rowSchema>[], embedder: Embedder): Promise<void> {
  if (rows.length === 0) return
  const vectors = await embedder.embed(rows.map(embeddedText))
  const told = rows.map((row, index) => ({ ...row, vector: vectors[index] ?? new Float32Array(embedder.dimensions) }))
  await untilCommitted(() => to.mergeInsert('key').whenNotMatchedInsertAll().useIndex(false).execute(told))
}

/** Whether a passage is to be carried over. */
type Wanted = (row: { readonly document: string; readonly edition: string }) => boolean

/** Embeds the passages of another table that are not in this one yet, so that nothing needs to be ingested again. */
export async function carryOver(from: Table, to: Table, embedder: Embedder, wanted: Wanted = () => true): Promise<void> {
  const there = await keysOf(to)
  const kept = (await from.schema()).fields.map(field => field.name).filter(name => name !== 'vector')
  let waiting: z.infer<typeof rowSchema>[] = []
  for await (const batch of from.query().select(kept)) {
    const rows = batch.toArray().map((row: object) => rowSchema.parse({ ...row }))
    waiting.push(...rows.filter((row: z.infer<typeof rowSchema>) => !there.has(row.key) && wanted(row)))
    if (waiting.length < BATCH) continue
    await addEmbedded(to, waiting, embedder)
    waiting = []
  }
  await addEmbedded(to, waiting, embedder)
}

/** Takes out the passages that another table does not have: they were removed while this one did not serve. */
export async function forgetOthers(from: Table, to: Table): Promise<void> {
  const there = await keysOf(from)
  const stale = [...(await keysOf(to))].filter(key => !there.has(key))
  for (let start = 0; start < stale.length; start += BATCH) {
    const keys = stale.slice(start, start + BATCH).map(quoted)
    await untilCommitted(() => to.delete(`key IN (${keys.join(', ')})`))
  }
}

/** The names of all tables of passages. */
export const passagesTables = async (connection: Connection): Promise<readonly string[]> =>
  (await connection.tableNames()).filter(name => name.startsWith(PREFIX))

/** Opens the passages with the vectors of an embedder, making the table where it is missing. */
export async function ensurePassages(place: TablePlace, embedder: Embedder): Promise<Table> {
  const table = await ensureTable(place, tableName(embedder.id), new Schema(columns(embedder.dimensions)))
  await ensureTextIndex(table)
  return table
}
