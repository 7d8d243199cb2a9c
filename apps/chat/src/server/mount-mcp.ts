import { createHash } from 'node:crypto'
import { type Authorization, type Called, mcpPlugin } from '@finsam/mcp'
import { calledEntry } from '../records/asked-entry.ts'
import { dataVersion } from '../records/data-version.ts'
import type { App } from '../routes/route-app.ts'
import type { ChatOptions, CurrentContext } from './options.ts'

const loopbackNames = ['localhost', '127.0.0.1', '[::1]']

const bearersOf = (token: string): Authorization => ({ kind: 'token', sha256: createHash('sha256').update(token).digest('hex') })

/**
 * The MCP endpoint at `/mcp`, guarded by an authorization of its own or by the same token. Behind a sign-in proxy alone it is left out:
 * programs do not sign in there, and the endpoint would otherwise trust whoever reaches it.
 */
export async function mountMcp(app: App, context: CurrentContext, options: ChatOptions): Promise<void> {
  const { token, userHeader, hostNames = [], records, mcpAuthorization = token ? bearersOf(token) : undefined } = options
  if (userHeader && !mcpAuthorization) return
  const names = [...loopbackNames, ...hostNames.map(name => name.replace(/:\d+$/, ''))]
  const authorization = mcpAuthorization ? { authorization: mcpAuthorization } : {}
  const called: Called = async call => records?.asked.append(calledEntry(call, 'mcp', dataVersion((await context()).library)))
  await app.register(mcpPlugin(context, { hosts: names, origins: names, ...authorization, ...(records ? { called } : {}) }))
}
