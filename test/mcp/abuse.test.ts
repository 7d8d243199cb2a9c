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
  await fc.assert(
    fc.asyncProperty(hostileBody, async body => {
      const { status, text } = await send(body)
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
