import { createHash } from 'node:crypto'
import type { Table } from '@lancedb/lancedb'
import { Binary, Field, Schema } from 'apache-arrow'
import * as z from 'zod'
import type { Embedder } from '../embed/embedder.ts'
import { lsaEmbedder } from '../embed/lsa/lsa-embedder.ts'
import { integer, key, quoted, text } from './columns.ts'
import { untilCommitted } from './conflict.ts'
import { rowsOf } from './rows.ts'

/** One row an embedder that serves or has served: the one that serves since the latest moment is the current one. */
export const embeddingFields = () => [key('id'), text('since'), integer('fittedOn'), new Field('model', new Binary(), true)]
export const embeddingsSchema = () => new Schema(embeddingFields())

const noteSchema = z.object({ id: z.string(), since: z.string(), fittedOn: z.number().int() })
/** Which embedder serves since when (ISO 8601), and on how many passages it was fitted; 0 where it needs no fitting. */
export type ServingNote = Readonly<z.infer<typeof noteSchema>>
const modelSchema = z.object({ model: z.instanceof(Uint8Array).nullable() })

/** The note of the embedder that serves now; undefined in a store that has never served. */
export async function servingNote(embeddings: Table): Promise<ServingNote | undefined> {
  const notes = await rowsOf(embeddings.query().select(['id', 'since', 'fittedOn']), noteSchema)
  return notes.sort((a, b) => (a.since < b.since ? -1 : 1)).at(-1)
}

/** The fitted embedder that a store keeps under an id; undefined where it keeps none. */
export async function storedEmbedder(embeddings: Table, id: string): Promise<Embedder | undefined> {
  const found = embeddings.query().where(`id = ${quoted(id)}`)
  const [row] = await rowsOf(found.select(['model']).limit(1), modelSchema)
  return row?.model ? lsaEmbedder(id, row.model) : undefined
}

/** The id of a fitted model: its content decides it. */
export const modelId = (model: Uint8Array): string => `lsa-${createHash('sha256').update(model).digest('hex').slice(0, 12)}`

/** Lets an embedder serve from now on. */
export async function serveFrom(embeddings: Table, id: string, fittedOn: number, model?: Uint8Array): Promise<void> {
  const row = { id, since: new Date().toISOString(), fittedOn, model: model ? Buffer.from(model) : null }
  await untilCommitted(() => embeddings.mergeInsert('id').whenMatchedUpdateAll().whenNotMatchedInsertAll().useIndex(false).execute([row]))
}

/** Forgets the models that served before, but not the one that serves. */
export async function forgetEarlier(embeddings: Table, serving: string): Promise<void> {
  await untilCommitted(() => embeddings.delete(`id <> ${quoted(serving)}`))
}
