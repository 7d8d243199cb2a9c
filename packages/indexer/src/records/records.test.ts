import { mkdtemp, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import type { Correction } from '@finsam/domain'
import { afterEach, beforeEach, expect, test } from 'vitest'
import { openPlace, type StorePlace } from '../store/store-place.ts'
import { appendTable } from './append-table.ts'
import { openRecords } from './records.ts'
import { waitingFiles } from './waiting-files.ts'

let folder: string
let places: StorePlace[]
const placed = async (): Promise<StorePlace> => {
  const place = await openPlace(folder)
  places.push(place)
  return place
}
beforeEach(async () => {
  places = []
  folder = await mkdtemp(join(tmpdir(), 'finsam-records-'))
})
afterEach(async () => {
  for (const { connection } of places) connection.close()
  await rm(folder, { recursive: true, force: true })
})

const correction = (after: number): Correction => ({
  quantity: 'alfa/kansli|budget 2024-01-01..2024-12-31 kr',
  unit: 'tkr',
  before: null,
  after,
  why: "Enligt originalet, 'sidan 3'",
  who: 'Eva',
  at: '2026-01-15T08:30:00Z',
})

test('nothing is there, and nothing is made, before somebody writes', async () => {
  const records = openRecords(await placed())
  expect(await records.corrections.entries()).toEqual([])
  expect(await records.corrections.version()).toBe(0)
  expect(await records.sharedAnswers.find('x')).toBeUndefined()
  expect(await records.asked.last(5)).toEqual([])
  expect(await waitingFiles(await placed()).list()).toEqual([])
  expect(await (await placed()).connection.tableNames()).toEqual([])
})

test('corrections come back in order, also to a process that had looked before, and after their table is tidied', async () => {
  const reader = openRecords(await placed())
  const writer = openRecords(await placed())
  await reader.corrections.entries()
  for (const after of [1, 2, 3]) await writer.corrections.append(correction(after))
  await writer.compact()
  await Promise.all([4, 5, 6].map(after => writer.corrections.append(correction(after))))
  await writer.compact()
  expect((await reader.corrections.entries()).map(({ after }) => after)).toEqual([1, 2, 3, 4, 5, 6])
  expect((await reader.corrections.entries())[0]).toEqual(correction(1))
  expect(await reader.corrections.version()).toBe(6)
})

test('a correction of a shape that this version does not know is passed over', async () => {
  const place = await placed()
  const records = openRecords(place)
  await records.corrections.append(correction(1))
  await appendTable(place, 'corrections').append({ key: 'x', at: '', json: '{"colour":"blue"}' })
  expect(await records.corrections.entries()).toEqual([correction(1)])
})

test('an answer is found by its id, and kept once however often it is shared', async () => {
  const records = openRecords(await placed())
  await records.sharedAnswers.append({ id: "o'brien", json: '{"a":1}' })
  await records.sharedAnswers.append({ id: "o'brien", json: '{"a":2}' })
  await records.sharedAnswers.append({ id: 'other', json: '{}' })
  expect(await records.sharedAnswers.find("o'brien")).toBe('{"a":1}')
  expect(await records.sharedAnswers.find('missing')).toBeUndefined()
})

test('several processes write the log at the same time: no entry is lost, and the newest are asked for by number', async () => {
  const writers = await Promise.all(Array.from({ length: 4 }, async () => openRecords(await placed())))
  const entry = (writer: number, number: number) => ({ at: '2026-01-15T08:30:00Z', json: `${writer}:${number}` })
  await Promise.all(writers.flatMap(({ asked }, writer) => Array.from({ length: 50 }, (_, number) => asked.append(entry(writer, number)))))
  const [first] = writers
  const all = (await first?.asked.last(1_000)) ?? []
  expect(new Set(all).size).toBe(200)
  expect(all).toHaveLength(200)
  expect(await first?.asked.last(3)).toEqual(all.slice(-3))
  const ofOne = all.filter(json => json.startsWith('2:'))
  expect(ofOne).toEqual(Array.from({ length: 50 }, (_, number) => `2:${number}`))
})

test('a waiting file keeps its bytes until it is removed', async () => {
  const waiting = waitingFiles(await placed())
  const file = { id: 'a', fileName: 'plan.pdf', at: '2026-01-15T08:30:00Z', who: 'Eva', bytes: Uint8Array.from([0, 255, 7]) }
  await waiting.put({ ...file, id: 'b', at: '2026-01-16T08:30:00Z' })
  await waiting.put(file)
  await waiting.put(file)
  const other = waitingFiles(await placed())
  expect((await other.list()).map(({ id, size }) => [id, size])).toEqual([
    ['a', 3],
    ['b', 3],
  ])
  expect([...((await other.bytes('a')) ?? [])]).toEqual([0, 255, 7])
  await other.remove('a')
  await other.remove('a')
  expect(await waiting.bytes('a')).toBeUndefined()
  expect(await waiting.list()).toHaveLength(1)
})

test('a store that cannot be written refuses a record with its reason', async () => {
  const records = openRecords({ ...(await placed()), location: '/dev/null' })
  await expect(records.corrections.append(correction(1))).rejects.toMatchObject({
    name: 'StoreError',
    failure: { code: 'store-unwritable' },
  })
})
