import { type Result, success } from '@finsam/domain'
import { quoted } from './columns.ts'
import { untilCommitted } from './conflict.ts'
import { asStoreFailure } from './failures.ts'
import { ingest, type Workshop } from './ingest.ts'
import { originalWith } from './originals.ts'
import type { StoredDocument } from './rows.ts'
import { storedDocuments } from './stored-documents.ts'
import { type Verification, verifyTables } from './verify.ts'

/** Writes a document anew from its original; without an intact original it stays as it is. */
async function readAgain(workshop: Workshop, { id, hash, fileName }: StoredDocument): Promise<void> {
  const original = await originalWith(workshop.tables, hash)
  if (original?.intact) await ingest(workshop, { bytes: original.bytes, fileName, id, anew: true })
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
    for (const document of await storedDocuments(workshop.tables)) if (mendable.has(document.id)) await readAgain(workshop, document)
    await clearLeftOvers(
      workshop,
      faults.filter(fault => fault.kind === 'passages-left-over').map(fault => fault.document),
    )
    return success(await verifyTables(workshop.tables))
  } catch (error) {
    return asStoreFailure(error)
  }
}
