import { setFlagsFromString } from 'node:v8'
import { runInNewContext } from 'node:vm'
import fc from 'fast-check'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { hostileBody } from './support/hostile-requests.ts'
import { type RunningServer, startHttp } from './support/http-server.ts'

/** `FINSAM_LONG=1` sends ten thousand. */
const runs = process.env.FINSAM_LONG ? 10_000 : 400

const reported: unknown[] = []
let server: RunningServer
beforeAll(async () => {
  server = await startHttp({
    report: error => {
      reported.push(error)
      return 'Something went wrong inside finsam (error 0).'
    },
  })
})
afterAll(() => server.close())

const leaks = /\/work\/|\/home\/|\/root\/|\/tmp\/|node_modules|\.ts:\d|at [A-Z]\w+\.\w+ \(|ENOENT/

/** What is alive after everything else is cleared away, in MB. */
function liveMb(): number {
  setFlagsFromString('--expose_gc')
  runInNewContext('gc')()
  return process.memoryUsage().heapUsed / 1_000_000
}

async function send(body: string): Promise<{ readonly status: number; readonly text: string }> {
  const reply = await fetch(server.url, {
    method: 'POST',
    body,
    headers: { 'content-type': 'application/json', accept: 'application/json, text/event-stream' },
  })
  return { status: reply.status, text: await reply.text() }
}

test(`${runs} hostile requests end in protocol errors or refusals, leak nothing and find no fault of ours`, {
  timeout: 600_000,
}, async () => {
  const statuses = new Map<number, number>()
  let sent = 0
  let early = 0
  await fc.assert(
    fc.asyncProperty(hostileBody, async body => {
      const { status, text } = await send(body)
      sent += 1
      if (sent === Math.floor(runs / 4)) early = liveMb()
      statuses.set(status, (statuses.get(status) ?? 0) + 1)
      expect(status).toBeLessThan(500)
      expect(text).not.toMatch(leaks)
      expect(reported).toEqual([])
    }),
    { numRuns: runs, seed: 20_261_121 },
  )
  console.log(
    `answers to ${runs} hostile requests: ${[...statuses]
      .sort()
      .map(([status, count]) => `${status} × ${count}`)
      .join(', ')}`,
  )
  const late = liveMb()
  console.log(`alive after a quarter of them: ${early.toFixed(0)} MB, after all: ${late.toFixed(0)} MB`)
  expect(late - early).toBeLessThan(30)
  const still = await send(
    JSON.stringify({
      jsonrpc: '2.0',
      id: 1,
      method: 'tools/call',
      params: { name: 'get_figures', arguments: { association: 'Norrådalen', line: 'Individinsatser' } },
    }),
  )
  expect(still.text).toContain('1320000')
})
