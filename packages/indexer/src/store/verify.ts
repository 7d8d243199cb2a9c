import { documentReadingSchema } from '@finsam/domain'
import type { Table } from '@lancedb/lancedb'
import * as z from 'zod'
import { quoted } from './columns.ts'
import { originalWith } from './originals.ts'
import { contentColumns, contentRowSchema, rowsOf, type StoredDocument } from './rows.ts'
import { storedDocuments } from './stored-documents.ts'
import type { Tables } from './tables.ts'

/** What is wrong with one document of the store. */
export interface Fault {
  readonly document: string
  readonly kind: 'original-missing' | 'original-changed' | 'reading-unreadable' | 'passages-missing' | 'passages-left-over'
  readonly detail: string
}

/** The outcome of a check of the whole store. */
export interface Verification {
  readonly documents: number
  readonly passages: number
  readonly bytes: number
  readonly faults: readonly Fault[]
}

async function checkOriginal(tables: Tables, { id, hash }: StoredDocument): Promise<{ size: number; faults: Fault[] }> {
  const original = await originalWith(tables, hash)
  if (!original) return { size: 0, faults: [{ document: id, kind: 'original-missing', detail: 'the file as it came is not in the store' }] }
  const fault: Fault = { document: id, kind: 'original-changed', detail: 'the kept file does not have the SHA-256 that it came with' }
  return { size: original.bytes.length, faults: original.intact ? [] : [fault] }
}

async function checkReading({ documents }: Tables, { id }: StoredDocument): Promise<Fault[]> {
  const fault = (detail: string): Fault[] => [{ document: id, kind: 'reading-unreadable', detail }]
  const [row] = await rowsOf(
    documents
      .query()
      .where(`id = ${quoted(id)}`)
      .select(contentColumns)
      .limit(1),
    contentRowSchema,
  )
  if (!row) return fault('its row disappeared while it was checked')
  try {
    const reading = documentReadingSchema.safeParse(JSON.parse(row.reading))
    return reading.success ? [] : fault('the stored reading does not fit its schema')
  } catch {
    return fault('the stored reading is not JSON')
  }
}

async function checkPassages(passages: Table, { id, edition, passages: expected }: StoredDocument): Promise<Fault[]> {
  const count = await passages.countRows(`document = ${quoted(id)} AND edition = ${quoted(edition)}`)
  return count === expected ? [] : [{ document: id, kind: 'passages-missing', detail: `${count} passages instead of ${expected}` }]
}

const passageOwnerSchema = z.object({ document: z.string(), edition: z.string() })

/** Passages of editions that no document has: what a killed ingest left behind. Readers never see them. */
async function leftOver(passages: Table, documents: readonly StoredDocument[]): Promise<Fault[]> {
  const current = new Set(documents.map(({ id, edition }) => `${id}@${edition}`))
  const owners = await rowsOf(passages.query().select(['document', 'edition']), passageOwnerSchema)
  const counts = new Map<string, number>()
  for (const { document, edition } of owners) {
    const owner = `${document}@${edition}`
    if (!current.has(owner)) counts.set(owner, (counts.get(owner) ?? 0) + 1)
  }
  return [...counts].map(([owner, count]) => ({
    document: owner,
    kind: 'passages-left-over',
    detail: `${count} passages of an edition that was never committed or has been replaced`,
  }))
}

/** Checks hashes, readings and counts of every document. */
export async function verifyTables(tables: Tables): Promise<Verification> {
  const documents = await storedDocuments(tables)
  const { passages } = await tables.serving.current()
  const faults: Fault[] = []
  let bytes = 0
  for (const document of documents) {
    const original = await checkOriginal(tables, document)
    bytes += original.size
    faults.push(...original.faults, ...(await checkReading(tables, document)), ...(await checkPassages(passages, document)))
  }
  faults.push(...(await leftOver(passages, documents)))
  return { documents: documents.length, passages: await passages.countRows(), bytes, faults }
}
