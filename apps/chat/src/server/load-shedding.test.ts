import { expect, test } from 'vitest'
import { answerFor, smallContext } from '../../test/small-context.ts'
import { createChatServer } from './create-server.ts'
import type { ChatOptions } from './options.ts'

/** A machine that is busy with other things may take its time. */
const patient = { timeout: 20_000 }

const generous = { perMinute: 100_000, questionsPerMinute: 100_000 }
const serve = (options: Partial<ChatOptions>) =>
  createChatServer({ context: smallContext, ask: (_, asked) => answerFor(asked), ...options })

test('one more than can be in work is told to come back, health is still answered, and then there is room again', async () => {
  const { promise: mayAnswer, resolve: letAnswer } = Promise.withResolvers<void>()
  const server = await serve({
    limits: { ...generous, atOnce: 2 },
    ask: async (_, asked) => {
      await mayAnswer
      return answerFor(asked)
    },
  })
  const ask = () => server.inject({ method: 'POST', url: '/api/ask', payload: { question: 'Andel?' } })
  const inWork = [ask(), ask()]
  await expect.poll(async () => (await server.inject('/health')).json().status, patient).toBe('busy')
  const refused = await ask()
  letAnswer()
  const answered = await Promise.all(inWork)
  expect([refused.statusCode, refused.headers['retry-after'], ...answered.map(reply => reply.statusCode)]).toEqual([503, '5', 200, 200])
  expect((await ask()).statusCode).toBe(200)
  await server.close()
})

test('every finished or refused request makes room', async () => {
  const server = await serve({ limits: { ...generous, atOnce: 1 } })
  const statuses = new Set<number>()
  for (const url of Array.from({ length: 30 }, (_, at) => ['/api/documents', '/finns-inte', '/api/source?document=x'][at % 3] ?? ''))
    statuses.add((await server.inject(url)).statusCode)
  expect([...statuses].sort()).toEqual([200, 404])
  await server.close()
})
