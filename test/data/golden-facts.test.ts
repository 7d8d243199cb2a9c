import { readFileSync } from 'node:fs'
import { basename } from 'node:path'
import { type Fact, registrySchema } from '@finsam/domain'
import { readDocument } from '@finsam/reader'
import { expect, test } from 'vitest'
import * as z from 'zod'
import { documentFile, documentIds } from './shipped-data.ts'

const registry = registrySchema.parse(JSON.parse(readFileSync(new URL('../../data/registry.json', import.meta.url), 'utf8')))
const goldenFacts = z
  .array(
    z.strictObject({
      document: z.string(),
      line: z.number().int().positive(),
      printed: z.string(),
      about: z.string(),
      value: z.union([z.number(), z.string(), z.object({ from: z.number(), to: z.number() })]),
      unit: z.string().optional(),
    }),
  )
  .parse(JSON.parse(readFileSync(new URL('../../data/golden-facts.json', import.meta.url), 'utf8')))

const factsOf = (id: string): readonly Fact[] => {
  const file = documentFile(id)
  const read = readDocument({ bytes: readFileSync(file), fileName: basename(file.pathname), registry })
  if (!read.ok) throw new Error(read.failure.message)
  return read.value.reading.facts
}

test.each(documentIds.map(id => ({ id })))('the facts in the prose of $id', ({ id }) => {
  const facts = factsOf(id)
  const missed = goldenFacts.filter(
    ({ document, line, value, unit }) =>
      document === id &&
      !facts.some(
        fact =>
          fact.source.line <= line &&
          line <= (fact.source.lineTo ?? fact.source.line) &&
          JSON.stringify(fact.value) === JSON.stringify(value) &&
          (unit === undefined || fact.unit === unit),
      ),
  )
  expect(missed.map(({ line, about, value }) => `line ${line}, ${about}: ${JSON.stringify(value)}`)).toEqual([])
})
