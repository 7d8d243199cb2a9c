import { createHash } from 'node:crypto'
import { createServer, request as httpRequest, type Server } from 'node:http'
import type { AddressInfo } from 'node:net'
import { checkListening, isLoopback, parseAuthorization, startMcpHttp } from '@finsam/mcp'
import { exportJWK, generateKeyPair, SignJWT } from 'jose'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { inventedContext } from '../../packages/assistant/src/tools/test-support/invented-context.ts'
import { type RunningServer, startHttp } from './support/http-server.ts'

const listTools = { jsonrpc: '2.0', id: 1, method: 'tools/list', params: {} }
const plainHeaders = { 'content-type': 'application/json', accept: 'application/json, text/event-stream' }

const post = (url: URL, body: string, headers: Record<string, string> = {}) =>
  fetch(url, { method: 'POST', body, headers: { ...plainHeaders, ...headers } })

/** `fetch` sets Host itself; this sends the one given. */
const postAs = (url: URL, headers: Record<string, string>): Promise<number | undefined> =>
  new Promise((resolve, reject) => {
    const sent = httpRequest(url, { method: 'POST', headers: { ...plainHeaders, ...headers } }, response => {
      response.resume()
      resolve(response.statusCode)
    })
    sent.on('error', reject)
    sent.end(JSON.stringify(listTools))
  })

describe('on this machine, without a token', () => {
  let server: RunningServer
  beforeAll(async () => {
    server = await startHttp()
  })
  afterAll(() => server.close())

  test('the tools are listed', async () => {
    const answer = await post(server.url, JSON.stringify(listTools))
    expect(answer.status).toBe(200)
    expect(await answer.text()).toContain('get_figures')
  })

  test.each([
    { name: 'another host name', headers: { host: 'evil.example' }, status: 403 },
    { name: 'a page of another origin', headers: { origin: 'https://evil.example' }, status: 403 },
    { name: 'a page of this machine', headers: { origin: 'http://localhost:4500' }, status: 200 },
    { name: 'text that claims to be no JSON', headers: { 'content-type': 'text/plain' }, status: 415 },
  ])('$name: $status', async ({ headers, status }) => {
    expect(await postAs(server.url, headers)).toBe(status)
  })

  test.each([
    { name: 'malformed JSON', body: '{"jsonrpc":', status: 400, code: -32_700 },
    {
      name: 'a body over the limit',
      body: JSON.stringify({ ...listTools, params: { pad: 'x'.repeat(300_000) } }),
      status: 413,
      code: -32_000,
    },
  ])('$name is answered as the protocol says', async ({ body, status, code }) => {
    const answer = await post(server.url, body)
    expect(answer.status).toBe(status)
    expect(await answer.json()).toMatchObject({ jsonrpc: '2.0', error: { code } })
  })

  test.each(['GET', 'DELETE'])('%s: there are no sessions', async method => {
    expect((await fetch(server.url, { method, headers: { accept: 'text/event-stream' } })).status).toBe(405)
  })

  test('routes beside it keep their own parser and need no such headers', async () => {
    const answer = await fetch(new URL('/echo', server.url), {
      method: 'POST',
      body: '{"a":1}',
      headers: { 'content-type': 'application/json', origin: 'https://evil.example' },
    })
    expect(await answer.json()).toEqual({ a: 1 })
  })
})

describe('a shared token', () => {
  const token = 'ett långt och hemligt ord'
  let server: RunningServer
  beforeAll(async () => {
    server = await startHttp({ authorization: { kind: 'token', sha256: createHash('sha256').update('hemligt-ord-1').digest('hex') } })
  })
  afterAll(() => server.close())

  test.each([
    { name: 'none', headers: {}, status: 401 },
    { name: 'another', headers: { authorization: 'Bearer fel' }, status: 401 },
    { name: 'another scheme', headers: { authorization: 'Basic hemligt-ord-1' }, status: 401 },
    { name: 'the right one', headers: { authorization: 'Bearer hemligt-ord-1' }, status: 200 },
  ])('$name: $status', async ({ headers, status }) => {
    const answer = await post(server.url, JSON.stringify(listTools), headers)
    expect(answer.status).toBe(status)
    if (status === 401) expect(answer.headers.get('www-authenticate')).toMatch(/^Bearer /)
    expect(await answer.text()).not.toContain(token)
  })
})

describe('tokens of an authorization server', () => {
  const issuer = 'http://127.0.0.1:1/issuer'
  const resource = 'https://finsam.example/mcp'
  let keys: Awaited<ReturnType<typeof generateKeyPair>>
  let strangers: Awaited<ReturnType<typeof generateKeyPair>>
  let keySet: Server
  let server: RunningServer
  beforeAll(async () => {
    keys = await generateKeyPair('ES256')
    strangers = await generateKeyPair('ES256')
    const jwk = { ...(await exportJWK(keys.publicKey)), kid: 'one', alg: 'ES256' }
    keySet = createServer((_request, response) =>
      response.setHeader('content-type', 'application/json').end(JSON.stringify({ keys: [jwk] })),
    )
    await new Promise<void>(resolve => keySet.listen(0, '127.0.0.1', resolve))
    const { port } = keySet.address() as AddressInfo
    server = await startHttp({ authorization: { kind: 'oauth', issuer, resource, jwksUri: `http://127.0.0.1:${port}/jwks` } })
  })
  afterAll(async () => {
    await server.close()
    await new Promise(resolve => keySet.close(resolve))
  })

  interface Claims {
    readonly scope?: string
    readonly audience?: string
    readonly issuer?: string
    readonly expires?: string | null
    readonly stranger?: boolean
  }
  const sign = (claims: Claims): Promise<string> => {
    const jwt = new SignJWT({ scope: claims.scope ?? 'budget:read', client_id: 'test' })
      .setProtectedHeader({ alg: 'ES256', kid: 'one' })
      .setIssuer(claims.issuer ?? issuer)
      .setAudience(claims.audience ?? resource)
    if (claims.expires !== null) jwt.setExpirationTime(claims.expires ?? '5m')
    return jwt.sign(claims.stranger ? strangers.privateKey : keys.privateKey)
  }

  test.each<{ name: string; claims: Claims; status: number }>([
    { name: 'a good one', claims: {}, status: 200 },
    { name: 'for another server', claims: { audience: 'https://other.example/mcp' }, status: 401 },
    { name: 'of another issuer', claims: { issuer: 'https://other.example' }, status: 401 },
    { name: 'expired', claims: { expires: '1 minute ago' }, status: 401 },
    { name: 'without end', claims: { expires: null }, status: 401 },
    { name: 'signed by a stranger', claims: { stranger: true }, status: 401 },
    { name: 'without the scope', claims: { scope: 'other' }, status: 403 },
  ])('$name: $status', async ({ claims, status }) => {
    const answer = await post(server.url, JSON.stringify(listTools), { authorization: `Bearer ${await sign(claims)}` })
    expect(answer.status).toBe(status)
    if (status !== 200)
      expect(answer.headers.get('www-authenticate')).toContain(
        'resource_metadata="https://finsam.example/.well-known/oauth-protected-resource/mcp"',
      )
  })

  test('tells clients where tokens come from', async () => {
    const answer = await fetch(new URL('/.well-known/oauth-protected-resource/mcp', server.url))
    expect(await answer.json()).toMatchObject({ resource, authorization_servers: [issuer], scopes_supported: ['budget:read'] })
  })
})

describe('who may listen where', () => {
  const token = { kind: 'token', sha256: '0'.repeat(64) } as const
  test.each([
    ['127.0.0.1', true],
    ['127.8.9.1', true],
    ['localhost', true],
    ['::1', true],
    ['0.0.0.0', false],
    ['::', false],
    ['192.168.1.4', false],
    ['127.0.0.1.evil.example', false],
  ])('%s without authorization: %s', (host, allowed) => {
    expect(isLoopback(host)).toBe(allowed)
    expect(checkListening(host, undefined).ok).toBe(allowed)
    expect(checkListening(host, token).ok).toBe(true)
  })

  test.each([
    { name: 'nothing', environment: {}, gives: { ok: true, value: undefined } },
    {
      name: 'a token’s hash',
      environment: { FINSAM_MCP_TOKEN_SHA256: 'A'.repeat(64) },
      gives: { ok: true, value: { kind: 'token', sha256: 'a'.repeat(64) } },
    },
    {
      name: 'a token instead of its hash',
      environment: { FINSAM_MCP_TOKEN_SHA256: 'hemligt' },
      gives: { ok: false, failure: { code: 'invalid-authorization' } },
    },
    {
      name: 'an issuer alone',
      environment: { FINSAM_MCP_ISSUER: 'https://login.example' },
      gives: { ok: false, failure: { code: 'invalid-authorization' } },
    },
    {
      name: 'an issuer with resource and keys',
      environment: {
        FINSAM_MCP_ISSUER: 'https://login.example',
        FINSAM_MCP_RESOURCE: 'https://a.example/mcp',
        FINSAM_MCP_JWKS: 'https://login.example/jwks',
      },
      gives: {
        ok: true,
        value: { kind: 'oauth', issuer: 'https://login.example', resource: 'https://a.example/mcp', jwksUri: 'https://login.example/jwks' },
      },
    },
    {
      name: 'both',
      environment: { FINSAM_MCP_ISSUER: 'https://login.example', FINSAM_MCP_TOKEN_SHA256: 'a'.repeat(64) },
      gives: { ok: false },
    },
  ])('settings: $name', ({ environment, gives }) => {
    expect(parseAuthorization(environment)).toMatchObject(gives)
  })
})

describe('by itself', () => {
  const context = inventedContext()
  test('refuses to be open to others without authorization', async () => {
    expect(await startMcpHttp(context, { host: '0.0.0.0', port: 0 })).toMatchObject({
      ok: false,
      failure: { code: 'open-without-authorization', message: expect.stringContaining('FINSAM_MCP_TOKEN_SHA256') },
    })
  })

  test('serves, and says so when the port is taken', async () => {
    const started = await startMcpHttp(context, { port: 0 })
    if (!started.ok) throw new Error(started.failure.message)
    try {
      const { url } = started.value
      expect((await post(new URL(url), JSON.stringify(listTools))).status).toBe(200)
      expect(await startMcpHttp(context, { port: Number(new URL(url).port) })).toMatchObject({
        ok: false,
        failure: { code: 'address-in-use' },
      })
    } finally {
      await started.value.stop()
    }
  })
})
