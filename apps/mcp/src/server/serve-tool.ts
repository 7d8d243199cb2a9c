import { readOnlyAnnotations, type Tool, type ToolCall, ToolError } from '@finsam/assistant'
import type { CallToolResult, McpServer, ServerContext } from '@modelcontextprotocol/server'
import { wireSchema } from '../schema/wire-schema.ts'
import { type ContextSource, contextOf } from './context-source.ts'
import type { Report } from './report.ts'

const callOf = ({ mcpReq }: ServerContext): ToolCall => ({
  signal: mcpReq.signal,
  progress: async (progress, total, message) => {
    const progressToken = mcpReq._meta?.progressToken
    if (progressToken === undefined) return
    await mcpReq.notify({ method: 'notifications/progress', params: { progressToken, progress, total, ...(message ? { message } : {}) } })
  },
})

/** The reply to a failed call: what the caller can put right in the tool's words, anything else as a fixed sentence with an id to look up in the log. */
export function failedResult(error: unknown, tool: string, report: Report): CallToolResult {
  const text = error instanceof ToolError ? error.message : report(error, `tool ${tool}`)
  return { isError: true, content: [{ type: 'text', text }] }
}

/** Puts one tool of the catalogue on a server. */
export function serveTool(server: McpServer, tool: Tool, source: ContextSource, report: Report): void {
  const config = {
    title: tool.title,
    description: tool.description,
    inputSchema: wireSchema(tool.input),
    outputSchema: wireSchema(tool.output),
    annotations: readOnlyAnnotations,
  }
  server.registerTool(tool.name, config, async (args, request): Promise<CallToolResult> => {
    try {
      const { data, text, links } = await tool.run(await contextOf(source), args, callOf(request))
      return {
        content: [{ type: 'text', text }, ...links.map(link => ({ type: 'resource_link' as const, ...link }))],
        structuredContent: data,
      }
    } catch (error) {
      return failedResult(error, tool.name, report)
    }
  })
}
