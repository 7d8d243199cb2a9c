import type { Tool, ToolCall, ToolOutcome } from '@finsam/assistant'
import type { CallToolResult, McpServer, ServerContext } from '@modelcontextprotocol/server'
import { assistant } from './assistant.ts'
import { type ContextSource, contextOf } from './context-source.ts'
import type { ListedTool } from './listed-tool.ts'
import type { Report } from './report.ts'
import { type Soon, whenThere } from './soon.ts'

const callOf = ({ mcpReq }: ServerContext): ToolCall => ({
  signal: mcpReq.signal,
  progress: async (progress, total, message) => {
    const progressToken = mcpReq._meta?.progressToken
    if (progressToken === undefined) return
    await mcpReq.notify({ method: 'notifications/progress', params: { progressToken, progress, total, ...(message ? { message } : {}) } })
  },
})

/** The reply to a failed call: what the caller can put right in the tool's words, anything else as a fixed sentence with an id to look up in the log. */
export async function failedResult(error: unknown, tool: string, report: Report): Promise<CallToolResult> {
  const { ToolError } = await assistant()
  const text = error instanceof ToolError ? error.message : report(error, `tool ${tool}`)
  return { isError: true, content: [{ type: 'text', text }] }
}

const resultOf = ({ data, short = data, text, links }: ToolOutcome<Record<string, unknown>>): CallToolResult => ({
  content: [{ type: 'text', text }, ...links.map(({ uri, name }) => ({ type: 'resource_link' as const, uri, name }))],
  structuredContent: short,
})

/** Puts one tool of the catalogue on a server. */
export function serveTool(server: McpServer, listed: ListedTool, source: ContextSource, report: Report): void {
  const { name, load, ...definition } = listed
  const run = (args: Record<string, unknown>, call: ToolCall): Soon<CallToolResult> =>
    whenThere(load(), (tool: Tool) => whenThere(contextOf(source), context => whenThere(tool.run(context, args, call), resultOf)))
  server.registerTool(name, definition, async (args, request): Promise<CallToolResult> => {
    try {
      return await run(args, callOf(request))
    } catch (error) {
      return failedResult(error, name, report)
    }
  })
}
