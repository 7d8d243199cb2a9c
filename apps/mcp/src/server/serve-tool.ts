import type { Tool, ToolCall, ToolOutcome } from '@finsam/assistant'
import type { CallToolResult, McpServer, ServerContext } from '@modelcontextprotocol/server'
import { assistant } from './assistant.ts'
import type { Called } from './called.ts'
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

/** What a tool is served with: where its knowledge is, where our own errors go, and who is told of its calls. */
export interface Serving {
  readonly source: ContextSource
  readonly report: Report
  readonly called?: Called | undefined
}

/** What the caller can put right; the class itself is loaded with the assistant, at the first call. */
const isToolError = (error: unknown): error is Error => error instanceof Error && error.name === 'ToolError'

/** Puts one tool of the catalogue on a server. */
export function serveTool(server: McpServer, listed: ListedTool, { source, report, called }: Serving): void {
  const { name: tool, load, ...definition } = listed
  const run = (args: Record<string, unknown>, call: ToolCall): Soon<CallToolResult> =>
    whenThere(load(), (loaded: Tool) =>
      whenThere(contextOf(source), context =>
        whenThere(loaded.run(context, args, call), outcome => whenThere(called?.({ tool, args, outcome }), () => resultOf(outcome))),
      ),
    )
  server.registerTool(tool, definition, async (args, request): Promise<CallToolResult> => {
    try {
      return await run(args, callOf(request))
    } catch (error) {
      const failed = await failedResult(error, tool, report)
      if (isToolError(error)) await called?.({ tool, args, outcome: { refused: error.message } })
      return failed
    }
  })
}
