import * as z from 'zod'
import { isJson, type JsonSchema } from './wire-schema.ts'

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

/** The JSON Schema of a zod schema without noise words. */
export function jsonSchemaOf(schema: z.ZodType, io: 'input' | 'output'): JsonSchema {
  const { $schema: _, ...json } = z.toJSONSchema(schema, { io, unrepresentable: 'any' }) as JsonSchema
  const clean = withoutNoise(json)
  return isJson(clean) ? clean : {}
}
