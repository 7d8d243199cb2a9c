import { existsSync, mkdtempSync, readdirSync, readFileSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join, resolve } from 'node:path'
import { registrySchema } from '@finsam/domain'
import { openStore, type Store } from '@finsam/indexer'
import { connect, Index } from '@lancedb/lancedb'
import { blindQueries, type Placed } from './blind-queries.ts'
import { damage, letterConfusions } from './noise.ts'
import { passagesOf } from './passages.ts'
import type { Found, Search, Wanted } from './search-query.ts'

const root = resolve(import.meta.dirname, '../..')
const shared = resolve(root, '../shared')

/** Queries of the author of the search, and queries written over the documents alone, in the order of the files. */
const files = ['search-queries.jsonl', 'search-queries-read.jsonl'] as const
const readQueries = (): readonly Wanted[] =>
  files.flatMap((file, set) =>
    readFileSync(join(import.meta.dirname, file), 'utf8')
      .trim()
      .split('\n')
      .map(line => ({ ...JSON.parse(line), set: set + 1 })),
  )

async function fill(store: Store, rate: number): Promise<void> {
  const confusions = letterConfusions(join(shared, 'tools/noise.json'))
  for (const [index, fileName] of readdirSync(join(shared, 'corpus')).sort().entries()) {
    const text = damage(readFileSync(join(shared, 'corpus', fileName), 'utf8'), rate, confusions, index + 1)
    const report = await store.ingest({ bytes: new TextEncoder().encode(text), fileName })
    if (!report.ok) throw new Error(report.failure.message)
  }
  await store.maintain()
}

async function placedPassages(folder: string): Promise<readonly Placed[]> {
  const rows: Placed[] = await (await passagesOf(await connect(folder))).query().select(['document', 'line', 'lineTo', 'text']).toArray()
  return rows.map(({ document, line, lineTo, text }) => ({ document, line, lineTo, text }))
}

/** The engine's own Swedish analyser over the same passages, to compare with. */
async function builtIn(folder: string): Promise<Search> {
  const connection = await connect(folder)
  const rows = await (await passagesOf(connection)).query().select(['document', 'line', 'lineTo', 'text']).toArray()
  const table = await connection.createTable(
    'plain',
    rows.map((row: object) => ({ ...row })),
  )
  await table.createIndex('text', { config: Index.fts({ language: 'Swedish', stem: true, asciiFolding: true, removeStopWords: true }) })
  return async query => {
    const found = await table
      .query()
      .fullTextSearch(query, { columns: ['text'] })
      .select(['document', 'line', 'lineTo', '_score'])
      .limit(10)
      .toArray()
    return found.map((row: Found) => ({ document: row.document, line: row.line, lineTo: row.lineTo }))
  }
}

interface Score {
  count: number
  recallAt5: number
  reciprocal: number
}

async function score(search: Search, queries: readonly Wanted[]): Promise<ReadonlyMap<string, Score>> {
  const scores = new Map<string, Score>()
  for (const { kind, set, query, at, also = [] } of queries) {
    const found = (await search(query)).slice(0, 10)
    const rank = found.findIndex(hit => at.some(([document, line]) => hit.document === document && hit.line <= line && line <= hit.lineTo))
    for (const name of [`set ${set}`, ...(set < 3 ? ['sets 1 and 2'] : []), kind, ...also]) {
      const sum = scores.get(name) ?? { count: 0, recallAt5: 0, reciprocal: 0 }
      sum.count += 1
      sum.recallAt5 += rank >= 0 && rank < 5 ? 1 : 0
      sum.reciprocal += rank >= 0 ? 1 / (rank + 1) : 0
      scores.set(name, sum)
    }
  }
  return scores
}

const cell = ({ count, recallAt5, reciprocal }: Score): string => `${(recallAt5 / count).toFixed(2)} / ${(reciprocal / count).toFixed(2)}`

/** Prints recall@5 / MRR@10 of each way to search, at several rates of damaged letters. */
export async function measureSearch(): Promise<void> {
  if (!existsSync(join(shared, 'corpus'))) return console.log('skipped: the shared corpus is not beside this repository')
  const registry = registrySchema.parse(JSON.parse(readFileSync(join(root, 'data/registry.json'), 'utf8')))
  let queries: readonly Wanted[] | undefined
  for (const rate of [0, 0.02, 0.05, 0.1]) {
    const folder = mkdtempSync(join(tmpdir(), 'finsam-search-'))
    const opened = await openStore(folder, { registry })
    if (!opened.ok) throw new Error(opened.failure.message)
    await fill(opened.value, rate)
    queries ??= [...readQueries(), ...blindQueries(await placedPassages(folder))]
    const plain = await builtIn(folder)
    const channel =
      (name: 'text' | 'vector' | 'hybrid'): Search =>
      query =>
        opened.value.search(query, { limit: 10, channel: name })
    for (const [name, search] of Object.entries({
      'built-in Swedish': plain,
      text: channel('text'),
      vector: channel('vector'),
      hybrid: channel('hybrid'),
    })) {
      const scores = await score(search, queries)
      console.log(`\n${rate * 100} % of the letters damaged, ${name}: recall@5 / MRR@10`)
      for (const [kind, sums] of scores) console.log(`${kind} (${sums.count})\t${cell(sums)}`)
    }
    opened.value.close()
    rmSync(folder, { recursive: true, force: true })
  }
}
