import { failure, type Result, success } from '@finsam/domain'
import Fastify from 'fastify'
import type { ContextSource } from '../server/context-source.ts'
import { checkListening } from './authorization.ts'
import { type McpPluginOptions, mcpPlugin } from './plugin.ts'

export interface StartMcpOptions extends McpPluginOptions {
  /** `127.0.0.1` when left out. */
  readonly host?: string
  /** 4501 when left out; 0 takes any free port. */
  readonly port?: number
}

export interface RunningMcp {
  /** What clients are given: `http://127.0.0.1:4501/mcp`. */
  readonly url: string
  stop(): Promise<void>
}

export type StartMcpFailure = 'open-without-authorization' | 'address-in-use' | 'address-not-available'

function failureOf(error: unknown, host: string, port: number): Result<never, StartMcpFailure> {
  const code = error instanceof Error && 'code' in error ? error.code : undefined
  if (code === 'EADDRINUSE')
    return failure(
      'address-in-use',
      `Port ${port} on ${host} is taken by another program. Choose another with --port N; 0 takes any free one.`,
    )
  if (code === 'EADDRNOTAVAIL' || code === 'ENOTFOUND' || code === 'EACCES')
    return failure('address-not-available', `This machine cannot listen on ${host}, port ${port}. Choose another address or port.`)
  throw error
}

/**
 * Serves MCP over HTTP by itself, without the chat. Refuses an address that others can reach unless it is told who may call.
 *
 * @example await startMcpHttp(context, { port: 4501 }) // → { ok: true, value: { url: 'http://127.0.0.1:4501/mcp', stop } }
 */
export async function startMcpHttp(context: ContextSource, options: StartMcpOptions = {}): Promise<Result<RunningMcp, StartMcpFailure>> {
  const { host = '127.0.0.1', port = 4501, ...plugin } = options
  const allowed = checkListening(host, plugin.authorization)
  if (!allowed.ok) return allowed
  const app = Fastify({ logger: false })
  await app.register(mcpPlugin(context, plugin))
  try {
    const address = await app.listen({ host, port })
    return success({ url: new URL(plugin.path ?? '/mcp', address).href, stop: () => app.close() })
  } catch (error) {
    await app.close()
    return failureOf(error, host, port)
  }
}
