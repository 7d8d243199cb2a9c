import { mkdtemp, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import type { Connection, Table } from '@lancedb/lancedb'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import * as z from 'zod'
import { norm } from '../analysis/terms.ts'
import { hashedGrams } from '../embed/hashed-grams.ts'
import { loadEngine } from '../store/engine.ts'
import { ensurePassages } from '../store/passages-table.ts'
import { rowsOf } from '../store/rows.ts'
import { openPlace } from '../store/store-place.ts'
import { rankByText } from './rank-by-text.ts'
import { countShares, noShares, termShares } from './term-shares.ts'

const texts = [
  'Styrelsen sammanträder sex gånger.',
  'Styrelsen och budgeten.',
  'Budgeten för året.',
  'Samordningsförbundets verksamhet.',
  'Samordningsförbundcts vcrksamhct.',
  'Insatsen vänder sig till unga i länet.',
]

let folder: string
let connection: Connection
let passages: Table
beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), 'finsam-rank-'))
  const place = await openPlace(folder)
  connection = place.connection
  const embedder = hashedGrams()
  passages = await ensurePassages({ ...place, known: new Set() }, embedder)
  const vector = new Float32Array(embedder.dimensions).fill(0.1)
  const about = { edition: 'e', association: 'exempel', year: 2024, kind: 'plan', page: null, subject: 'Exempel', heading: null, vector }
  const rows = texts.map((text, line) => ({
    ...about,
    key: `${line}`,
    document: `plan-${line % 2}`,
    line,
    lineTo: line,
    text,
    norm: norm(text),
  }))
  await passages.add(rows)
  await passages.optimize()
})
afterAll(async () => {
  connection.close()
  await rm(folder, { recursive: true, force: true })
})

async function linesFound(question: string, where?: string): Promise<readonly number[]> {
  const rows = await rankByText({ passages, shareOf: noShares }, question, where, 10)
  const placed = z.object({ _rowid: z.bigint(), line: z.number() })
  const known = new Map((await rowsOf(passages.query().select(['line']).withRowId(), placed)).map(row => [row._rowid, row.line]))
  return rows.map(({ key }) => known.get(key) ?? -1)
}

describe('passages by their words', () => {
  test.each([
    { name: 'what has both words comes first', question: 'styrelsens budget', found: [1] },
    { name: 'the word itself comes before a damaged one', question: 'samordningsförbundet', found: [3, 4] },
    { name: 'a damaged question finds the word', question: 'samordningsfärbundet', found: [3] },
    { name: 'another word for the same is found', question: 'insats för ungdomar', found: [5] },
    { name: 'no words find nothing', question: '?', found: [] },
    { name: 'unknown words find nothing', question: 'gurkor', found: [] },
  ])('$name', async ({ question, found }) => {
    expect((await linesFound(question)).slice(0, found.length || 10)).toEqual(found)
  })

  test('narrowed to a document, others are not found', async () => {
    expect(await linesFound('styrelsens budget', "document = 'plan-0'")).toEqual(expect.not.arrayContaining([1, 3, 5]))
  })
})

test('the engine counts a word as often as a query has it: weights are given that way', async () => {
  const { MatchQuery } = await loadEngine()
  const scored = z.object({ _score: z.number() })
  const best = async (query: string) =>
    (
      await rowsOf(
        passages
          .query()
          .fullTextSearch(new MatchQuery(query, 'norm'), { columns: ['norm'] })
          .select(['_score'])
          .limit(1),
        scored,
      )
    )[0]?._score ?? 0
  const [once, thrice] = [await best(norm('budget')), await best(norm('budget budget budget'))]
  expect(once).toBeGreaterThan(0)
  expect(thrice).toBeCloseTo(3 * once, 3)
})

describe('how common a term is', () => {
  test.each([
    { word: 'styrelsen', share: 2 / 6 },
    { word: 'länet', share: 1 / 6 },
    { word: 'gurkor', share: 0 },
  ])('$word: $share of the passages', async ({ word, share }) => {
    expect((await countShares(passages))(norm(word))).toBeCloseTo(share)
  })

  test('is not counted in a small table, and once in a large one', async () => {
    expect((await termShares()(passages))(norm('styrelsen'))).toBe(0)
    const inLarge = termShares(3)
    expect((await inLarge(passages))(norm('styrelsen'))).toBeCloseTo(2 / 6)
    expect(await inLarge(passages)).toBe(await inLarge(passages))
  })
})
