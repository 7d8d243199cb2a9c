import { McpServer } from '@modelcontextprotocol/server'
import * as z from 'zod'

/** The floor: the same SDK with one tool that gives its text back. */
export function buildEcho(): McpServer {
  const server = new McpServer({ name: 'echo', version: '1' }, { capabilities: { tools: { listChanged: false } } })
  server.registerTool(
    'echo',
    { description: 'Gives the text back', inputSchema: z.strictObject({ text: z.string() }), outputSchema: z.object({ text: z.string() }) },
    ({ text }) => ({ content: [{ type: 'text', text }], structuredContent: { text } }),
  )
  return server
}
