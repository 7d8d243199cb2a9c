import { expect, test } from 'vitest'
import * as z from 'zod/mini'
import { periodSchema } from './period.ts'
import { ordinalSchema, wholeSchema } from './whole.ts'

const published = (schema: z.ZodMiniType): unknown => {
  const { $schema: _, ...json } = z.toJSONSchema(schema)
  return json
}

test('the published schemas say what is checked', () => {
  const day = { type: 'string', pattern: String.raw`^\d{4}-\d{2}-\d{2}$` }
  expect(published(wholeSchema)).toEqual({ type: 'integer' })
  expect(published(z.optional(ordinalSchema))).toEqual({ type: 'integer', minimum: 1 })
  expect(published(periodSchema)).toMatchObject({ anyOf: [{ properties: { from: day, to: day } }, { properties: { at: day } }] })
})
test.each([
  [wholeSchema, 2024, true],
  [wholeSchema, 2024.5, false],
  [wholeSchema, 2 ** 60, false],
  [ordinalSchema, 1, true],
  [ordinalSchema, 0, false],
  [ordinalSchema, 1.5, false],
  [periodSchema, { at: '2024-12-31' }, true],
  [periodSchema, { at: '31/12 2024' }, false],
  [periodSchema, { from: '2024-01-01', to: '2024-1-31' }, false],
])('and they check it: row %#', (schema, value, passes) => {
  expect(schema.safeParse(value).success).toBe(passes)
})
