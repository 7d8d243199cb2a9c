import { readFileSync } from 'node:fs'
import { basename } from 'node:path'
import { type DocumentReading, registrySchema } from '@finsam/domain'
import { readDocument } from '@finsam/reader'
import { describe, expect, test } from 'vitest'
import { findDifferences } from './golden-differences.ts'
import { placeValues, readGolden } from './golden-figures.ts'
import { documentFile, documentIds } from './shipped-data.ts'

const registry = registrySchema.parse(JSON.parse(readFileSync(new URL('../../data/registry.json', import.meta.url), 'utf8')))

const read = (id: string): DocumentReading => {
  const file = documentFile(id)
  const result = readDocument({ bytes: readFileSync(file), fileName: basename(file.pathname), registry })
  if (!result.ok) throw new Error(result.failure.message)
  return result.value.reading
}
describe.each(documentIds.map(id => ({ id })))('$id', ({ id }) => {
  const reading = read(id)
  const golden = readGolden(id)
  const differences = findDifferences(golden.statements.flatMap(placeValues), reading.statements.flatMap(placeValues))

  test('is known by its association, kind, year and decision', () => {
    const { association, kind, fiscalYear, decided } = reading.document
    expect({ association, kind, fiscalYear, decided }).toEqual({
      association: golden.document.association,
      kind: golden.document.kind,
      fiscalYear: golden.document.fiscalYear,
      decided: golden.document.decided,
    })
  })

  test('is read as its golden figures say', () => {
    expect(differences).toEqual([])
  })
})
