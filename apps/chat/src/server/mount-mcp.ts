import { createHash } from 'node:crypto'
import { mcpPlugin } from '@finsam/mcp'
import type { App } from '../routes/route-app.ts'
import type { ChatOptions, CurrentContext } from './options.ts'

const loopbackNames = ['localhost', '127.0.0.1', '[::1]']

/**
 * The MCP endpoint at `/mcp`, guarded by the same token. Behind a sign-in proxy alone it is left out: programs do not sign in there,
 * and the endpoint would otherwise trust whoever reaches it.
 */
export async function mountMcp(app: App, context: CurrentContext, { token, userHeader, hostNames = [] }: ChatOptions): Promise<void> {
  if (userHeader && !token) return
  const names = [...loopbackNames, ...hostNames.map(name => name.replace(/:\d+$/, ''))]
  const authorization = token ? { authorization: { kind: 'token', sha256: createHash('sha256').update(token).digest('hex') } as const } : {}
  await app.register(mcpPlugin(context, { hosts: names, origins: names, ...authorization }))
}
