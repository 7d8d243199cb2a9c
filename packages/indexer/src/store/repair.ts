import { type Result, success } from '@finsam/domain'
import * as z from 'zod'
import { quoted } from './columns.ts'
import { untilCommitted } from './conflict.ts'
import { asStoreFailure } from './failures.ts'
import { ingest, sha256, type Workshop } from './ingest.ts'
import { documentColumns, documentRowSchema, rowsOf, type StoredDocument } from './rows.ts'
import { type Verification, verifyTables } from './verify.ts'

const originalSchema = z.object({ bytes: z.instanceof(Uint8Array) })

/** Writes a document anew from its original; without an intact original it stays as it is. */
async function readAgain(workshop: Workshop, document: StoredDocument): Promise<void> {
  const { tables } = workshop
  const [original] = await rowsOf(
    tables.originals
      .query()
      .where(`hash = ${quoted(document.hash)}`)
      .select(['bytes'])
      .limit(1),
    originalSchema,
  )
  if (!original || sha256(original.bytes) !== document.hash) return
  await ingest(workshop, { bytes: original.bytes, fileName: document.fileName, id: document.id, anew: true })
}

async function clearLeftOvers({ tables }: Workshop, owners: readonly string[]): Promise<void> {
  const { passages } = await tables.serving.current()
  for (const owner of owners) {
    const at = owner.lastIndexOf('@')
    const where = `document = ${quoted(owner.slice(0, at))} AND edition = ${quoted(owner.slice(at + 1))}`
    await untilCommitted(() => passages.delete(where))
  }
}

/**
 * Mends what the originals allow: documents with an unreadable reading or missing passages are read again, passages that
 * belong to no document are cleared away. A lost or changed original stays reported; ingest the file again.
 */
export async function repairTables(workshop: Workshop): Promise<Result<Verification>> {
  try {
    const { faults } = await verifyTables(workshop.tables)
    const mendable = new Set(
      faults.filter(fault => fault.kind === 'reading-unreadable' || fault.kind === 'passages-missing').map(fault => fault.document),
    )
    const documents = await rowsOf(workshop.tables.documents.query().select(documentColumns), documentRowSchema)
    for (const document of documents) if (mendable.has(document.id)) await readAgain(workshop, document)
    await clearLeftOvers(
      workshop,
      faults.filter(fault => fault.kind === 'passages-left-over').map(fault => fault.document),
    )
    return success(await verifyTables(workshop.tables))
  } catch (error) {
    return asStoreFailure(error)
  }
}
