import { readlinkSync } from 'node:fs'
import { type FileHandle, mkdtemp, open, readdir, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join, relative } from 'node:path'
import { afterEach, beforeEach, describe, expect, test, vi } from 'vitest'
import { openStore } from './open-store.ts'
import type { Store } from './store.ts'
import { plainReader, registry } from './test-support/plain-store.ts'

let folder: string
let store: Store
/** The files and folders of the store that were flushed to the disk, in order. */
let flushed: string[]

// The system tells which file a handle stands for, and only Linux tells it in this way.
const canTell = process.platform === 'linux'

async function handlePrototype(): Promise<FileHandle> {
  const handle = await open(folder, 'r')
  await handle.close()
  return Object.getPrototypeOf(handle)
}

beforeEach(async () => {
  folder = await mkdtemp(join(tmpdir(), 'finsam-durable-'))
  const opened = await openStore(folder, { registry, readFile: plainReader() })
  if (!opened.ok) throw new Error(opened.failure.message)
  store = opened.value
  flushed = []
  const prototype = await handlePrototype()
  const { sync } = prototype
  vi.spyOn(prototype, 'sync').mockImplementation(function (this: FileHandle) {
    flushed.push(relative(folder, readlinkSync(`/proc/self/fd/${this.fd}`)))
    return sync.call(this)
  })
})
afterEach(async () => {
  vi.restoreAllMocks()
  store.close()
  await rm(folder, { recursive: true, force: true })
})

const put = async (text: string) => {
  const report = await store.ingest({ bytes: new TextEncoder().encode(text), fileName: 'plan.txt', replace: true })
  if (!report.ok) throw new Error(report.failure.message)
}
const filesNow = async (): Promise<readonly string[]> =>
  (await readdir(folder, { recursive: true, withFileTypes: true }))
    .filter(entry => entry.isFile())
    .map(entry => relative(folder, join(entry.parentPath, entry.name)))
const first = (sign: RegExp): number => flushed.findIndex(path => sign.test(path))

describe.skipIf(!canTell)('when an ingest is reported', () => {
  test('every file that it wrote, and every folder that holds one, was flushed', async () => {
    const before = new Set(await filesNow())
    await put('Ett\nTvå')
    const written = (await filesNow()).filter(path => !before.has(path))
    expect(written.length).toBeGreaterThan(3)
    expect(written.filter(path => !flushed.includes(path))).toEqual([])
    expect(written.map(path => join(path, '..')).filter(path => !flushed.includes(path))).toEqual([])
  })

  test('its passages and its original were flushed before its row, which makes them count', async () => {
    await put('Ett\nTvå')
    const row = first(/^documents\.lance\/_versions\//)
    for (const counted of [/^passages-[^/]*\/data\//, /^passages-[^/]*\/_versions\//, /^originals\.lance\/data\//])
      expect(first(counted)).toSatisfy((at: number) => at >= 0 && at < row)
  })

  test('its row was flushed before the passages of the earlier edition were taken away', async () => {
    await put('Ett\nTvå')
    const before = new Set(await filesNow())
    flushed = []
    await put('Tre\nFyra')
    const versions = flushed.filter(path => /^passages-[^/]*\/_versions\//.test(path) && !before.has(path))
    const [written, tidied] = [...new Set(versions)]
    const row = flushed.findIndex(path => /^documents\.lance\/_versions\//.test(path) && !before.has(path))
    expect(flushed.indexOf(written ?? '')).toBeLessThan(row)
    expect(flushed.indexOf(tidied ?? '')).toBeGreaterThan(row)
  })
})
