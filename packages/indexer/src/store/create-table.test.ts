import { mkdir, mkdtemp, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { success } from '@finsam/domain'
import type { Connection } from '@lancedb/lancedb'
import { Field, Schema, Utf8 } from 'apache-arrow'
import { afterEach, beforeEach, expect, test } from 'vitest'
import { lazyTable } from '../records/lazy-table.ts'
import { ensureTable, openIfMade } from './create-table.ts'
import { connectTo } from './engine.ts'
import type { StorePlace } from './store-place.ts'

const schema = () => new Schema([new Field('word', new Utf8(), false)])

let folder: string
let connection: Connection
/** A place like a bucket, where a table is listed before it is made to its end. */
let place: StorePlace
beforeEach(async () => {
  folder = await mkdtemp(join(tmpdir(), 'finsam-create-'))
  connection = await connectTo(folder)
  place = { connection, location: 's3://bucket/store', writing: success(undefined), alone: (_, work) => work() }
  await mkdir(join(folder, 'words.lance', 'data'), { recursive: true })
  await writeFile(join(folder, 'words.lance', 'data', 'half.lance'), 'half')
})
afterEach(async () => {
  connection.close()
  await rm(folder, { recursive: true, force: true })
})

test('a table that another process is making is listed and not there', async () => {
  expect(await connection.tableNames()).toEqual(['words'])
  expect(await openIfMade(connection, 'words')).toBeUndefined()
  expect(await lazyTable(place, 'words', schema).existing()).toBeUndefined()
})

test('who needs it makes it in turn, and everybody finds it then', async () => {
  const lazy = lazyTable(place, 'words', schema)
  expect(await lazy.existing()).toBeUndefined()
  const made = await ensureTable({ ...place, known: new Set(['words']) }, 'words', schema())
  await made.add([{ word: 'ett' }])
  expect(await (await lazy.existing())?.countRows()).toBe(1)
  expect(await (await lazy.made()).countRows()).toBe(1)
})
