import { expect, test } from 'vitest'
import { answerFor, smallContext } from '../../test/small-context.ts'
import { startChat } from './start-chat.ts'

const token = 'en-hemlighet-som-ar-lang'
const greeting = {
  jsonrpc: '2.0',
  id: 1,
  method: 'initialize',
  params: { protocolVersion: '2025-06-18', capabilities: {}, clientInfo: { name: 'test', version: '1' } },
}

async function greet(options: object, headers: Record<string, string>): Promise<{ readonly status: number; readonly text: string }> {
  const started = await startChat({ context: smallContext, ask: (_, asked) => answerFor(asked), port: 0, ...options })
  if (!started.ok) throw new Error(started.failure.message)
  const reply = await fetch(`${started.value.address}/mcp`, {
    method: 'POST',
    headers: { 'content-type': 'application/json', accept: 'application/json, text/event-stream', ...headers },
    body: JSON.stringify(greeting),
  })
  const result = { status: reply.status, text: await reply.text() }
  await started.value.stop()
  return result
}

test('an assistant on this machine is greeted by the tools', async () => {
  const { status, text } = await greet({}, {})
  expect(status).toBe(200)
  expect(text).toContain('"serverInfo"')
})

test.each([
  { name: 'no token', options: { token }, headers: {}, status: 401 },
  { name: 'a wrong token', options: { token }, headers: { authorization: 'Bearer fel' }, status: 401 },
  { name: 'the token', options: { token }, headers: { authorization: `Bearer ${token}` }, status: 200 },
  { name: 'a name from the proxy alone', options: { userHeader: 'x-user' }, headers: { 'x-user': 'anna' }, status: 404 },
  { name: 'a page of another site', options: {}, headers: { origin: 'http://ont.example' }, status: 403 },
])('$name: $status', async ({ options, headers, status }) => {
  expect((await greet(options, headers)).status).toBe(status)
})
