import type { Table } from '@lancedb/lancedb'
import { Field, FixedSizeList, Float32, Schema } from 'apache-arrow'
import * as z from 'zod'
import type { Embedder } from '../embed/embedder.ts'
import { integer, key, text } from './columns.ts'
import { untilCommitted } from './conflict.ts'
import { ensureTable, type TablePlace } from './create-table.ts'
import { loadEngine } from './engine.ts'

const PREFIX = 'passages-'
const BATCH = 500

/** Vectors of different embedders cannot be compared, so each embedder has a table of its own. */
const tableName = (embedder: Embedder): string => `${PREFIX}${embedder.id.toLowerCase().replace(/[^a-z0-9]+/g, '-')}`

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

const rowSchema = z.looseObject({ subject: z.string(), heading: z.string().nullable(), text: z.string() })

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

/** Embeds the passages that were stored with another embedder, so that nothing needs to be ingested again. */
async function carryOver(from: Table, to: Table, embedder: Embedder): Promise<void> {
  const kept = (await from.schema()).fields.map(field => field.name).filter(name => name !== 'vector')
  const rows = (await from.query().select(kept).toArray()).map((row: object) => rowSchema.parse({ ...row }))
  for (let start = 0; start < rows.length; start += BATCH) {
    const batch = rows.slice(start, start + BATCH)
    const vectors = await embedder.embed(batch.map(embeddedText))
    const told = batch.map((row, index) => ({ ...row, vector: vectors[index] ?? new Float32Array(embedder.dimensions) }))
    await untilCommitted(() => to.mergeInsert('key').whenNotMatchedInsertAll().useIndex(false).execute(told))
  }
}

/**
 * Opens the passages with the vectors of an embedder. Those of an embedder used before are embedded anew, once; its table goes when the
 * new one is whole, and until then a killed run leaves it to be carried over again.
 */
export async function openPassages(place: TablePlace, embedder: Embedder): Promise<Table> {
  const { connection, known } = place
  const name = tableName(embedder)
  const others = [...known].filter(other => other.startsWith(PREFIX) && other !== name)
  const table = await ensureTable(place, name, new Schema(columns(embedder.dimensions)))
  await ensureTextIndex(table)
  for (const other of others) {
    await carryOver(await connection.openTable(other), table, embedder)
    await connection.dropTable(other)
  }
  return table
}
