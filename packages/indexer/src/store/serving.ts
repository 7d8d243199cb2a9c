import type { Connection, Table } from '@lancedb/lancedb'
import type { Embedder } from '../embed/embedder.ts'
import { EmbedderError } from '../embed/embedder-error.ts'
import { hashedGrams } from '../embed/hashed-grams.ts'
import { ensureTable, type TablePlace } from './create-table.ts'
import { embeddingsSchema, forgetEarlier, serveFrom, servingNote, storedEmbedder } from './embeddings.ts'
import { carryOver, ensurePassages, forgetOthers, passagesTables, tableName } from './passages-table.ts'
import { named } from './table-name.ts'

/** How long processes that look at an earlier table may go on doing so. */
const GRACE_MS = 60_000

/** The passages that searches and ingests use now, and the embedder of their vectors. */
export interface Serving {
  readonly embedder: Embedder
  readonly passages: Table
  /** On how many passages the embedder was fitted; 0 where it needs no fitting. */
  readonly fittedOn: number
}

/** Which passages serve: one table an embedder, because vectors of different embedders cannot be compared. */
export interface ServingPassages {
  /** What serves now, as other processes left it. */
  current(): Promise<Serving>
  /** Embeds everything anew while the earlier table serves, then lets the new one serve. A killed move leaves the earlier one serving. */
  moveTo(embedder: Embedder, fittedOn?: number, model?: Uint8Array): Promise<void>
  /** Clears away tables that served before, once nobody looks at them any more. */
  tidy(editions: ReadonlyMap<string, string>): Promise<void>
}

/** Stands for an embedder of another process that this one knows nothing of: search goes on by text. */
const unknownEmbedder = (id: string, dimensions: number): Embedder => ({
  id,
  dimensions,
  embed: () => Promise.reject(new EmbedderError('The store was embedded by a service that is not set up here; set FINSAM_EMBEDDING_URL.')),
})

async function dimensionsOf(passages: Table): Promise<number> {
  const field = (await passages.schema()).fields.find(({ name }) => name === 'vector')
  return Number(field?.type.listSize ?? 0)
}

/** Looks the serving embedder and its table up again only when another one was told to serve. */
function lookUp(connection: Connection, embeddings: Table, builtIn: Embedder, given: Embedder | undefined): () => Promise<Serving> {
  let known: { readonly version: number; readonly serving: Promise<Serving> } | undefined
  const load = async (): Promise<Serving> => {
    const note = await servingNote(embeddings)
    const id = note?.id ?? builtIn.id
    const passages = named(await connection.openTable(tableName(id)), tableName(id))
    const own = [given, builtIn].find(embedder => embedder?.id === id) ?? (await storedEmbedder(embeddings, id))
    return { passages, embedder: own ?? unknownEmbedder(id, await dimensionsOf(passages)), fittedOn: note?.fittedOn ?? 0 }
  }
  return async () => {
    const version = await embeddings.version()
    if (known?.version !== version) {
      const serving = load()
      known = { version, serving }
      serving.catch(() => {
        known = undefined
      })
    }
    return known.serving
  }
}

/** Whether a store that was left serving one embedder may go on with it. */
async function mayServe(embeddings: Table, id: string, builtIn: Embedder, given: Embedder | undefined): Promise<boolean> {
  return given ? id === given.id : id === builtIn.id || (await storedEmbedder(embeddings, id)) !== undefined
}

/**
 * Opens the serving passages of a store.
 *
 * @param given  an embedder that is to serve; left out, the store begins with character runs and is fitted as it grows
 */
export async function openServing(place: TablePlace, given?: Embedder): Promise<ServingPassages> {
  const { connection } = place
  const builtIn = hashedGrams()
  const embeddings = await ensureTable(place, 'embeddings', embeddingsSchema())
  const current = lookUp(connection, embeddings, builtIn, given)
  const moveTo: ServingPassages['moveTo'] = async (embedder, fittedOn = 0, model) => {
    const known = new Set(await connection.tableNames())
    const to = await ensurePassages({ ...place, known }, embedder)
    const note = await servingNote(embeddings)
    const before =
      note && note.id !== embedder.id && known.has(tableName(note.id)) ? await connection.openTable(tableName(note.id)) : undefined
    if (before) {
      await forgetOthers(before, to)
      await carryOver(before, to, embedder)
    }
    await serveFrom(embeddings, embedder.id, fittedOn, model)
    if (before) await carryOver(before, to, embedder)
  }
  const tidy: ServingPassages['tidy'] = async editions => {
    const note = await servingNote(embeddings)
    if (!note || Date.now() - Date.parse(note.since) < GRACE_MS) return
    const { passages, embedder } = await current()
    for (const name of await passagesTables(connection)) {
      if (name === tableName(embedder.id)) continue
      await carryOver(await connection.openTable(name), passages, embedder, row => editions.get(row.document) === row.edition)
      await connection.dropTable(name)
    }
    await forgetEarlier(embeddings, embedder.id)
  }
  const note = await servingNote(embeddings)
  if (!note || !(await mayServe(embeddings, note.id, builtIn, given))) await moveTo(given ?? builtIn)
  return { current, moveTo, tidy }
}
