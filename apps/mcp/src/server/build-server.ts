import { tools as catalogue, type Tool } from '@finsam/assistant'
import { McpServer } from '@modelcontextprotocol/server'
import { registerPrompts } from '../prompts/register-prompts.ts'
import { registerResources } from '../resources/register-resources.ts'
import type { ContextSource } from './context-source.ts'
import { instructions } from './instructions.ts'
import { type Report, reportToStderr } from './report.ts'
import { serveTool } from './serve-tool.ts'
import { version } from './version.ts'

export interface ServerParts {
  readonly tools?: readonly Tool[]
  readonly report?: Report
}

const dayMs = 86_400_000
const hourMs = 3_600_000

/** The catalogue changes only with the software, the list of documents when something is ingested. */
const cacheHints = {
  'tools/list': { ttlMs: dayMs, cacheScope: 'public' },
  'prompts/list': { ttlMs: dayMs, cacheScope: 'public' },
  'resources/templates/list': { ttlMs: dayMs, cacheScope: 'public' },
  'resources/list': { ttlMs: hourMs, cacheScope: 'private' },
  'server/discover': { ttlMs: hourMs, cacheScope: 'public' },
} as const

/**
 * A fresh MCP server over a context: the whole catalogue, the sources as resources, the prompts. One serves one stdio connection or one
 * HTTP request; what is costly lives in the context, which all of them share.
 */
export function buildServer(context: ContextSource, { tools = catalogue, report = reportToStderr }: ServerParts = {}): McpServer {
  const server = new McpServer(
    { name: 'finsam', title: 'finsam', version },
    {
      instructions,
      cacheHints,
      capabilities: { tools: { listChanged: false }, prompts: { listChanged: false }, resources: { listChanged: false } },
    },
  )
  for (const tool of tools) serveTool(server, tool, context, report)
  registerResources(server, context, report)
  registerPrompts(server, context, report)
  return server
}
