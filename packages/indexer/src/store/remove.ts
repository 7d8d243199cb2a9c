import { failure, type Result, success } from '@finsam/domain'
import * as z from 'zod'
import { quoted } from './columns.ts'
import { untilCommitted } from './conflict.ts'
import { flushStore } from './durable.ts'
import { asStoreFailure, type StoreFailureCode } from './failures.ts'
import type { Workshop } from './ingest.ts'
import { rowsOf, type StoredDocument } from './rows.ts'
import { documentWhere } from './stored-documents.ts'

const hashSchema = z.object({ hash: z.string() })

/** Removes originals that neither a document nor an earlier edition refers to. */
async function forgetOriginals({ tables }: Workshop, hashes: readonly string[]): Promise<void> {
  for (const hash of hashes) {
    const where = `hash = ${quoted(hash)}`
    const users = (await tables.documents.countRows(where)) + (await tables.editions.countRows(where))
    if (users === 0) await untilCommitted(() => tables.originals.delete(where))
  }
}

async function takeOut(workshop: Workshop, row: StoredDocument): Promise<void> {
  const { tables } = workshop
  const id = quoted(row.id)
  const editions = await rowsOf(tables.editions.query().where(`id = ${id}`).select(['hash']), hashSchema)
  await untilCommitted(() => tables.documents.delete(`id = ${id}`))
  await untilCommitted(() => tables.editions.delete(`id = ${id}`))
  const { passages } = await tables.serving.current()
  await untilCommitted(() => passages.delete(`document = ${id} AND edition = ${quoted(row.edition)}`))
  await forgetOriginals(workshop, [...new Set([row.hash, ...editions.map(edition => edition.hash)])])
}

/** Takes a document out of the store. Its row goes first: from then on nobody sees it, and the rest is tidying. */
export async function removeDocument(workshop: Workshop, id: string): Promise<Result<StoredDocument, StoreFailureCode>> {
  const { tables, place } = workshop
  const started = Date.now() - 1_000
  try {
    const row = await documentWhere(tables, `id = ${quoted(id)}`)
    if (!row) return failure('document-unknown', `No document with the id ${id} is stored.`)
    await place.alone(`document ${id}`, () => takeOut(workshop, row))
    await flushStore(place.location, started)
    return success(row)
  } catch (error) {
    return asStoreFailure(error)
  }
}
