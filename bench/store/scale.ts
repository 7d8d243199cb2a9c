import { mkdirSync, mkdtempSync, readFileSync, rmSync } from 'node:fs'
import { loadavg, tmpdir } from 'node:os'
import { join, resolve } from 'node:path'
import { answerQuestion } from '@finsam/assistant'
import type { Registry } from '@finsam/domain'
import { loadLibrary, openStore, type Store } from '@finsam/indexer'
import { buildCountry } from './country.ts'
import { fitCost } from './fit-cost.ts'
import { bytesIn, latency, timed, told } from './measures.ts'
import { measureSearchSpeed, searchQuestions } from './search-speed.ts'

const root = resolve(import.meta.dirname, '../..')

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

/** Builds the indexes of a filled store and prints what that takes; gives the processor time and the bytes on disk. */
async function measureIndexes(store: Store): Promise<{ readonly indexes: number; readonly bytes: number }> {
  const { cpuSeconds: indexes } = await timed('build of the indexes', () => store.maintain())
  const bytes = await bytesIn(store.location)
  console.log(`on disk: ${(bytes / 2 ** 20).toFixed(0)} MB`)
  return { indexes, bytes }
}

async function measureOpen(store: Store, registry: Registry): Promise<Costs> {
  const { indexes, bytes } = await measureIndexes(store)
  const searches = await measureSearchSpeed(store)
  await answers(store, registry, searchQuestions().slice(0, 40))
  console.log(`memory: ${(process.memoryUsage().rss / 2 ** 20).toFixed(0)} MB`)
  await ingestRate(store)
  return {
    'bytes on disk': bytes,
    'seconds of processor time to build the indexes': indexes,
    'ms of processor time of a hybrid search': searches.get('hybrid search')?.cpu ?? 0,
    'ms of processor time of a hybrid search (p95)': searches.get('hybrid search')?.cpu95 ?? 0,
    'ms of processor time of a search narrowed to an association': searches.get('narrowed to an association')?.cpu ?? 0,
  }
}

async function openFilled(location: string, registry: Registry): Promise<Store> {
  const { value: opened } = await timed('open', () => openStore(location, { registry, create: false }))
  if (!opened.ok) throw new Error(opened.failure.message)
  return opened.value
}

/** Fills a store with a country below a folder. */
async function fill(folder: string, passages: number): Promise<Registry> {
  const { registry, documents, seconds } = await buildCountry(folder, passages)
  console.log(`${documents} documents, ${passages} passages: written in ${seconds.toFixed(1)} s`)
  return registry
}

/** Fills a store below a folder and builds its indexes, to be kept and measured again and again. */
export async function keepStore(folder: string, passages: number): Promise<void> {
  mkdirSync(folder, { recursive: true })
  const registry = await fill(folder, passages)
  const store = await openFilled(join(folder, 'store'), registry)
  await measureIndexes(store)
  store.close()
}

/** Measures searches alone, on a store that was kept. */
export async function measureKept(folder: string): Promise<void> {
  const store = await openFilled(join(folder, 'store'), { associations: [] })
  await measureSearchSpeed(store)
  store.close()
}

/** Builds a country with a number of passages and prints what it costs. */
async function measureSize(passages: number): Promise<Costs> {
  const folder = mkdtempSync(join(tmpdir(), 'finsam-scale-'))
  try {
    console.log(`\n## ${passages} passages (load average ${loadavg()[0]?.toFixed(1)})`)
    const registry = await fill(folder, passages)
    const store = await openFilled(join(folder, 'store'), registry)
    const costs = await measureOpen(store, registry)
    store.close()
    console.log(`load average ${loadavg()[0]?.toFixed(1)} at the end`)
    return costs
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
