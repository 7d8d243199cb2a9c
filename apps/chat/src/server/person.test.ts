import { afterAll, beforeAll, expect, test } from 'vitest'
import { answerFor, smallContext } from '../../test/small-context.ts'
import { createChatServer } from './create-server.ts'
import { startChat } from './start-chat.ts'

const token = 'en-hemlighet-som-ar-lang'
const ask = (_: unknown, asked: { readonly question: string }) => answerFor(asked)
let server: Awaited<ReturnType<typeof createChatServer>>
beforeAll(async () => {
  server = await createChatServer({ context: smallContext, ask, token, userHeader: 'X-Forwarded-User' })
})
afterAll(() => server.close())

test.each([
  { name: 'nobody', headers: {}, status: 401 },
  { name: 'the token', headers: { authorization: `Bearer ${token}` }, status: 200 },
  { name: 'a wrong token', headers: { authorization: 'Bearer fel' }, status: 401 },
  { name: 'the token as a cookie', headers: { cookie: `finsam-session=${token}` }, status: 401 },
  { name: 'a name from the proxy', headers: { 'x-forwarded-user': 'anna@example.se' }, status: 200 },
  { name: 'an empty name from the proxy', headers: { 'x-forwarded-user': ' ' }, status: 401 },
])('$name reads the documents: $status', async ({ headers, status }) => {
  expect((await server.inject({ url: '/api/documents', headers })).statusCode).toBe(status)
})

test('the token typed once becomes a cookie that scripts cannot read', async () => {
  const refused = await server.inject({ method: 'POST', url: '/api/session', payload: { token: 'gissning' } })
  const reply = await server.inject({ method: 'POST', url: '/api/session', payload: { token } })
  const cookie = String(reply.headers['set-cookie'])
  expect([refused.statusCode, reply.statusCode]).toEqual([401, 200])
  expect(cookie).toMatch(/HttpOnly; SameSite=Strict/)
  expect(cookie).not.toContain(token)
  const [pair = ''] = cookie.split(';')
  expect((await server.inject({ url: '/api/documents', headers: { cookie: pair } })).statusCode).toBe(200)
})

test.each([
  { name: 'an address that others reach, unguarded', options: { host: '0.0.0.0' }, code: 'unguarded-address' },
  { name: 'a name of this machine, unguarded', options: { host: '192.0.2.1' }, code: 'unguarded-address' },
  { name: 'a short token', options: { host: '0.0.0.0', token: 'kort' }, code: 'weak-token' },
  { name: 'an address that is not ours', options: { host: '192.0.2.1', token }, code: 'address-not-available' },
])('does not start: $name', async ({ options, code }) => {
  const started = await startChat({ context: smallContext, ask, port: 0, ...options })
  expect(started).toMatchObject({ ok: false, failure: { code } })
})

test('starts on loopback, says where, refuses a taken port and stops', async () => {
  const first = await startChat({ context: smallContext, ask, port: 0 })
  if (!first.ok) throw new Error(first.failure.message)
  const { address, stop } = first.value
  expect(address).toMatch(/^http:\/\/127\.0\.0\.1:\d+$/)
  expect((await fetch(`${address}/health`)).status).toBe(200)
  const second = await startChat({ context: smallContext, ask, port: Number(new URL(address).port) })
  expect(second).toMatchObject({ ok: false, failure: { code: 'address-in-use' } })
  await stop()
  await expect(fetch(`${address}/health`)).rejects.toThrow()
})

test('a stop waits for the answer that is on its way', async () => {
  const { promise: mayAnswer, resolve: letAnswer } = Promise.withResolvers<void>()
  const { promise: asked, resolve: wasAsked } = Promise.withResolvers<void>()
  const slow = async (_: unknown, question: { readonly question: string }) => {
    wasAsked()
    await mayAnswer
    return answerFor(question)
  }
  const started = await startChat({ context: smallContext, ask: slow, port: 0 })
  if (!started.ok) throw new Error(started.failure.message)
  const { address, stop } = started.value
  const headers = { 'content-type': 'application/json' }
  const reply = fetch(`${address}/api/ask`, { method: 'POST', headers, body: JSON.stringify({ question: 'Andel?' }) })
  await asked
  const stopped = stop()
  letAnswer()
  expect((await reply).status).toBe(200)
  await stopped
})
