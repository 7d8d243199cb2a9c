import type { StandardSchemaWithJSON } from '@modelcontextprotocol/server'
import * as z from 'zod'

type Json = Record<string, unknown>

const isJson = (value: unknown): value is Json => typeof value === 'object' && value !== null && !Array.isArray(value)

/** Bounds that JSON numbers have anyway; some clients' model providers refuse them. */
const isSafeBound = (key: string, value: unknown): boolean =>
  (key === 'minimum' && value === Number.MIN_SAFE_INTEGER) || (key === 'maximum' && value === Number.MAX_SAFE_INTEGER)

const withoutNoise = (schema: unknown): unknown => {
  if (Array.isArray(schema)) return schema.map(withoutNoise)
  if (!isJson(schema)) return schema
  return Object.fromEntries(
    Object.entries(schema)
      .filter(([key, value]) => !isSafeBound(key, value))
      .map(([key, value]) => [key, withoutNoise(value)]),
  )
}

const toJson = (schema: z.ZodType, io: 'input' | 'output'): Json => {
  const { $schema: _, ...json } = z.toJSONSchema(schema, { io, unrepresentable: 'any' }) as Json
  const clean = withoutNoise(json)
  return isJson(clean) ? clean : {}
}

interface JsonPair {
  readonly input: Json
  readonly output: Json
}
const known = new WeakMap<z.ZodType, JsonPair>()

/** The JSON Schema of a zod schema without noise words, made once: a stateless server is built for every request. */
export function jsonSchemaOf(schema: z.ZodType): JsonPair {
  const made = known.get(schema) ?? { input: toJson(schema, 'input'), output: toJson(schema, 'output') }
  known.set(schema, made)
  return made
}

/** The zod schema as the SDK takes it, its JSON Schema made once. */
export function wireSchema<Schema extends z.ZodType>(schema: Schema): StandardSchemaWithJSON<z.input<Schema>, z.output<Schema>> {
  const standard = schema['~standard'] as StandardSchemaWithJSON<z.input<Schema>, z.output<Schema>>['~standard']
  return {
    '~standard': {
      version: standard.version,
      vendor: standard.vendor,
      validate: standard.validate,
      jsonSchema: { input: () => jsonSchemaOf(schema).input, output: () => jsonSchemaOf(schema).output },
    },
  }
}
