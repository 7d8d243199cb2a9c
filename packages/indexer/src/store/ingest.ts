import { createHash } from 'node:crypto'
import { documentReadingSchema, failure, type Registry, type Result, success } from '@finsam/domain'
import type { ReadProgress } from '@finsam/reader'
import { norm } from '../analysis/terms.ts'
import type { Embedder } from '../embed/embedder.ts'
import { tableWords } from '../search/table-words.ts'
import { quoted } from './columns.ts'
import { untilCommitted } from './conflict.ts'
import { flushStore, flushTable } from './durable.ts'
import { asStoreFailure } from './failures.ts'
import { type IngestReport, summarise } from './ingest-report.ts'
import { embeddedText } from './passages-table.ts'
import type { ReadFile, ReadFileBytes } from './reading-port.ts'
import { contentColumns, documentColumns, documentRowSchema, rowsOf, type StoredDocument } from './rows.ts'
import type { Serving } from './serving.ts'
import type { StorePlace } from './store-place.ts'
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

export const sha256 = (content: string | Uint8Array): string => createHash('sha256').update(content).digest('hex')

const stored = async (tables: Tables, where: string): Promise<StoredDocument | undefined> =>
  (await rowsOf(tables.documents.query().where(where).select(documentColumns).limit(1), documentRowSchema))[0]

/** A passage is found by its own words, its heading's, those of the tables that it shows rows of, and those that say whose document it is. */
async function passageRows(embedder: Embedder, row: StoredDocument, { passages, reading }: ReadFile) {
  const { associationName, title } = reading.document
  const inTable = tableWords(reading.statements)
  const parts = passages.map(({ text, heading = null, page = null, line, lineTo }) => ({
    subject: [associationName, inTable({ line, lineTo })].filter(Boolean).join('\n'),
    heading,
    text,
    page,
    line,
    lineTo,
  }))
  const vectors = await embedder.embed(parts.map(embeddedText))
  const { id: document, edition, association, year, kind } = row
  return parts.map((part, index) => ({
    key: `${document}@${edition}#${index}`,
    document,
    edition,
    association,
    year,
    kind,
    ...part,
    norm: norm(`${title}\n${embeddedText(part)}`),
    vector: vectors[index] ?? new Float32Array(embedder.dimensions),
  }))
}

function newRow(id: string, hash: string, fileName: string, file: ReadFile) {
  const reading = JSON.stringify(documentReadingSchema.parse(file.reading))
  const { association, fiscalYear, kind } = file.reading.document
  const edition = sha256(`${hash}\n${reading}\n${JSON.stringify(file.passages)}`).slice(0, 16)
  const about: StoredDocument = { id, hash, edition, fileName, association, year: fiscalYear ?? null, kind, passages: file.passages.length }
  return { about, full: { ...about, reading, lines: file.lines.join('\n'), pages: JSON.stringify(file.pages) } }
}

async function keepOriginal({ tables }: Workshop, hash: string, bytes: Uint8Array): Promise<void> {
  if ((await tables.originals.countRows(`hash = ${quoted(hash)}`)) > 0) return
  const row = { hash, size: bytes.length, bytes: Buffer.from(bytes) }
  await untilCommitted(() => tables.originals.mergeInsert('hash').whenNotMatchedInsertAll().useIndex(false).execute([row]))
}

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
  const before = await stored(tables, `id = ${quoted(id)}`)
  const { about, full } = newRow(id, hash, incoming.fileName, file)
  if (before && before.hash !== hash && !incoming.replace)
    return failure(
      'document-known',
      `A document with the id ${id} and another content is already stored. Use --replace to put this one in its place, or --id to store it beside it.`,
    )
  if (before?.edition === about.edition && !incoming.anew) return success(summarise('unchanged', id, file))
  await keepOriginal(workshop, hash, incoming.bytes)
  const serving = await tables.serving.current()
  await writePassages(serving, about, file)
  if (before && before.hash !== hash) await keepEdition(workshop, before)
  // Passages written to a table that serves no more would be lost; they are written again to the one that does.
  if ((await tables.serving.current()).embedder.id !== serving.embedder.id) return 'again'
  // What the row counts on is on the disk before it, and the row before anything that it makes superfluous is taken away.
  for (const { name } of [tables.originals, serving.passages, tables.editions]) await flushTable(place.location, name, since)
  if (!(await commit(workshop, full, before))) return 'again'
  if (before && before.edition !== about.edition) {
    await flushTable(place.location, tables.documents.name, since)
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
    const twin = await stored(workshop.tables, `hash = ${quoted(hash)}`)
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
