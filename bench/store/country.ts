import { readdirSync, readFileSync } from 'node:fs'
import { join, resolve } from 'node:path'
import { type DocumentReading, type Registry, registrySchema } from '@finsam/domain'
import { hashedGrams, norm, normalise, openStore, type StoredContent } from '@finsam/indexer'
import { connect, type Table } from '@lancedb/lancedb'
import { randomFrom } from './noise.ts'
import { passagesOf } from './passages.ts'

const root = resolve(import.meta.dirname, '../..')
const ASSOCIATIONS = 85
const YEARS = 20
const BATCH = 20_000

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
  readonly passages: readonly Record<string, unknown>[]
}

const plain = (rows: readonly object[]): Record<string, unknown>[] => rows.map(row => ({ ...row }))

/** The shipped documents as the store keeps them, read by the real reader. */
async function templates(folder: string, registry: Registry): Promise<readonly Template[]> {
  const opened = await openStore(folder, { registry })
  if (!opened.ok) throw new Error(opened.failure.message)
  const data = join(root, 'data/documents')
  for (const fileName of readdirSync(data)) await opened.value.ingest({ bytes: readFileSync(join(data, fileName)), fileName })
  const connection = await connect(folder)
  const rows = plain(await (await connection.openTable('documents')).query().toArray())
  const passages = plain(await (await passagesOf(connection)).query().toArray())
  const contents = await opened.value.contents()
  opened.value.close()
  return contents.map(content => ({
    content,
    row: rows.find(row => row.id === content.id) ?? {},
    passages: passages.filter(passage => passage.document === content.id),
  }))
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

/** The numbers of a stored vector. */
function vectorOf({ vector }: Record<string, unknown>): Iterable<number> {
  if (typeof vector !== 'object' || vector === null || !(Symbol.iterator in vector)) throw new Error('a passage without a vector')
  return vector as Iterable<number>
}

/** A passage of the country: words of a template's, some of them from another, with a vector a little off. */
function passageOf(template: Record<string, unknown>, other: Record<string, unknown>, random: () => number) {
  const words = String(template.text).split(' ')
  const foreign = String(other.text).split(' ')
  const text = words.map((word, index) => (random() < 0.3 ? (foreign[index % foreign.length] ?? word) : word)).join(' ')
  const near = Float32Array.from(vectorOf(template))
  const vector = normalise(near.map(component => component + (random() - 0.5) * 0.06))
  return { text, norm: norm(text), vector: [...vector] }
}

async function addPassages(
  table: Table,
  known: readonly Template[],
  documents: readonly { id: string; edition: string; association: string; year: number }[],
  count: number,
): Promise<void> {
  const random = randomFrom(11)
  const all = known.flatMap(template => template.passages)
  const pick = () => all[Math.floor(random() * all.length)] ?? {}
  let batch: Record<string, unknown>[] = []
  for (let index = 0; index < count; index += 1) {
    const document = documents[index % documents.length]
    if (!document) return
    const { text, norm: terms, vector } = passageOf(pick(), pick(), random)
    batch.push({
      key: `${document.id}@${document.edition}#${index}`,
      document: document.id,
      edition: document.edition,
      association: document.association,
      year: document.year,
      kind: 'plan',
      line: 1 + index,
      lineTo: 1 + index,
      page: null,
      subject: document.association,
      heading: null,
      text,
      norm: terms,
      vector,
    })
    if (batch.length < BATCH && index < count - 1) continue
    await table.add(batch)
    batch = []
  }
}

/** Fills a store with a country's documents and a number of passages, past the ingest, which is measured by itself. */
export async function buildCountry(folder: string, passages: number): Promise<Country> {
  const shipped = registrySchema.parse(JSON.parse(readFileSync(join(root, 'data/registry.json'), 'utf8')))
  const known = await templates(join(folder, 'templates'), shipped)
  const location = join(folder, 'store')
  const opened = await openStore(location, { registry: shipped, embedder: hashedGrams() })
  if (!opened.ok) throw new Error(opened.failure.message)
  const started = performance.now()
  const connection = await connect(location)
  const table = await connection.openTable('documents')
  const documents: { id: string; edition: string; association: string; year: number }[] = []
  for (let year = 0; year < YEARS; year += 1) {
    const rows = Array.from({ length: ASSOCIATIONS }, (_, number) => {
      const template = known[(number + year) % known.length]
      if (!template) throw new Error('no templates')
      const shift = 2005 + year - (template.content.reading.document.fiscalYear ?? 2024)
      const association = `forbund-${number}`
      const id = `${association}-${2005 + year}`
      const edition = `edition-${id}`
      documents.push({ id, edition, association, year: 2005 + year })
      return {
        ...template.row,
        id,
        edition,
        association,
        year: 2005 + year,
        passages: 0,
        reading: JSON.stringify(retold(template.content.reading, id, association, shift)),
      }
    })
    await table.add(rows)
  }
  await addPassages(await passagesOf(connection), known, documents, passages)
  connection.close()
  opened.value.close()
  return { registry: shipped, documents: documents.length, passages, seconds: (performance.now() - started) / 1000 }
}
