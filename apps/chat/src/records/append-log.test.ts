import { spawn } from 'node:child_process'
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

const writerScript = `
import { lineWriter } from ${JSON.stringify(new URL('./line-writer.ts', import.meta.url).href)}
const writer = lineWriter(process.argv[1])
for (let n = 0; ; n++) void writer.write(JSON.stringify({ n })).then(() => process.stdout.write(n + '\\n')), n % 20 === 19 && (await new Promise(setImmediate))
`

/** Runs a writer until it has acknowledged some lines, kills it, and gives the numbers that it acknowledged. */
async function acknowledgedBeforeKill(file: string): Promise<readonly number[]> {
  const writer = spawn(process.execPath, ['--input-type=module', '-e', writerScript, file], { stdio: ['ignore', 'pipe', 'ignore'] })
  let told = ''
  for await (const part of writer.stdout) {
    told += part
    if (told.length > 2_000) writer.kill('SIGKILL')
  }
  return told.split('\n').slice(0, -1).map(Number)
}

test('what a killed process had acknowledged is there', async () => {
  const file = join(folder, 'killed.jsonl')
  const acknowledged = await acknowledgedBeforeKill(file)
  const kept = new Set((await openLog(file, schema)).entries().map(({ n }) => n))
  expect(acknowledged.length).toBeGreaterThan(100)
  expect(acknowledged.filter(n => !kept.has(n))).toEqual([])
})
