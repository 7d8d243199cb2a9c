import { describe, expect, test } from 'vitest'
import { findSumDifferences, readGolden } from './golden-figures.ts'
import { documentIds, readDocumentLines } from './shipped-data.ts'

/** What disagrees with its own rows in the published document; no reading may hide it. */
const publishedDifferences: Readonly<Record<string, readonly string[]>> = {
  'vasteras-2022-h1': ['line 687, a2021aug: rows 7185, total 7160'],
}

describe.each(documentIds.map(id => ({ id })))('the golden figures of $id', ({ id }) => {
  const golden = readGolden(id)
  const lines = readDocumentLines(id)

  test('are printed on the lines that they name', () => {
    const cells = golden.statements.flatMap(statement =>
      statement.lines.flatMap(line => Object.values(line.values).map(({ printed }) => ({ at: line.sourceLine, printed }))),
    )
    expect(cells.filter(({ at, printed }) => !(lines[at - 1] ?? '').includes(printed))).toEqual([])
  })

  test('add up as far as the published document does', () => {
    expect(golden.statements.flatMap(findSumDifferences)).toEqual(publishedDifferences[id] ?? [])
  })
})
