import { appendFile, mkdtemp, readFile, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterEach, beforeEach, expect, test } from 'vitest'
import * as z from 'zod'
import { openLog } from './append-log.ts'

const schema = z.object({ n: z.number() })
let folder: string
let path: string
beforeEach(async () => {
  folder = await mkdtemp(join(tmpdir(), 'finsam-log-'))
  path = join(folder, 'deeper', 'log.jsonl')
})
afterEach(() => rm(folder, { recursive: true, force: true }))

test('entries written at once are all kept, in order, and found again', async () => {
  const log = await openLog(path, schema)
  await Promise.all(Array.from({ length: 200 }, (_, n) => log.append({ n })))
  expect(log.entries().map(({ n }) => n)).toEqual(Array.from({ length: 200 }, (_, n) => n))
  expect((await openLog(path, schema)).entries()).toEqual(log.entries())
})

test('a line torn by a killed process takes no other with it', async () => {
  const log = await openLog(path, schema)
  await log.append({ n: 1 })
  await appendFile(path, '{"n": 2')
  const again = await openLog(path, schema)
  await again.append({ n: 3 })
  expect((await openLog(path, schema)).entries()).toEqual([{ n: 1 }, { n: 3 }])
})

test('a line that is no entry is passed over and stays', async () => {
  await (await openLog(path, schema)).append({ n: 1 })
  await appendFile(path, '{"other": true}\nnonsense\n')
  expect((await openLog(path, schema)).entries()).toEqual([{ n: 1 }])
  expect(await readFile(path, 'utf8')).toContain('nonsense')
})

test('a failed write is told, and the next one works', async () => {
  const log = await openLog(join(folder, 'file', 'log.jsonl'), schema)
  await appendFile(join(folder, 'file'), 'in the way')
  await expect(log.append({ n: 1 })).rejects.toThrow()
  await rm(join(folder, 'file'))
  await log.append({ n: 2 })
  expect(log.entries()).toEqual([{ n: 2 }])
})
