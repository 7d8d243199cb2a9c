import * as fc from 'fast-check'
import { expect, test } from 'vitest'
import { groupedWriter } from './grouped-writer.ts'

const later = () => new Promise<void>(done => setImmediate(done))

test('what comes while a commit runs goes into the next one, and nobody hears before their own commit is done', async () => {
  const groups: (readonly number[])[] = []
  const done: number[] = []
  const writer = groupedWriter<number>(async rows => {
    await later()
    groups.push(rows)
  }, 0)
  const told = async (row: number) => {
    await writer.write(row)
    done.push(row)
    expect(groups.flat()).toContain(row)
  }
  await Promise.all(Array.from({ length: 100 }, (_, row) => told(row)))
  expect(groups.flat()).toEqual(done)
  expect(groups.length).toBeLessThanOrEqual(2)
})

test('a commit that fails is told to its own group and to no other', async () => {
  let commits = 0
  const writer = groupedWriter<string>(async () => {
    commits += 1
    if (commits === 1) throw new Error('full')
  }, 0)
  const first = writer.write('a')
  await expect(first).rejects.toThrow('full')
  await expect(writer.write('b')).resolves.toBeUndefined()
})

test('whenever rows come, each is committed once and in order', async () => {
  await fc.assert(
    fc.asyncProperty(fc.array(fc.boolean(), { maxLength: 30 }), async pauses => {
      const committed: number[] = []
      const writer = groupedWriter<number>(async rows => {
        await later()
        committed.push(...rows)
      }, 0)
      const writes: Promise<void>[] = []
      for (const [row, pausing] of pauses.entries()) {
        writes.push(writer.write(row))
        if (pausing) await later()
      }
      await Promise.all(writes)
      expect(committed).toEqual(pauses.map((_, row) => row))
    }),
    { seed: 3, numRuns: 40 },
  )
})
