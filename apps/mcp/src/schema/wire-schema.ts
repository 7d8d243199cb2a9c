import type { StandardSchemaWithJSON } from '@modelcontextprotocol/server'

export type JsonSchema = Record<string, unknown>

export const isJson = (value: unknown): value is JsonSchema => typeof value === 'object' && value !== null && !Array.isArray(value)

type Validate = StandardSchemaWithJSON<Record<string, unknown>, Record<string, unknown>>['~standard']['validate']
export type WireSchema = StandardSchemaWithJSON<Record<string, unknown>, Record<string, unknown>>

/** A schema as the SDK takes it, from JSON Schema that is made once: a stateless server is built for every request. */
export const wireSchema = (json: JsonSchema, validate: Validate): WireSchema => ({
  '~standard': { version: 1, vendor: 'finsam', validate, jsonSchema: { input: () => json, output: () => json } },
})

/** Lets every value pass: replies come from typed code, and tests hold them to their schemas. */
export const unchecked: Validate = value => ({ value: isJson(value) ? value : {} })
