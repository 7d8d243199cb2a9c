import { once } from 'node:events'
import { createInterface } from 'node:readline'
import { Client, StreamableHTTPClientTransport } from '@modelcontextprotocol/client'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { documentFile, documentIds } from '../data/shipped-data.ts'
import { finsam, startFinsam, temporaryFolder } from './finsam.ts'

const folder = temporaryFolder()
const [id = ''] = documentIds
beforeAll(() => {
  expect(finsam(folder.path, 'ingest', documentFile(id).pathname).code).toBe(0)
}, 60_000)
afterAll(folder.remove)

describe('finsam mcp', () => {
  test('over standard streams: greets, lists, tells what the store holds, and ends with its client', { timeout: 60_000 }, async () => {
    const child = startFinsam(folder.path, 'mcp')
    if (!child.stdout || !child.stdin) throw new Error('no streams')
    const lines = createInterface({ input: child.stdout })[Symbol.asyncIterator]()
    const ask = async (id: number, method: string, params: object) => {
      child.stdin?.write(`${JSON.stringify({ jsonrpc: '2.0', id, method, params })}\n`)
      return JSON.parse(String((await lines.next()).value))
    }
    const greeting = await ask(1, 'initialize', {
      protocolVersion: '2025-11-25',
      capabilities: {},
      clientInfo: { name: 't', version: '1' },
    })
    expect(greeting).toMatchObject({ result: { serverInfo: { name: 'finsam' } } })
    const listed = await ask(2, 'tools/call', { name: 'list_associations', arguments: {} })
    expect(listed).toMatchObject({ result: { structuredContent: { associations: [{ documents: [{ id }] }] } } })
    child.stdin.end()
    expect((await once(child, 'close'))[0]).toBe(0)
  })

  test('over HTTP: serves at the address that it prints', { timeout: 60_000 }, async () => {
    const child = startFinsam(folder.path, 'mcp', '--http', '--port', '0')
    if (!child.stdout) throw new Error('no output')
    const [line] = await once(createInterface({ input: child.stdout }), 'line')
    const url = /http:\/\/127\.0\.0\.1:\d+\/mcp/.exec(String(line))?.[0] ?? ''
    const client = new Client({ name: 't', version: '1' })
    await client.connect(new StreamableHTTPClientTransport(new URL(url)))
    expect((await client.callTool({ name: 'list_associations', arguments: {} })).structuredContent).toMatchObject({ total: 1 })
    await client.close()
    child.kill('SIGTERM')
    expect((await once(child, 'close'))[0]).toBe(0)
  })

  test('refuses to be open to others without authorization, in one line', { timeout: 60_000 }, () => {
    const { code, err } = finsam(folder.path, 'mcp', '--http', '--host', '0.0.0.0', '--port', '0')
    expect([code, err]).toEqual([1, expect.stringMatching(/^finsam: Refusing to listen on 0\.0\.0\.0 without authorization.*\n$/)])
  })
})
