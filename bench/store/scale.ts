import { mkdtempSync, readFileSync, rmSync } from 'node:fs'
import { loadavg, tmpdir } from 'node:os'
import { join, resolve } from 'node:path'
import { answerQuestion } from '@finsam/assistant'
import type { Registry } from '@finsam/domain'
import { loadLibrary, openStore, type Store } from '@finsam/indexer'
import { connect } from '@lancedb/lancedb'
import { buildCountry } from './country.ts'
import { fitCost } from './fit-cost.ts'
import { bytesIn, latency, timed, told } from './measures.ts'
import { passagesOf } from './passages.ts'

const root = resolve(import.meta.dirname, '../..')

const queriesOf = (): readonly string[] =>
  readFileSync(join(import.meta.dirname, 'search-queries.jsonl'), 'utf8')
    .trim()
    .split('\n')
    .map(line => JSON.parse(line).query)

/** The stored vectors of some passages: what questions near to something would have. */
async function someVectors(location: string, count: number): Promise<readonly Float32Array[]> {
  const table = await passagesOf(await connect(location))
  const rows = await table.query().select(['vector']).limit(count).offset(7).toArray()
  return rows.map((row: { vector: Iterable<number> }) =>
    Float32Array.from(row.vector).map((component, index) => component + (index % 7) / 400),
  )
}

/** How many of the ten nearest vectors, by comparing with all, are among the ten that the index finds with as many candidates as search takes. */
async function recall(location: string): Promise<number> {
  const table = await passagesOf(await connect(location))
  const vectors = await someVectors(location, 30)
  let found = 0
  for (const vector of vectors) {
    const near = () => table.query().nearestTo(vector).distanceType('cosine').nprobes(60).refineFactor(2)
    const exact = await near().bypassVectorIndex().select(['key', '_distance']).limit(10).toArray()
    const nearest = (await near().select(['key', '_distance']).limit(50).toArray()).slice(0, 10)
    const quick = new Set(nearest.map((row: { key: string }) => row.key))
    found += exact.filter((row: { key: string }) => quick.has(row.key)).length
  }
  return found / (10 * vectors.length)
}

/** Documents more into the full store, as people bring them: read, embedded, committed, flushed. */
async function ingestRate(store: Store): Promise<void> {
  const plan = readFileSync(join(root, 'data/documents/vasteras-2022-h1.txt'), 'utf8')
  await timed('ingest of five documents', async () => {
    for (let index = 0; index < 5; index += 1)
      await store.ingest({ bytes: new TextEncoder().encode(`${plan}\nUtgåva ${index}\n`), fileName: `extra-${index}.txt` })
  })
  await timed('maintenance after it', () => store.maintain())
}

async function answers(store: Store, registry: Registry, questions: readonly string[]): Promise<number> {
  const { value: known } = await timed('load of all readings', () => loadLibrary(store, registry))
  let answered = 0
  const ask = async (question: string) => {
    const number = question.length
    const asked = { question: `Vad är de totala kostnaderna för Samordningsförbundet forbund-${number} 2020?` }
    answered += (await answerQuestion(known, asked)).status === 'answered' ? 1 : 0
  }
  const whole = await latency(ask, questions)
  console.log(`whole answer: ${told(whole)} (${answered} of ${questions.length + 5} answered with a figure)`)
  return whole.cpu
}

/** What a size costs, by measure. */
type Costs = Readonly<Record<string, number>>

async function measureOpen(store: Store, location: string, registry: Registry): Promise<Costs> {
  const { cpuSeconds: indexes } = await timed('build of the indexes', () => store.maintain())
  const bytes = await bytesIn(location)
  console.log(`on disk: ${(bytes / 2 ** 20).toFixed(0)} MB`)
  const questions = queriesOf()
  const hybrid = await latency(question => store.search(question, { limit: 10 }), questions)
  console.log(`hybrid search: ${told(hybrid)}`)
  for (const channel of ['text', 'vector'] as const)
    console.log(`${channel} alone: ${told(await latency(question => store.search(question, { limit: 10, channel }), questions))}`)
  const one = await latency(question => store.search(question, { limit: 10, association: 'forbund-42' }), questions)
  console.log(`narrowed to an association: ${told(one)}`)
  const narrow = await latency(question => store.search(question, { limit: 10, association: 'forbund-42', year: 2020 }), questions)
  console.log(`narrowed to an association and a year: ${told(narrow)}`)
  console.log(`recall of the vector index against all vectors: ${(await recall(location)).toFixed(3)}`)
  await answers(store, registry, questions.slice(0, 40))
  console.log(`memory: ${(process.memoryUsage().rss / 2 ** 20).toFixed(0)} MB`)
  await ingestRate(store)
  return {
    'bytes on disk': bytes,
    'seconds of processor time to build the indexes': indexes,
    'ms of processor time of a hybrid search': hybrid.cpu,
    'ms of processor time of a hybrid search (p95)': hybrid.cpu95,
    'ms of processor time of a search narrowed to an association': one.cpu,
  }
}

/** Builds a country with a number of passages and prints what it costs. */
async function measureSize(passages: number): Promise<Costs> {
  const folder = mkdtempSync(join(tmpdir(), 'finsam-scale-'))
  try {
    console.log(`\n## ${passages} passages (load average ${loadavg()[0]?.toFixed(1)})`)
    const { registry, documents, seconds } = await buildCountry(folder, passages)
    console.log(`${documents} documents, ${passages} passages: written in ${seconds.toFixed(1)} s`)
    const location = join(folder, 'store')
    const { value: opened } = await timed('open', () => openStore(location, { registry }))
    if (!opened.ok) throw new Error(opened.failure.message)
    const costs = await measureOpen(opened.value, location, registry)
    opened.value.close()
    console.log(`load average ${loadavg()[0]?.toFixed(1)} at the end`)
    return { ...costs, 'seconds to write': seconds }
  } finally {
    rmSync(folder, { recursive: true, force: true })
  }
}

/** Measures several sizes and prints how each cost grows from one to the next. */
export async function measureScale(sizes: readonly number[]): Promise<void> {
  const measured: { readonly size: number; readonly costs: Costs }[] = []
  for (const size of sizes) measured.push({ size, costs: await measureSize(size) })
  for (const name of Object.keys(measured[0]?.costs ?? {})) {
    const curve = fitCost(measured.map(({ size, costs }) => ({ size, cost: costs[name] ?? 0 })))
    if (curve) console.log(`${name}: ${curve.factor.toPrecision(3)} × passages^${curve.exponent.toFixed(2)}`)
  }
}
