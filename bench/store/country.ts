import { cpSync, readdirSync, readFileSync } from 'node:fs'
import { join, resolve } from 'node:path'
import { type DocumentReading, type Registry, registrySchema } from '@finsam/domain'
import { openStore, type StoredContent } from '@finsam/indexer'
import { connect } from '@lancedb/lancedb'
import { type Owner, passageBatch, passageMixer, type Sample } from './mixed-passages.ts'
import { passagesOf } from './passages.ts'

const root = resolve(import.meta.dirname, '../..')
const ASSOCIATIONS = 85
const YEARS = 20
const FIRST_YEAR = 2005
const BATCH = 50_000

/** A country's worth of documents: the shipped ones, told again for each of 85 associations and 20 years. */
export interface Country {
  readonly registry: Registry
  readonly documents: number
  readonly passages: number
  readonly seconds: number
}

interface Template {
  readonly row: Record<string, unknown>
  readonly content: StoredContent
}

const plain = (rows: readonly object[]): Record<string, unknown>[] => rows.map(row => ({ ...row }))

/** The shipped documents in a store of their own, read by the real reader, with an embedder fitted to them. */
async function fillTemplates(folder: string, registry: Registry): Promise<readonly Template[]> {
  const opened = await openStore(folder, { registry })
  if (!opened.ok) throw new Error(opened.failure.message)
  const data = join(root, 'data/documents')
  for (const fileName of readdirSync(data)) await opened.value.ingest({ bytes: readFileSync(join(data, fileName)), fileName })
  await opened.value.maintain()
  const connection = await connect(folder)
  const rows = plain(await (await connection.openTable('documents')).query().toArray())
  const contents = await opened.value.contents()
  opened.value.close()
  return contents.map(content => ({ content, row: rows.find(row => row.id === content.id) ?? {} }))
}

/** The same reading for another association and another year: ids, names, and every year of a period or label. */
function retold(reading: DocumentReading, id: string, association: string, shift: number): DocumentReading {
  const { document } = reading
  const text = JSON.stringify(reading)
    .replaceAll(`"${document.id}"`, `"${id}"`)
    .replaceAll(`"${document.association}"`, `"${association}"`)
    .replace(/\b(19|20)\d\d\b/g, year => String(Number(year) + shift))
  const told: DocumentReading = JSON.parse(text)
  return { ...told, document: { ...told.document, associationName: `Samordningsförbundet ${association}` } }
}

const ownerOf = (number: number, year: number): Owner => {
  const association = `forbund-${number}`
  const id = `${association}-${year}`
  return { id, edition: `edition-${id}`, association, year }
}

function documentRow({ row, content }: Template, { id, edition, association, year }: Owner): Record<string, unknown> {
  const shift = year - (content.reading.document.fiscalYear ?? 2024)
  const reading = JSON.stringify(retold(content.reading, id, association, shift))
  return { ...row, id, edition, association, year, passages: 0, reading }
}

/** The numbers of a stored vector. */
function vectorOf({ vector }: Record<string, unknown>): Iterable<number> {
  if (typeof vector !== 'object' || vector === null || !(Symbol.iterator in vector)) throw new Error('a passage without a vector')
  return vector as Iterable<number>
}

const sampleOf = (row: Record<string, unknown>): Sample => ({
  words: String(row.text).split(' '),
  terms: String(row.norm).split(' '),
  vector: Float32Array.from(vectorOf(row)),
})

/** Fills a store with a country's documents and a number of passages, past the ingest, which is measured by itself. */
export async function buildCountry(folder: string, passages: number): Promise<Country> {
  const registry = registrySchema.parse(JSON.parse(readFileSync(join(root, 'data/registry.json'), 'utf8')))
  const templates = await fillTemplates(join(folder, 'templates'), registry)
  const templateOf = (number: number): Template => {
    const template = templates[number % templates.length]
    if (!template) throw new Error('there are no documents to tell again')
    return template
  }
  const location = join(folder, 'store')
  cpSync(join(folder, 'templates'), location, { recursive: true })
  const started = performance.now()
  const connection = await connect(location)
  const table = await connection.openTable('documents')
  const owners: Owner[] = []
  for (let year = FIRST_YEAR; year < FIRST_YEAR + YEARS; year += 1) {
    const ofYear = Array.from({ length: ASSOCIATIONS }, (_, number) => ownerOf(number, year))
    const rows = ofYear.map((owner, number) => documentRow(templateOf(number + year), owner))
    await table.add(rows)
    owners.push(...ofYear)
  }
  const target = await passagesOf(connection)
  const mix = passageMixer(plain(await target.query().select(['text', 'norm', 'vector']).toArray()).map(sampleOf), 11)
  for (let first = 0; first < passages; first += BATCH)
    await target.add(passageBatch(mix, owners, first, Math.min(BATCH, passages - first)))
  // The model is as good as one of many passages would be for measuring; fitting it anew is measured by itself.
  await (await connection.openTable('embeddings')).update({ values: { fittedOn: 20_000 } })
  connection.close()
  return { registry, documents: owners.length, passages, seconds: (performance.now() - started) / 1000 }
}
