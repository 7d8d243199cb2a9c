import { mkdtemp, readdir, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { Schema } from 'apache-arrow'
import { expect, test } from 'vitest'
import { hashedGrams } from '../embed/hashed-grams.ts'
import { text } from './columns.ts'
import { untilCommitted } from './conflict.ts'
import { ensureTable } from './create-table.ts'
import { asStoreFailure } from './failures.ts'
import { openPlace } from './store-place.ts'
import { openTables } from './tables.ts'

const preempted = new Error('Retryable commit conflict for version 2: This CreateIndex transaction was preempted by concurrent transaction')

test.each([
  { name: 'a step that meets another writer twice is done the third time', failures: 2, error: preempted, tries: 3, outcome: 'done' },
  {
    name: 'an error of another kind is not tried again',
    failures: 1,
    error: new Error('no space left'),
    tries: 1,
    outcome: 'no space left',
  },
])('$name', async ({ failures, error, tries, outcome }) => {
  let tried = 0
  const step = async () => {
    tried += 1
    if (tried <= failures) throw error
    return 'done'
  }
  const told = await untilCommitted(step).catch((thrown: unknown) => (thrown instanceof Error ? thrown.message : ''))
  expect({ tried, told }).toEqual({ tried: tries, told: outcome })
})

test('one who keeps meeting others is told that the store is busy', () => {
  expect(asStoreFailure(preempted)).toMatchObject({ ok: false, failure: { code: 'store-busy' } })
})

test('writers that open the same new store at the same moment all get its tables, with one text index', async () => {
  const folder = await mkdtemp(join(tmpdir(), 'finsam-race-'))
  const places = await Promise.all(Array.from({ length: 12 }, () => openPlace(folder)))
  const opened = await Promise.all(places.map(place => openTables(place, hashedGrams(8))))
  const indices = await Promise.all(opened.map(async ({ serving }) => (await serving.current()).passages.listIndices()))
  for (const { connection } of places) connection.close()
  await rm(folder, { recursive: true, force: true })
  expect(indices.map(list => list.map(index => index.columns))).toEqual(places.map(() => [['norm']]))
})

test('a slow process that makes a table does not overwrite what a faster one has already written into it', async () => {
  const folder = await mkdtemp(join(tmpdir(), 'finsam-race-'))
  const [fast, slow] = await Promise.all([openPlace(folder), openPlace(folder)])
  const known = new Set<string>()
  const first = await ensureTable({ ...fast, known }, 'things', new Schema([text('name')]))
  await first.add([{ name: 'kept' }])
  const second = await ensureTable({ ...slow, known }, 'things', new Schema([text('name')]))
  const left = { rows: await second.countRows(), files: await readdir(folder) }
  fast.connection.close()
  slow.connection.close()
  await rm(folder, { recursive: true, force: true })
  expect(left).toEqual({ rows: 1, files: ['things.lance'] })
})
