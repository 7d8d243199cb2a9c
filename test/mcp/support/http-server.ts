import { type McpPluginOptions, mcpPlugin } from '@finsam/mcp'
import Fastify from 'fastify'
import { inventedContext } from '../../../packages/assistant/src/tools/test-support/invented-context.ts'

export interface RunningServer {
  readonly url: URL
  close(): Promise<void>
}

/** The shipped plugin on a free loopback port, beside a route of somebody else's. */
export async function startHttp(options: McpPluginOptions = {}): Promise<RunningServer> {
  const app = Fastify()
  app.post('/echo', async request => request.body)
  await app.register(mcpPlugin(inventedContext(), options))
  const address = await app.listen({ host: '127.0.0.1', port: 0 })
  return { url: new URL('/mcp', address), close: async () => void (await app.close()) }
}
