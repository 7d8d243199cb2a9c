import { readOnlyAnnotations, type Tool, tools } from '@finsam/assistant'
import type { McpServer } from '@modelcontextprotocol/server'
import { jsonSchemaOf } from '../schema/json-schema.ts'
import { viewOf } from '../view/bars-view.ts'
import { type ServerParts, serverFactory } from './build-server.ts'
import type { ContextSource } from './context-source.ts'
import { type ListedTool, listedTool, type ToolDefinition } from './listed-tool.ts'
import type { Report } from './report.ts'

/** What a client is told of a tool of the catalogue. */
export const definitionOf = ({ name, title, description, input, output }: Tool): ToolDefinition => ({
  name,
  title,
  description,
  annotations: readOnlyAnnotations,
  inputSchema: jsonSchemaOf(input, 'input'),
  outputSchema: jsonSchemaOf(output, 'output'),
  ...viewOf(name),
})

/** The catalogue as servers list it, made at the first use. */
let listed: readonly ListedTool[] | undefined

/** Makes servers that serve the whole catalogue. */
export function catalogueFactory(source: ContextSource, options: Omit<ServerParts, 'tools'> = {}): ReturnType<typeof serverFactory> {
  listed ??= tools.map(tool => listedTool(definitionOf(tool), () => tool))
  return serverFactory(source, { tools: listed, ...options })
}

/** One server over a context, to be connected to a transport of your own. */
export const buildServer = (source: ContextSource, options: { readonly report?: Report } = {}): McpServer =>
  catalogueFactory(source, options)()
