import { type McpRequestContext, McpServer } from '@modelcontextprotocol/server'
import { promptsOver } from '../prompts/register-prompts.ts'
import { resourcesOver } from '../resources/register-resources.ts'
import { putBarsView } from '../view/bars-view.ts'
import type { Called } from './called.ts'
import type { ContextSource } from './context-source.ts'
import { instructions } from './instructions.ts'
import type { ListedTool } from './listed-tool.ts'
import { type Report, reportToStderr } from './report.ts'
import { serveTool } from './serve-tool.ts'
import { version } from './version.ts'

export interface ServerParts {
  readonly tools: readonly ListedTool[]
  /** Left out: our own errors go to standard error. */
  readonly report?: Report | undefined
  /** Told of each call of a tool, for a log. */
  readonly called?: Called | undefined
}

const dayMs = 86_400_000
const hourMs = 3_600_000

const capabilities = { tools: { listChanged: false }, prompts: { listChanged: false }, resources: { listChanged: false } } as const

/** The catalogue changes only with the software, the list of documents when something is ingested. */
const cacheHints = {
  'tools/list': { ttlMs: dayMs, cacheScope: 'public' },
  'prompts/list': { ttlMs: dayMs, cacheScope: 'public' },
  'resources/templates/list': { ttlMs: dayMs, cacheScope: 'public' },
  'resources/list': { ttlMs: hourMs, cacheScope: 'private' },
  'server/discover': { ttlMs: hourMs, cacheScope: 'public' },
} as const

/** What a request of 2026-07-28 is about, by its headers; the SDK refuses a body that says something else. */
function wantedBy(request: McpRequestContext | undefined): { readonly method?: string | null; readonly name?: string | null } {
  if (request?.era !== 'modern') return {}
  const { headers } = request.requestInfo ?? {}
  return { method: headers?.get('mcp-method') ?? null, name: headers?.get('mcp-name') ?? null }
}

/**
 * Makes servers over a context: the whole catalogue, the sources as resources, the prompts. Each serves one stdio connection or one
 * HTTP request; what is costly is made here once, or lives in the context, which all of them share. A server for one call of a tool
 * carries that tool alone.
 */
export function serverFactory(
  source: ContextSource,
  { tools, report = reportToStderr, called }: ServerParts,
): (request?: McpRequestContext) => McpServer {
  const putResources = resourcesOver(source, report)
  const putPrompts = promptsOver(source, report)
  return request => {
    const server = new McpServer({ name: 'finsam', title: 'finsam', version }, { instructions, cacheHints, capabilities })
    const { method, name } = wantedBy(request)
    const alone = method === 'tools/call' ? tools.filter(tool => tool.name === name) : []
    for (const tool of alone.length > 0 ? alone : tools) serveTool(server, tool, { source, report, called })
    if (alone.length > 0) return server
    putResources(server)
    putPrompts(server)
    putBarsView(server)
    return server
  }
}
