import type { Tool } from '@finsam/assistant'
import type { ToolAnnotations } from '@modelcontextprotocol/server'
import { type JsonSchema, unchecked, type WireSchema, wireSchema } from '../schema/wire-schema.ts'
import { type Soon, whenThere } from './soon.ts'

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
  readonly load: () => Soon<Tool>
}

/** A tool by its definition, and where it is found when it is called. */
export function listedTool({ inputSchema, outputSchema, ...definition }: ToolDefinition, load: () => Soon<Tool>): ListedTool {
  const validate = (value: unknown) => whenThere(load(), ({ input }) => input['~standard'].validate(value))
  return { ...definition, inputSchema: wireSchema(inputSchema, validate), outputSchema: wireSchema(outputSchema, unchecked), load }
}
