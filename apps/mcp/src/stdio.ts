import { type ServeStdioOptions, type StdioServerHandle, serveStdio } from '@modelcontextprotocol/server/stdio'
import { catalogueFactory } from './server/catalogue-server.ts'
import type { ContextSource } from './server/context-source.ts'
import type { Report } from './server/report.ts'

export interface StdioOptions {
  /** Left out: our own errors go to standard error. */
  readonly report?: Report
  /** Another transport than the process's own streams, for tests and sockets. */
  readonly transport?: NonNullable<ServeStdioOptions['transport']>
}

/**
 * Serves the catalogue over standard input and output until the client closes its end. Standard output belongs to the protocol:
 * everything else goes to standard error. A context given as a function is asked for at each call that needs it.
 *
 * @example serveMcpStdio(() => opened) // answers the greeting and the tool list before `opened` is there
 */
export function serveMcpStdio(context: ContextSource, { transport, report }: StdioOptions = {}): StdioServerHandle {
  return serveStdio(catalogueFactory(context, { report }), {
    ...(transport ? { transport } : {}),
    onerror: error => console.error('finsam mcp:', error.message),
  })
}
