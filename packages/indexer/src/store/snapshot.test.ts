import { mkdtemp, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import type { Connection } from '@lancedb/lancedb'
import { afterEach, beforeEach, expect, test } from 'vitest'
import { connectTo } from './engine.ts'
import { snapshots } from './snapshot.ts'
import { named } from './table-name.ts'

let folder: string
let connection: Connection
beforeEach(async () => {
  folder = await mkdtemp(join(tmpdir(), 'finsam-snapshot-'))
  connection = await connectTo(folder)
})
afterEach(async () => {
  connection.close()
  await rm(folder, { recursive: true, force: true })
})

test('a table held still shows no later rows, keeps its row ids through a compaction, and is the same one until the table changes', async () => {
  const live = await connection.createTable('some', [{ word: 'ett' }])
  await live.add([{ word: 'två' }])
  const still = snapshots(connection)
  const before = await still(live)
  expect(await still(live)).toBe(before)
  const [, second] = await before.query().withRowId().toArray()
  await live.add([{ word: 'tre' }])
  await live.optimize()
  expect(await before.countRows()).toBe(2)
  expect(await before.takeRowIds([second._rowid]).toArray()).toMatchObject([{ word: 'två' }])
  expect(await (await still(live)).countRows()).toBe(3)
})

test('another table is another snapshot', async () => {
  const [one, other] = [await connection.createTable('one', [{ word: 'ett' }]), await connection.createTable('other', [{ word: 'två' }])]
  const still = snapshots(connection)
  expect(await (await still(one)).query().toArray()).toMatchObject([{ word: 'ett' }])
  expect(await (await still(other)).query().toArray()).toMatchObject([{ word: 'två' }])
})

test('many searches at once each get their table, while other calls on it are under way', async () => {
  const live = named(await connection.createTable('some', [{ word: 'ett' }]), 'some')
  const still = snapshots(connection)
  const busy = Array.from({ length: 400 }, async (_, at) =>
    at % 2 === 0 ? (await still(live)).countRows() : live.checkoutLatest().then(() => 1),
  )
  expect(new Set(await Promise.all(busy))).toEqual(new Set([1]))
})
