import { existsSync } from 'node:fs'
import { failure, type Registry, type Result, success } from '@finsam/domain'
import type { Embedder } from '../embed/embedder.ts'
import { openRecords } from '../records/records.ts'
import { waitingFiles } from '../records/waiting-files.ts'
import { searchPassages } from '../search/search.ts'
import { termShares } from '../search/term-shares.ts'
import { changeCounter } from './change-counter.ts'
import { quoted } from './columns.ts'
import { flushStore } from './durable.ts'
import { absoluteLocation, isRemote } from './engine.ts'
import { asStoreFailure, type StoreFailureCode } from './failures.ts'
import { ingest, type Workshop } from './ingest.ts'
import { maintainTables } from './maintain.ts'
import { originalWith } from './originals.ts'
import { readFileBytes } from './read-file.ts'
import { readOnly } from './read-only.ts'
import type { ReadFileBytes } from './reading-port.ts'
import { removeDocument } from './remove.ts'
import { repairTables } from './repair.ts'
import { snapshots } from './snapshot.ts'
import type { Store } from './store.ts'
import { openPlace } from './store-place.ts'
import { currentEditions, documentWhere, storedContents, storedDocuments, storedLines } from './stored-documents.ts'
import { openTables, STORE_FORMAT, type Tables, tableNote } from './tables.ts'
import { verifyTables } from './verify.ts'

export interface StoreOptions {
  /** The associations that documents are told apart by. */
  readonly registry: Registry
  /** Left out: the built-in embedder, which needs no network and is fitted to the store's passages as it grows. */
  readonly embedder?: Embedder
  /** False: a store that does not exist is a failure, and nothing is created. */
  readonly create?: boolean
  /** For `s3://` locations: endpoint, region, keys. */
  readonly storageOptions?: Record<string, string>
  /** Left out: the reader of `@finsam/reader`. */
  readonly readFile?: ReadFileBytes
}

async function checkFormat(tables: Tables): Promise<Result<void, StoreFailureCode>> {
  if ((await tableNote(tables.documents, 'finsam:format')) === STORE_FORMAT) return success(undefined)
  return failure(
    'store-of-other-format',
    'The store was written by another version of finsam. Keep its folder, which holds corrections and shared answers too; choose a new one with --store, and ingest the documents again.',
  )
}

function storeOver(workshop: Workshop, fits: boolean): Store {
  const { tables, place } = workshop
  const { location } = place
  const made = changeCounter()
  const opened = openRecords(place)
  const { corrections } = opened
  const records = { ...opened, corrections: { ...corrections, append: made.by(corrections.append) } }
  const editions = currentEditions(tables)
  const still = snapshots(place.connection)
  const sharesIn = termShares()
  return {
    location,
    documents: () => storedDocuments(tables),
    contents: () => storedContents(tables),
    close: () => place.connection.close(),
    records,
    waiting: waitingFiles(place),
    ingest: made.by(file => ingest(workshop, file)),
    remove: made.by(id => removeDocument(workshop, id)),
    readings: async () => (await storedContents(tables)).map(content => content.reading),
    sourceLines: async (document, from, to, hash) =>
      (await storedLines(tables, document, hash))?.slice(Math.max(0, from - 1), Math.max(0, to)),
    async original(id) {
      const document = await documentWhere(tables, `id = ${quoted(id)}`)
      return document && (await originalWith(tables, document.hash))?.bytes
    },
    async search(question, options) {
      const { passages, embedder } = await tables.serving.current()
      const held = await still(passages)
      return searchPassages({ passages: held, embedder, shareOf: await sharesIn(held) }, await editions(), question, options)
    },
    version: () => tables.documents.version(),
    changes: made.count,
    async maintain() {
      const started = Date.now() - 1_000
      try {
        await place.alone('maintenance', async () => {
          await maintainTables({ tables, fits, editions: await editions() })
          await records.compact()
        })
        await flushStore(location, started)
        return success(undefined)
      } catch (error) {
        return asStoreFailure(error)
      }
    },
    verify: () => verifyTables(tables),
    repair: made.by(() => repairTables(workshop)),
  }
}

/**
 * Opens a store of documents, creating it where it does not exist.
 *
 * @param directory  a folder, or `s3://bucket/path`
 * @returns          the store, or why it cannot be opened there
 * @example          const store = await openStore('.finsam/store', { registry })
 */
export async function openStore(directory: string, options: StoreOptions): Promise<Result<Store, StoreFailureCode>> {
  const location = absoluteLocation(directory)
  if (options.create === false && !isRemote(location) && !existsSync(location))
    return failure('store-missing', 'There is no store there yet. Ingest documents first: finsam ingest FILE…')
  try {
    const place = await openPlace(location, options.storageOptions)
    const tables = await openTables(place, options.embedder)
    const fitting = await checkFormat(tables)
    if (!fitting.ok) return fitting
    const workshop: Workshop = { place, tables, registry: options.registry, readFile: options.readFile ?? readFileBytes }
    const store = storeOver(workshop, options.embedder === undefined)
    return success(place.writing.ok ? store : readOnly(store, place.writing))
  } catch (error) {
    return asStoreFailure(error)
  }
}
