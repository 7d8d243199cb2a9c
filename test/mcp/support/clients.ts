import { fileURLToPath } from 'node:url'
import { Client, StreamableHTTPClientTransport } from '@modelcontextprotocol/client'
import { StdioClientTransport } from '@modelcontextprotocol/client/stdio'
import { Client as OlderClient } from '@modelcontextprotocol/sdk/client/index.js'
import { StdioClientTransport as OlderStdioTransport } from '@modelcontextprotocol/sdk/client/stdio.js'
import { StreamableHTTPClientTransport as OlderHttpTransport } from '@modelcontextprotocol/sdk/client/streamableHttp.js'

/** What the tests ask of a client, whichever SDK it comes from. */
export interface TestClient {
  listTools(): Promise<{ readonly tools: readonly { readonly name: string }[] }>
  callTool(call: { readonly name: string; readonly arguments: Record<string, unknown> }): Promise<Record<string, unknown>>
  listResources(): Promise<{ readonly resources: readonly { readonly uri: string }[] }>
  readResource(wanted: { readonly uri: string }): Promise<{ readonly contents: readonly Record<string, unknown>[] }>
  close(): Promise<void>
}

export const stdioServer = {
  command: process.execPath,
  args: ['--conditions=finsam-source', fileURLToPath(new URL('stdio-server.ts', import.meta.url))],
  stderr: 'pipe' as const,
}
const info = { name: 'finsam-test', version: '1' }

const newer = (mode: 'auto' | 'legacy') => new Client(info, { versionNegotiation: { mode } })

/** Every client that must get the same figures, by transport. */
export const stdioClients: Readonly<Record<string, () => Promise<TestClient>>> = {
  'v1 over stdio': async () => {
    const client = new OlderClient(info)
    await client.connect(new OlderStdioTransport(stdioServer))
    return client
  },
  'v2 auto over stdio': async () => {
    const client = newer('auto')
    await client.connect(new StdioClientTransport(stdioServer))
    return client
  },
  'v2 legacy over stdio': async () => {
    const client = newer('legacy')
    await client.connect(new StdioClientTransport(stdioServer))
    return client
  },
}

export const httpClients: Readonly<Record<string, (url: URL) => Promise<TestClient>>> = {
  'v1 over HTTP': async url => {
    const client = new OlderClient(info)
    await client.connect(new OlderHttpTransport(url))
    return client
  },
  'v2 auto over HTTP': async url => {
    const client = newer('auto')
    await client.connect(new StreamableHTTPClientTransport(url))
    return client
  },
  'v2 legacy over HTTP': async url => {
    const client = newer('legacy')
    await client.connect(new StreamableHTTPClientTransport(url))
    return client
  },
}
