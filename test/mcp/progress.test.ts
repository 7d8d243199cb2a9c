import { Client, StreamableHTTPClientTransport } from '@modelcontextprotocol/client'
import { StdioClientTransport } from '@modelcontextprotocol/client/stdio'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { stdioServer } from './support/clients.ts'
import { type RunningServer, startHttp } from './support/http-server.ts'

describe.each(['auto', 'legacy'] as const)('protocol %s', mode => {
  let server: RunningServer
  beforeAll(async () => {
    server = await startHttp()
  })
  afterAll(() => server.close())

  const connect = {
    HTTP: () => new StreamableHTTPClientTransport(server.url),
    stdio: () => new StdioClientTransport(stdioServer),
  }

  test.each(['HTTP', 'stdio'] as const)('over %s a slow tool tells how far it got', { timeout: 60_000 }, async transport => {
    const client = new Client({ name: 'progress', version: '1' }, { versionNegotiation: { mode } })
    await client.connect(connect[transport]())
    const told: (readonly [number, number | undefined])[] = []
    const reply = await client.callTool(
      { name: 'compare', arguments: { line: 'Individinsatser' } },
      { onprogress: ({ progress, total }) => told.push([progress, total]) },
    )
    expect(reply.isError ?? false).toBe(false)
    expect(told).toEqual([
      [1, 2],
      [2, 2],
    ])
    await client.close()
  })

  test.each(['HTTP', 'stdio'] as const)(
    'over %s a call that is given up ends, and the server goes on',
    { timeout: 60_000 },
    async transport => {
      const client = new Client({ name: 'cancel', version: '1' }, { versionNegotiation: { mode } })
      await client.connect(connect[transport]())
      const controller = new AbortController()
      const call = client.callTool({ name: 'compare', arguments: { line: 'Individinsatser' } }, { signal: controller.signal })
      controller.abort('enough')
      await expect(call).rejects.toThrow()
      expect((await client.callTool({ name: 'list_associations', arguments: {} })).isError ?? false).toBe(false)
      await client.close()
    },
  )
})
