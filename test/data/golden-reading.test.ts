import { readFileSync } from 'node:fs'
import { basename } from 'node:path'
import { type DocumentReading, registrySchema } from '@finsam/domain'
import { readDocument } from '@finsam/reader'
import { describe, expect, test } from 'vitest'
import { findDifferences } from './golden-differences.ts'
import { placeValues, readGolden } from './golden-figures.ts'
import { documentFile, documentIds } from './shipped-data.ts'

const registry = registrySchema.parse(JSON.parse(readFileSync(new URL('../../data/registry.json', import.meta.url), 'utf8')))

interface KnownDifference {
  readonly document: string
  readonly from: number
  readonly to: number
  readonly what: string
}

/** Where the reader's figures differ from the golden ones. One that no longer differs must leave this list. */
const knownDifferences: readonly KnownDifference[] = [
  {
    document: 'vasteras-2022-h1',
    from: 249,
    to: 280,
    what: 'training tables without a date: read as the year, meant for the half-year reported on',
  },
  { document: 'vasteras-2022-h1', from: 682, to: 682, what: 'a clean 25 in a column that does not add up: read as 25 or 2' },
  { document: 'vasteras-2022-h1', from: 814, to: 836, what: 'a note on debts at a day: read as the half-year that ends on it' },
]

const read = (id: string): DocumentReading => {
  const file = documentFile(id)
  const result = readDocument({ bytes: readFileSync(file), fileName: basename(file.pathname), registry })
  if (!result.ok) throw new Error(result.failure.message)
  return result.value.reading
}
const isWithin = (difference: string, { from, to }: KnownDifference): boolean => {
  const line = Number.parseInt(difference, 10)
  return from <= line && line <= to
}

describe.each(documentIds.map(id => ({ id })))('$id', ({ id }) => {
  const reading = read(id)
  const golden = readGolden(id)
  const differences = findDifferences(golden.statements.flatMap(placeValues), reading.statements.flatMap(placeValues))
  const known = knownDifferences.filter(({ document }) => document === id)

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
    expect(differences.filter(difference => !known.some(place => isWithin(difference, place)))).toEqual([])
  })

  test.each(known)('still differs from line $from to $to: $what', place => {
    expect(differences.filter(difference => isWithin(difference, place))).not.toEqual([])
  })
})
