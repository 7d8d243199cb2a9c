import { afterEach, expect, test } from 'vitest'
import { shareAnswer, smallContext } from '../../test/small-context.ts'
import { createChatServer } from '../server/create-server.ts'
import type { AskFunction, Talk } from '../server/options.ts'

let server: Awaited<ReturnType<typeof createChatServer>>
afterEach(() => server.close())

async function listening(ask: AskFunction): Promise<string> {
  server = await createChatServer({ context: smallContext, ask })
  return server.listen({ host: '127.0.0.1', port: 0 })
}
const asking = (base: string, body: object, signal?: AbortSignal) =>
  fetch(`${base}/api/ask`, {
    method: 'POST',
    headers: { 'content-type': 'application/json', accept: 'text/event-stream' },
    body: JSON.stringify(body),
    ...(signal ? { signal } : {}),
  })

test('each sentence is sent as it is ready, the whole answer last', async () => {
  const { promise: mayGoOn, resolve: goOn } = Promise.withResolvers<void>()
  const base = await listening(async (_, { question }, talk) => {
    talk?.sentence('Först detta. ')
    await mayGoOn
    talk?.sentence('Sedan detta.')
    return shareAnswer(question)
  })
  const reader = (await asking(base, { question: 'Andel?' })).body?.pipeThrough(new TextDecoderStream()).getReader()
  let heard = ''
  while (!heard.includes('Först detta. ')) heard += (await reader?.read())?.value ?? ''
  expect(heard).not.toContain('Sedan')
  goOn()
  for (let part = await reader?.read(); part && !part.done; part = await reader?.read()) heard += part.value
  expect([...heard.matchAll(/^event: (\w+)/gm)].map(([, event]) => event)).toEqual(['working', 'sentence', 'sentence', 'answer'])
})

test.each(['text/event-stream', 'application/json'])('who leaves while it is being worked on ends the work: %s', async accept => {
  const { promise: asked, resolve: wasAsked } = Promise.withResolvers<void>()
  const { promise: ended, resolve: end } = Promise.withResolvers<void>()
  const base = await listening(async (_, { question }, talk) => {
    wasAsked()
    await new Promise(resolve => talk?.signal.addEventListener('abort', resolve))
    end()
    return shareAnswer(question)
  })
  const leaving = new AbortController()
  const reply = fetch(`${base}/api/ask`, {
    method: 'POST',
    headers: { 'content-type': 'application/json', accept },
    body: JSON.stringify({ question: 'Andel?' }),
    signal: leaving.signal,
  }).then(response => response.text())
  const gone = expect(reply).rejects.toThrow()
  await asked
  leaving.abort()
  await Promise.all([ended, gone])
})

test('the talk so far reaches whoever answers, and a question without it has none', async () => {
  const talks: (Talk['earlier'] | undefined)[] = []
  const base = await listening((_, { question }, talk) => {
    talks.push(talk?.earlier)
    return shareAnswer(question)
  })
  const conversation = [{ question: 'Först?', answer: 'Det är 3 tkr.' }]
  await (await asking(base, { question: 'Och sedan?', conversation })).text()
  await (await asking(base, { question: 'Nu?' })).text()
  expect(talks).toEqual([conversation, []])
})
