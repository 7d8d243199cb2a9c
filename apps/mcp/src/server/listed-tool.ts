import type { Tool } from '@finsam/assistant'
import type { ToolAnnotations } from '@modelcontextprotocol/server'
import { type JsonSchema, unchecked, type WireSchema, wireSchema } from '../schema/wire-schema.ts'

/** What a client is told of a tool. */
export interface ToolDefinition {
  readonly name: string
  readonly title: string
  readonly description: string
  readonly annotations: ToolAnnotations
  readonly inputSchema: JsonSchema
  readonly outputSchema: JsonSchema
  /** The view that shows its replies, for clients that have views. */
  readonly _meta?: Record<string, unknown>
}

/** A tool as a server lists it. What runs is fetched at the first call, so that listing waits for nothing. */
export interface ListedTool {
  readonly name: string
  readonly title: string
  readonly description: string
  readonly annotations: ToolAnnotations
  readonly inputSchema: WireSchema
  readonly outputSchema: WireSchema
  readonly _meta?: Record<string, unknown>
  readonly load: () => Promise<Tool>
}

/** A tool by its definition, and where it is found when it is called. */
export function listedTool({ inputSchema, outputSchema, ...definition }: ToolDefinition, load: () => Promise<Tool>): ListedTool {
  const validate = async (value: unknown) => {
    const { input } = await load()
    return input['~standard'].validate(value)
  }
  return { ...definition, inputSchema: wireSchema(inputSchema, validate), outputSchema: wireSchema(outputSchema, unchecked), load }
}
