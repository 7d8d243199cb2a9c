import { McpServer } from '@modelcontextprotocol/server'
import { registerContent } from './fixture-content.ts'
import { registerInputRequired, stateCodec } from './fixture-input-required.ts'

/** A server with the suite's own fixtures, to be mounted in the shipped plugin. */
export function buildFixtureServer(): McpServer {
  const server = new McpServer(
    { name: 'conformance-fixtures', version: '1.0.0' },
    { requestState: { verify: stateCodec.verify }, capabilities: { logging: {}, completions: {}, resources: { subscribe: true } } },
  )
  registerContent(server)
  registerInputRequired(server)
  server.server.setRequestHandler('completion/complete', () => ({ completion: { values: [], total: 0, hasMore: false } }))
  server.server.setRequestHandler('logging/setLevel', () => ({}))
  server.server.setRequestHandler('resources/subscribe', () => ({}))
  server.server.setRequestHandler('resources/unsubscribe', () => ({}))
  return server
}
