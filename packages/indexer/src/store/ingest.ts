import { failure, type Registry, type Result, success } from '@finsam/domain'
import type { ReadProgress } from '@finsam/reader'
import { quoted } from './columns.ts'
import { untilCommitted } from './conflict.ts'
import { flushStore, flushTable } from './durable.ts'
import { asStoreFailure } from './failures.ts'
import { type IngestReport, summarise } from './ingest-report.ts'
import { documentRow, passageRows } from './ingest-rows.ts'
import { keepOriginal, sha256 } from './originals.ts'
import type { ReadFile, ReadFileBytes } from './reading-port.ts'
import { contentColumns, type StoredDocument } from './rows.ts'
import type { Serving } from './serving.ts'
import type { StorePlace } from './store-place.ts'
import { documentWhere } from './stored-documents.ts'
import { nameOf } from './table-name.ts'
import type { Tables } from './tables.ts'

/** A file on its way in. `replace` puts it in place of another content under the same id. */
export interface IncomingFile {
  readonly bytes: Uint8Array
  readonly fileName: string
  readonly id?: string
  readonly replace?: boolean
  /** Writes everything anew, also where nothing changed: the cure for lost passages. */
  readonly anew?: boolean
  /** Told of a long reading, page by page. */
  readonly onProgress?: (progress: ReadProgress) => void
}

/** What an ingest needs of its store. */
export interface Workshop {
  readonly place: StorePlace
  readonly tables: Tables
  readonly registry: Registry
  readonly readFile: ReadFileBytes
}

const ATTEMPTS = 5

async function keepEdition({ tables }: Workshop, before: StoredDocument): Promise<void> {
  const columns = [...contentColumns, 'edition', 'fileName']
  const rows = await tables.documents
    .query()
    .where(`id = ${quoted(before.id)}`)
    .select(columns)
    .limit(1)
    .toArray()
  const kept = rows.map((row: object) => ({ ...row, key: `${before.id}@${before.edition}` }))
  await untilCommitted(() => tables.editions.mergeInsert('key').whenNotMatchedInsertAll().useIndex(false).execute(kept))
}

/** Writes the document's row: true where it went in, false where another process changed the document meanwhile. */
async function commit({ tables }: Workshop, row: Record<string, unknown>, before: StoredDocument | undefined): Promise<boolean> {
  const merge = tables.documents.mergeInsert('id').useIndex(false)
  const guarded = before
    ? merge.whenMatchedUpdateAll({ where: `target.edition = ${quoted(before.edition)}` })
    : merge.whenNotMatchedInsertAll()
  const { numInsertedRows, numUpdatedRows } = await untilCommitted(() => guarded.execute([row]))
  return numInsertedRows + numUpdatedRows > 0
}

async function writePassages({ embedder, passages }: Serving, row: StoredDocument, file: ReadFile): Promise<void> {
  if (file.passages.length === 0) return
  const rows = await passageRows(embedder, row, file)
  await untilCommitted(() => passages.mergeInsert('key').whenMatchedUpdateAll().whenNotMatchedInsertAll().useIndex(false).execute(rows))
}

/** Everything but the last step can be cut off without a trace for readers: passages count only under a committed edition. */
async function attempt(workshop: Workshop, incoming: IncomingFile, hash: string, file: ReadFile): Promise<Result<IngestReport> | 'again'> {
  const { tables, place } = workshop
  const since = Date.now() - 1_000
  const id = incoming.id ?? file.reading.document.id
  const before = await documentWhere(tables, `id = ${quoted(id)}`)
  const { about, full } = documentRow(id, hash, incoming.fileName, file)
  if (before && before.hash !== hash && !incoming.replace)
    return failure(
      'document-known',
      `A document with the id ${id} and another content is already stored. Use --replace to put this one in its place, or --id to store it beside it.`,
    )
  if (before?.edition === about.edition && !incoming.anew) return success(summarise('unchanged', id, file))
  await keepOriginal(tables, hash, incoming.bytes)
  const serving = await tables.serving.current()
  await writePassages(serving, about, file)
  if (before && before.hash !== hash) await keepEdition(workshop, before)
  // Passages written to a table that serves no more would be lost; they are written again to the one that does.
  if ((await tables.serving.current()).embedder.id !== serving.embedder.id) return 'again'
  // What the row counts on is on the disk before it, and the row before anything that it makes superfluous is taken away.
  for (const table of [tables.originals, serving.passages, tables.editions]) await flushTable(place.location, nameOf(table), since)
  if (!(await commit(workshop, full, before))) return 'again'
  if (before && before.edition !== about.edition) {
    await flushTable(place.location, nameOf(tables.documents), since)
    await untilCommitted(() => serving.passages.delete(`document = ${quoted(id)} AND edition = ${quoted(before.edition)}`))
  }
  return success(summarise(before ? (before.hash === hash ? 'read-again' : 'replaced') : 'added', id, file))
}

/** Tries again where another process changed the document in between. */
async function attempts(workshop: Workshop, incoming: IncomingFile, hash: string, file: ReadFile): Promise<Result<IngestReport>> {
  for (let round = 0; round < ATTEMPTS; round += 1) {
    const outcome = await attempt(workshop, incoming, hash, file)
    if (outcome !== 'again') return outcome
  }
  return failure('document-busy', 'Another process keeps changing this document; try again when it is done.')
}

/** Reads a file and stores it as one step: all of it becomes visible at once, or none. */
export async function ingest(workshop: Workshop, incoming: IncomingFile): Promise<Result<IngestReport>> {
  const started = Date.now() - 1_000
  const hash = sha256(incoming.bytes)
  try {
    const twin = await documentWhere(workshop.tables, `hash = ${quoted(hash)}`)
    const id = incoming.id ?? twin?.id
    const { bytes, fileName, onProgress } = incoming
    const input = { bytes, fileName, registry: workshop.registry, ...(onProgress ? { onProgress } : {}) }
    const file = await workshop.readFile(id ? { ...input, id } : input)
    if (!file.ok) return file
    const named = id ? { ...incoming, id } : incoming
    const write = () => attempts(workshop, named, hash, file.value)
    const outcome = await workshop.place.alone(`document ${id ?? file.value.reading.document.id}`, write)
    if (outcome.ok && outcome.value.outcome !== 'unchanged') await flushStore(workshop.place.location, started)
    return outcome
  } catch (error) {
    return asStoreFailure(error)
  }
}
