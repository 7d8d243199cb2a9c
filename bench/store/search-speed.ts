import { readFileSync } from 'node:fs'
import { loadavg } from 'node:os'
import { join } from 'node:path'
import type { SearchOptions, Store } from '@finsam/indexer'
import { connect } from '@lancedb/lancedb'
import { type Latency, latency, told } from './measures.ts'
import { passagesOf } from './passages.ts'

/** Questions that the measured searches ask. */
export const searchQuestions = (): readonly string[] =>
  ['search-queries.jsonl', 'search-queries-read.jsonl'].flatMap(file =>
    readFileSync(join(import.meta.dirname, file), 'utf8')
      .trim()
      .split('\n')
      .map((line): string => JSON.parse(line).query),
  )

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

const waysToSearch: readonly (readonly [string, SearchOptions])[] = [
  ['hybrid search', { limit: 10 }],
  ['text alone', { limit: 10, channel: 'text' }],
  ['vector alone', { limit: 10, channel: 'vector' }],
  ['narrowed to an association', { limit: 10, association: 'forbund-42' }],
  ['narrowed to an association and a year', { limit: 10, association: 'forbund-42', year: 2020 }],
]

/** Prints what a search of a filled store takes, by the way it is made, and the recall of its vector index. */
export async function measureSearchSpeed(store: Store): Promise<ReadonlyMap<string, Latency>> {
  const questions = searchQuestions()
  const found = new Map<string, Latency>()
  for (const [name, options] of waysToSearch) {
    const measured = await latency(question => store.search(question, options), questions)
    found.set(name, measured)
    console.log(`${name}: ${told(measured)}`)
  }
  console.log(`recall of the vector index against all vectors: ${(await recall(store.location)).toFixed(3)}`)
  console.log(`${questions.length} questions; load average ${loadavg()[0]?.toFixed(1)}`)
  return found
}
