import { type ChildProcess, spawn } from 'node:child_process'
import { join } from 'node:path'
import { openStore, type Store } from '@finsam/indexer'
import { afterAll, beforeAll, describe, expect, test, vi } from 'vitest'
import { type Cluster, mayStartCeph, startCluster } from './cluster.ts'

// A cluster of real daemons starts, is killed and starts again.
vi.setConfig({ testTimeout: 600_000, hookTimeout: 300_000 })

const wanted = process.env.FINSAM_LONG !== undefined && mayStartCeph()

interface Told {
  readonly acknowledged: string[]
  readonly tookMs: number[]
  err: string
}

describe.skipIf(!wanted)('a store on Ceph (FINSAM_LONG, root and the packages of Ceph)', () => {
  let cluster: Cluster
  let bucket: string
  beforeAll(async () => {
    cluster = await startCluster()
    bucket = await cluster.makeBucket('finsam')
  })
  afterAll(() => cluster?.remove())

  const write = (location: string, name: string, count: number): { child: ChildProcess; told: Told; ended: Promise<number | null> } => {
    const told: Told = { acknowledged: [], tookMs: [], err: '' }
    const args = ['--conditions=finsam-source', join(import.meta.dirname, 'writer.ts'), location, JSON.stringify(cluster.storageOptions)]
    const child = spawn(process.execPath, [...args, name, String(count)], { stdio: ['ignore', 'pipe', 'pipe'] })
    let rest = ''
    child.stdout.on('data', data => {
      const lines = `${rest}${data}`.split('\n')
      rest = lines.pop() ?? ''
      for (const line of lines) {
        const [id = '', took] = line.split(' ')
        told.acknowledged.push(id)
        told.tookMs.push(Number(took))
      }
    })
    child.stderr.on('data', data => {
      told.err += data
    })
    return { child, told, ended: new Promise(done => child.once('close', done)) }
  }
  const opened = async (location: string): Promise<Store> => {
    const store = await openStore(location, { registry: { associations: [] }, storageOptions: cluster.storageOptions })
    if (!store.ok) throw new Error(store.failure.message)
    return store.value
  }
  /** Everything that was acknowledged is there, once, whole, and found. */
  const holds = async (location: string, acknowledged: readonly string[]): Promise<Store> => {
    const store = await opened(location)
    const ids = (await store.documents()).map(({ id }) => id)
    expect(new Set(ids).size).toBe(ids.length)
    expect(ids).toEqual(expect.arrayContaining([...acknowledged]))
    const faults = (await store.verify()).faults.filter(({ kind }) => kind !== 'passages-left-over')
    expect(faults).toEqual([])
    expect(await store.records.asked.last(10_000)).toEqual(expect.arrayContaining([...acknowledged]))
    const [first] = acknowledged
    if (first) expect(await store.search(`Verksamhetsplan ${first}`, { limit: 1, document: first })).toHaveLength(1)
    return store
  }

  test('four writers lose nothing and leave no document twice', async () => {
    const location = `${bucket}/four`
    const writers = ['a', 'b', 'c', 'd'].map(name => write(location, name, 6))
    expect(await Promise.all(writers.map(({ ended }) => ended)), writers.map(({ told }) => told.err).join('')).toEqual([0, 0, 0, 0])
    const acknowledged = writers.flatMap(({ told }) => told.acknowledged)
    expect(acknowledged).toHaveLength(24)
    const store = await holds(location, acknowledged)
    expect(await store.documents()).toHaveLength(24)
    store.close()
  })

  test('four writers of the same documents leave one of each', async () => {
    const location = `${bucket}/same`
    const writers = Array.from({ length: 4 }, () => write(location, 'same', 3))
    expect(await Promise.all(writers.map(({ ended }) => ended)), writers.map(({ told }) => told.err).join('')).toEqual([0, 0, 0, 0])
    const store = await holds(location, ['plan-same-0', 'plan-same-1', 'plan-same-2'])
    expect(await store.verify()).toMatchObject({ documents: 3, faults: [] })
    store.close()
  })

  test('an object daemon killed under load loses nothing, and writing goes on', async () => {
    const location = `${bucket}/osd`
    const writer = write(location, 'osd', 25)
    await expect.poll(() => writer.told.acknowledged.length, { timeout: 120_000, interval: 50 }).toBeGreaterThan(4)
    const before = writer.told.tookMs.slice()
    await cluster.killOsd(2)
    expect(await writer.ended, writer.told.err).toBe(0)
    expect(writer.told.acknowledged).toHaveLength(25)
    const usual = Math.max(...before.slice(1))
    console.log(
      `one object daemon killed: a document took ${usual} ms at most before, ${Math.max(...writer.told.tookMs.slice(before.length))} ms at most after`,
    )
    const store = await holds(location, writer.told.acknowledged)
    store.close()
    await cluster.start()
  })

  test('all daemons killed under load and started again lose nothing that was acknowledged', async () => {
    const location = `${bucket}/all`
    const writer = write(location, 'all', 1_000)
    await expect.poll(() => writer.told.acknowledged.length, { timeout: 120_000, interval: 50 }).toBeGreaterThan(4)
    await cluster.killAll()
    writer.child.kill('SIGKILL')
    await writer.ended
    const acknowledged = writer.told.acknowledged.slice()
    await cluster.start()
    const store = await holds(location, acknowledged)
    expect((await store.repair()).ok).toBe(true)
    expect((await store.verify()).faults).toEqual([])
    expect(await store.ingest({ bytes: new TextEncoder().encode('Verksamhetsplan efteråt\n'), fileName: 'efter.txt' })).toMatchObject({
      ok: true,
    })
    store.close()
    console.log(`all daemons killed: ${acknowledged.length} documents had been acknowledged, all are there`)
  })
})
