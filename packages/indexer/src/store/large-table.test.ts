import { mkdtemp, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import type { Connection, Table } from '@lancedb/lancedb'
import { afterAll, beforeAll, expect, test } from 'vitest'
import type { Embedder } from '../embed/embedder.ts'
import { indexLargeTable } from './large-table.ts'
import { ensurePassages } from './passages-table.ts'
import { openPlace } from './store-place.ts'

const SIZE = 400
const DIMENSIONS = 16
const embedder: Embedder = { id: 'test', dimensions: DIMENSIONS, embed: async texts => texts.map(() => new Float32Array(DIMENSIONS)) }
const vectorOf = (number: number) => Float32Array.from({ length: DIMENSIONS }, (_, at) => Math.sin(number * (at + 1)))

let folder: string
let connection: Connection
let passages: Table
const indexed = async () => (await passages.listIndices()).flatMap(index => index.columns).sort()

beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), 'finsam-large-'))
  const place = await openPlace(folder)
  connection = place.connection
  passages = await ensurePassages({ ...place, known: new Set() }, embedder)
  const about = { edition: 'e', kind: 'plan', page: null, subject: 'Exempel', heading: null, text: 'Text', norm: 'text' }
  const rows = Array.from({ length: SIZE }, (_, line) => ({
    ...about,
    key: `${line}`,
    document: `plan-${line % 8}`,
    association: `forbund-${line % 4}`,
    year: line % 7 === 0 ? null : 2020 + (line % 4),
    line,
    lineTo: line,
    vector: vectorOf(line),
  }))
  await passages.add(rows)
}, 60_000)
afterAll(async () => {
  connection.close()
  await rm(folder, { recursive: true, force: true })
})

test('a table that is not large keeps to its text index', async () => {
  await indexLargeTable(passages, SIZE + 1)
  expect(await indexed()).toEqual(['norm'])
})

test('a large one gets each index once, and finds the same as without', { timeout: 60_000 }, async () => {
  const where = "association = 'forbund-1' AND year = 2021"
  const nearest = async () =>
    (
      await passages
        .query()
        .nearestTo(vectorOf(5))
        .distanceType('cosine')
        .nprobes(60)
        .refineFactor(4)
        .where(where)
        .select(['line', '_distance'])
        .limit(5)
        .toArray()
    ).map((row: { line: number }) => row.line)
  const [before, counted] = [await nearest(), await passages.countRows(where)]
  await indexLargeTable(passages, SIZE)
  await indexLargeTable(passages, SIZE)
  expect(await indexed()).toEqual(['association', 'document', 'norm', 'vector', 'year'])
  expect(await nearest()).toEqual(before)
  expect(before[0]).toBe(5)
  expect(await passages.countRows(where)).toBe(counted)
})
