import { createHash } from 'node:crypto'
import { expect, test } from 'vitest'
import { memoryRecords } from '../../test/memory-records.ts'
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

test('what an assistant asks is logged before it is told, and so is what it is refused', async () => {
  const { asked, records } = memoryRecords(smallContext)
  const started = await startChat({ context: smallContext, port: 0, records })
  if (!started.ok) throw new Error(started.failure.message)
  const call = async (association: string) => {
    const params = { name: 'get_figures', arguments: { association, line: 'Samordningsteam', scenario: 'budget', period: '2023' } }
    const reply = await fetch(`${started.value.address}/mcp`, {
      method: 'POST',
      headers: { 'content-type': 'application/json', accept: 'application/json, text/event-stream' },
      body: JSON.stringify({ jsonrpc: '2.0', id: 2, method: 'tools/call', params }),
    })
    await reply.text()
    return JSON.parse(asked.at(-1) ?? '{}')
  }
  const given = await call('Testbygden')
  expect(given).toMatchObject({ who: 'mcp', status: 'answered', figures: [{ value: 2_900_000, unit: 'kr' }] })
  expect(given.question).toMatch(/^get_figures \{"association":"Testbygden"/)
  expect(await call('Månbygden')).toMatchObject({ who: 'mcp', status: 'refused', figures: [] })
  await started.value.stop()
})

const bearers = (secret: string) => ({ kind: 'token', sha256: createHash('sha256').update(secret).digest('hex') }) as const
const issued = {
  kind: 'oauth',
  issuer: 'http://127.0.0.1:9/issuer',
  resource: 'http://127.0.0.1:9/mcp',
  jwksUri: 'http://127.0.0.1:9/keys',
} as const

test('with an authorization server of its own, the endpoint tells clients where it is', async () => {
  const started = await startChat({ context: smallContext, port: 0, token, mcpAuthorization: issued })
  if (!started.ok) throw new Error(started.failure.message)
  const metadata = await fetch(`${started.value.address}/.well-known/oauth-protected-resource/mcp`)
  expect(await metadata.json()).toMatchObject({ authorization_servers: [issued.issuer], scopes_supported: ['budget:read'] })
  const refused = await fetch(`${started.value.address}/mcp`, {
    method: 'POST',
    headers: { 'content-type': 'application/json', authorization: `Bearer ${token}` },
    body: '{}',
  })
  expect([refused.status, refused.headers.get('www-authenticate')]).toEqual([401, expect.stringContaining('resource_metadata=')])
  await started.value.stop()
})

test.each([
  {
    name: 'the endpoint’s own token behind a proxy',
    options: { userHeader: 'x-user', mcpAuthorization: bearers('egen') },
    headers: { authorization: 'Bearer egen' },
    status: 200,
  },
  {
    name: 'the page’s token where the endpoint has its own',
    options: { token, mcpAuthorization: bearers('egen') },
    headers: { authorization: `Bearer ${token}` },
    status: 401,
  },
  { name: 'no token', options: { token }, headers: {}, status: 401 },
  { name: 'a wrong token', options: { token }, headers: { authorization: 'Bearer fel' }, status: 401 },
  { name: 'the token', options: { token }, headers: { authorization: `Bearer ${token}` }, status: 200 },
  { name: 'a name from the proxy alone', options: { userHeader: 'x-user' }, headers: { 'x-user': 'anna' }, status: 404 },
  { name: 'a page of another site', options: {}, headers: { origin: 'http://ont.example' }, status: 403 },
])('$name: $status', async ({ options, headers, status }) => {
  expect((await greet(options, headers)).status).toBe(status)
})
