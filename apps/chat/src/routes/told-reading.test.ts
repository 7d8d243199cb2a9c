import { failure, success } from '@finsam/domain'
import { afterEach, expect, test } from 'vitest'
import { planLines, planReading, smallContext } from '../../test/small-context.ts'
import { createChatServer } from '../server/create-server.ts'
import type { ReadDraft } from '../server/options.ts'

let server: Awaited<ReturnType<typeof createChatServer>>
afterEach(() => server.close())

/** A reading of so many pages. */
const reader =
  (pages: number): ReadDraft =>
  async ({ fileName }, tell) => {
    for (let page = 1; page <= pages; page += 1) tell?.({ page, of: pages })
    if (fileName.startsWith('trasig')) return failure('damaged', 'The PDF is damaged and cannot be read.')
    if (fileName.startsWith('krasch')) throw new Error('secret at /srv/finsam')
    return success({ reading: planReading, lines: planLines })
  }

async function events(readDraft: ReadDraft, name: string, accept = 'text/event-stream') {
  server = await createChatServer({ context: smallContext, readDraft, log: () => {} })
  const reply = await server.inject({
    method: 'POST',
    url: `/api/drafts?name=${name}`,
    payload: Buffer.from('x'),
    headers: { 'content-type': 'application/octet-stream', accept, 'accept-language': 'sv' },
  })
  if (!accept.includes('event')) return [{ event: String(reply.statusCode), data: reply.json() }]
  return reply.body
    .trim()
    .split('\n\n')
    .map(block => /^event: (\w+)\ndata: (.*)$/.exec(block))
    .map(found => ({ event: found?.[1], data: JSON.parse(found?.[2] ?? '{}') }))
}

test('a reading tells its pages, and then what it came to', async () => {
  const told = await events(reader(3), 'plan.pdf')
  expect(told.map(({ event, data }) => data.text ?? event)).toEqual(['Läser sida 1 av 3 …', 'Läser sida 2 av 3 …', 'done'])
  expect(told.at(-1)?.data).toMatchObject({ page: { facts: [] } })
})

test('a long one tells no more than twenty times', async () => {
  const told = await events(reader(333), 'plan.pdf')
  expect(told.filter(({ event }) => event === 'reading').length).toBeLessThanOrEqual(20)
  expect(told[0]?.data).toMatchObject({ page: 17, of: 333 })
})

test.each([
  { name: 'trasig.pdf', code: 'damaged' },
  { name: 'krasch.pdf', code: 'internal' },
])('what goes wrong on the way is told as an event: $code', async ({ name, code }) => {
  const last = (await events(reader(1), name)).at(-1)
  expect([last?.event, last?.data.code]).toEqual(['refused', code])
  expect(JSON.stringify(last)).not.toContain('/srv')
})

test('who takes no event stream gets the report alone', async () => {
  const [only] = await events(reader(3), 'plan.pdf', 'application/json')
  expect(only).toMatchObject({ event: '200', data: { page: { facts: [] } } })
})
