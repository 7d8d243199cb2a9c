import { mkdtempSync, readFileSync, rmSync } from 'node:fs'
import { readdir, stat } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join, resolve } from 'node:path'
import { answerQuestion } from '@finsam/assistant'
import { hashedGrams, loadLibrary, openStore, type Store } from '@finsam/indexer'
import { connect } from '@lancedb/lancedb'
import { buildCountry } from './country.ts'
import { passagesOf } from './passages.ts'

const root = resolve(import.meta.dirname, '../..')

async function bytesIn(folder: string): Promise<number> {
  const names = await readdir(folder, { recursive: true })
  const sizes = await Promise.all(names.map(async name => stat(join(folder, name)).then(about => (about.isFile() ? about.size : 0))))
  return sizes.reduce((sum, size) => sum + size, 0)
}

const quantile = (sorted: readonly number[], share: number): number =>
  sorted[Math.min(sorted.length - 1, Math.floor(share * sorted.length))] ?? 0

/** p50 and p95 of a step over questions, in milliseconds; the first ones warm up. */
async function latency(step: (question: string) => Promise<unknown>, questions: readonly string[]): Promise<string> {
  for (const question of questions.slice(0, 5)) await step(question)
  const times: number[] = []
  for (const question of questions) {
    const started = performance.now()
    await step(question)
    times.push(performance.now() - started)
  }
  times.sort((a, b) => a - b)
  return `p50 ${quantile(times, 0.5).toFixed(1)} ms, p95 ${quantile(times, 0.95).toFixed(1)} ms`
}

async function timed<Value>(label: string, step: () => Promise<Value>): Promise<Value> {
  const started = performance.now()
  const value = await step()
  console.log(`${label}: ${((performance.now() - started) / 1000).toFixed(2)} s`)
  return value
}

const queriesOf = (): readonly string[] =>
  readFileSync(join(import.meta.dirname, 'search-queries.jsonl'), 'utf8')
    .trim()
    .split('\n')
    .map(line => JSON.parse(line).query)

/** How many of the ten nearest vectors, by comparing with all, are among the ten that the index finds with as many candidates as search takes. */
async function recall(folder: string, questions: readonly string[]): Promise<number> {
  const table = await passagesOf(await connect(folder))
  const vectors = await hashedGrams().embed(questions)
  let found = 0
  for (const vector of vectors) {
    const near = () => table.query().nearestTo(vector).distanceType('cosine').nprobes(60).refineFactor(20)
    const exact = await near().bypassVectorIndex().select(['key', '_distance']).limit(10).toArray()
    const quick = new Set(
      (await near().select(['key', '_distance']).limit(50).toArray()).slice(0, 10).map((row: { key: string }) => row.key),
    )
    found += exact.filter((row: { key: string }) => quick.has(row.key)).length
  }
  return found / (10 * vectors.length)
}

/** A document more into the full store, as people bring it: read, embedded, committed, flushed. */
async function ingestRate(store: Store): Promise<void> {
  const plan = readFileSync(join(root, 'data/documents/vasteras-2022-h1.txt'), 'utf8')
  await timed('ingest of five documents', async () => {
    for (let index = 0; index < 5; index += 1)
      await store.ingest({ bytes: new TextEncoder().encode(`${plan}\nUtgåva ${index}\n`), fileName: `extra-${index}.txt` })
  })
  await timed('maintenance after it', () => store.maintain())
}

/** Builds a country with a number of passages and prints what it costs. */
export async function measureScale(passages: number): Promise<void> {
  const folder = mkdtempSync(join(tmpdir(), 'finsam-scale-'))
  try {
    const { registry, documents, seconds } = await buildCountry(folder, passages)
    const location = join(folder, 'store')
    console.log(`${documents} documents, ${passages} passages: written in ${seconds.toFixed(1)} s`)
    const opened = await timed('open', () => openStore(location, { registry }))
    if (!opened.ok) throw new Error(opened.failure.message)
    const store = opened.value
    await timed('build of the indexes', () => store.maintain())
    console.log(`on disk: ${((await bytesIn(location)) / 2 ** 20).toFixed(0)} MB`)
    const questions = queriesOf()
    console.log(`hybrid search: ${await latency(question => store.search(question, { limit: 10 }), questions)}`)
    console.log(
      `narrowed to an association and a year: ${await latency(question => store.search(question, { limit: 10, association: 'forbund-42', year: 2020 }), questions)}`,
    )
    console.log(`recall of the vector index against all vectors: ${(await recall(location, questions.slice(0, 30))).toFixed(3)}`)
    const known = await timed('load of all readings', () => loadLibrary(store, registry))
    let answered = 0
    const ask = async (number: number) => {
      const { status } = await answerQuestion(known, {
        question: `Vad är de totala kostnaderna för Samordningsförbundet forbund-${number} 2020?`,
      })
      answered += status === 'answered' ? 1 : 0
    }
    const told = await latency(question => ask(question.length), questions)
    console.log(`whole answer: ${told} (${answered} of ${questions.length + 5} answered with a figure)`)
    console.log(`memory: ${(process.memoryUsage().rss / 2 ** 20).toFixed(0)} MB`)
    await ingestRate(store)
    store.close()
  } finally {
    rmSync(folder, { recursive: true, force: true })
  }
}
