import { failure, success } from '@finsam/domain'
import fc from 'fast-check'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { memoryRecords } from '../../test/memory-records.ts'
import { memoryWaiting } from '../../test/memory-waiting.ts'
import { answerFor, planReading, smallContext } from '../../test/small-context.ts'
import { createChatServer } from './create-server.ts'

const methods = ['GET', 'POST', 'PUT', 'DELETE', 'PATCH', 'OPTIONS', 'HEAD'] as const
const paths = [
  '/',
  '/api/ask',
  '/api/export',
  '/api/documents',
  '/api/documents/',
  '/api/source?document=',
  '/api/source?line=',
  '/api/suggestions?language=',
  '/api/drafts?name=',
  '/api/drafts/export?format=csv&name=',
  '/api/uploads',
  '/api/uploads?name=',
  '/api/uploads/',
  '/api/corrections',
  '/api/answers',
  '/api/answers/',
  '/api/review?document=',
  '/api/session',
  '/mcp',
  '/inlasning/',
  '/assets/',
  '/underlag/',
  '/openapi.json',
  '/',
]

const hostileText = fc.oneof(
  fc.string({ maxLength: 200 }),
  fc.string({ unit: 'binary', maxLength: 200 }),
  fc.constantFrom(
    '../../etc/passwd',
    '%2e%2e%2f',
    '\0',
    '__proto__',
    '<script>alert(1)</script>',
    "' OR 1=1 --",
    '{{f1}}',
    'x'.repeat(9_000),
    '😀'.repeat(500),
  ),
)
const hostileBody = fc.oneof(
  fc.json().map(text => text),
  hostileText,
  fc
    .record({
      document: hostileText,
      statement: hostileText,
      line: hostileText,
      column: hostileText,
      printed: hostileText,
      amount: fc.double(),
    })
    .map(body => JSON.stringify(body)),
  fc
    .record({ question: hostileText, language: fc.constantFrom('sv', 'en', 'xx', ''), previous: fc.anything() }, { requiredKeys: [] })
    .map(body => JSON.stringify(body) ?? ''),
)
const hostileRequest = fc.record({
  method: fc.constantFrom(...methods),
  path: fc.constantFrom(...paths),
  tail: hostileText,
  body: hostileBody,
  type: fc.constantFrom(
    'application/json',
    'text/plain',
    'application/octet-stream',
    'multipart/form-data',
    'application/x-www-form-urlencoded',
  ),
  accept: fc.constantFrom('*/*', 'text/event-stream', 'application/json'),
})

let server: Awaited<ReturnType<typeof createChatServer>>
const faults: string[] = []
beforeAll(async () => {
  server = await createChatServer({
    context: smallContext,
    ask: (_, asked) => answerFor(asked),
    records: memoryRecords(smallContext).records,
    waiting: memoryWaiting(),
    publish: async () => success({ id: 'testbygden-2024' }),
    readDraft: ({ bytes }) =>
      bytes.length % 2 === 0 ? success({ reading: planReading, lines: [] }) : failure('file-type-unsupported', 'That file is no text.'),
    limits: { perMinute: 1_000_000, questionsPerMinute: 1_000_000 },
    log: line => faults.push(line),
  })
})
afterAll(() => server.close())

const runs = process.env.FINSAM_LONG ? 10_000 : 1_000

test(`${runs} hostile requests are refused or answered, none is a fault of ours, none tells a path`, { timeout: 600_000 }, async () => {
  await fc.assert(
    fc.asyncProperty(hostileRequest, async ({ method, path, tail, body, type, accept }) => {
      const withBody = method !== 'GET' && method !== 'HEAD'
      const reply = await server.inject({
        method,
        url: path + encodeURIComponent(tail.toWellFormed()),
        headers: { accept, ...(withBody ? { 'content-type': type } : {}) },
        ...(withBody ? { payload: body } : {}),
      })
      expect(reply.statusCode).not.toBe(500)
      if (reply.statusCode >= 400) expect(reply.body).not.toMatch(/node_modules|\/work\/|\.ts:\d|at \w+ \(/)
    }),
    { numRuns: runs, seed: 20_261_121 },
  )
  expect(faults).toEqual([])
})
