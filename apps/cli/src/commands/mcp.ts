import { once } from 'node:events'
import { liveLibrary } from '@finsam/indexer'
import { serveMcpStdio } from '@finsam/mcp'
import { type CommonOptions, withStore } from '../setup/open.ts'

/** `finsam mcp`: speaks MCP over standard input and output until the client closes it. Standard output carries nothing else. */
export const mcpCommand = (options: CommonOptions): Promise<number> =>
  withStore(options, true, async ({ store, registry }) => {
    const handle = serveMcpStdio(liveLibrary(store, registry))
    await Promise.race([once(process.stdin, 'end'), once(process.stdin, 'close'), once(process, 'SIGINT'), once(process, 'SIGTERM')])
    await handle.close()
    return 0
  })
