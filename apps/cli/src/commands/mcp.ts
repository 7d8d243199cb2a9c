import { once } from 'node:events'
import { type ContextSource, parseAuthorization, serveMcpStdio, startMcpHttp } from '@finsam/mcp'
import { refuse, say } from '../print/console.ts'
import type { CommonOptions } from '../setup/open.ts'

export interface McpOptions extends CommonOptions {
  /** Over HTTP instead of standard input and output. */
  readonly http?: boolean
  readonly host: string
  readonly port: number
  /** Names under which clients reach the server, beside those of this machine. */
  readonly hostName?: readonly string[]
}

interface Library {
  readonly known: ContextSource
  close(): void
}

/** The store as it is at each call; the exit code where it cannot be opened. */
async function openLibrary(options: CommonOptions): Promise<Library | number> {
  const [{ open }, { liveLibrary }] = await Promise.all([import('../setup/open.ts'), import('@finsam/indexer')])
  const opened = await open(options, true)
  if (!opened.ok) return refuse(opened.failure)
  const { store, registry } = opened.value
  return { known: liveLibrary(store, registry), close: () => store.close() }
}

const asked = () => [once(process, 'SIGINT'), once(process, 'SIGTERM')]

/** The client is greeted while the store is being opened. */
async function overStdio(options: McpOptions): Promise<number> {
  const opening = openLibrary(options)
  const known = async () => {
    const library = await opening
    if (typeof library === 'number') throw new Error('the store cannot be opened')
    return typeof library.known === 'function' ? library.known() : library.known
  }
  const handle = serveMcpStdio(known)
  const ended = Promise.race([once(process.stdin, 'end'), once(process.stdin, 'close'), ...asked()])
  const library = await opening
  if (typeof library !== 'number') await ended
  await handle.close()
  if (typeof library === 'number') return library
  library.close()
  return 0
}

async function overHttp(options: McpOptions): Promise<number> {
  const authorization = parseAuthorization(process.env)
  if (!authorization.ok) return refuse(authorization.failure)
  const library = await openLibrary(options)
  if (typeof library === 'number') return library
  const names = ['localhost', '127.0.0.1', '[::1]', ...(options.hostName ?? [])]
  const started = await startMcpHttp(library.known, {
    host: options.host,
    port: options.port,
    hosts: names,
    origins: names,
    ...(authorization.value ? { authorization: authorization.value } : {}),
  })
  if (!started.ok) return refuse(started.failure)
  say(`finsam speaks MCP at ${started.value.url} (stop with Ctrl+C)`)
  await Promise.race(asked())
  await started.value.stop()
  library.close()
  return 0
}

/** `finsam mcp [--http]`: speaks MCP over standard input and output until the client closes it, or over HTTP until it is asked to stop. */
export const mcpCommand = (options: McpOptions): Promise<number> => (options.http ? overHttp(options) : overStdio(options))
