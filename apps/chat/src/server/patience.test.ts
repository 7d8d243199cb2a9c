import { setTimeout as pause } from 'node:timers/promises'
import { failure } from '@finsam/domain'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { answerFor, smallContext } from '../../test/small-context.ts'
import { createChatServer } from './create-server.ts'

/** How long the line may be silent where nothing long is expected. */
const impatientMs = 1_500
const longMs = 2_500

let base: string
let server: Awaited<ReturnType<typeof createChatServer>>
beforeAll(async () => {
  server = await createChatServer({
    context: async () => {
      await pause(longMs)
      return smallContext
    },
    ask: (_, asked) => answerFor(asked),
    readDraft: async () => {
      await pause(longMs)
      return failure('file-empty', 'The file is empty.')
    },
  })
  server.server.setTimeout(impatientMs)
  base = await server.listen({ host: '127.0.0.1', port: 0 })
})
afterAll(() => server.close())

test('a long reading is waited for', async () => {
  const reply = await fetch(`${base}/api/drafts?name=x.pdf`, {
    method: 'POST',
    headers: { 'content-type': 'application/octet-stream' },
    body: 'x',
  })
  expect(reply.status).toBe(422)
})

test('a slow answer is waited for', async () => {
  const headers = { 'content-type': 'application/json' }
  expect((await fetch(`${base}/api/ask`, { method: 'POST', headers, body: '{"question":"Andel?"}' })).status).toBe(200)
})

test('anything else that stays silent is given up', async () => {
  await expect(fetch(`${base}/api/documents`)).rejects.toThrow()
})
