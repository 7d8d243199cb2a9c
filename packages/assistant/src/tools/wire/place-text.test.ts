import { createLibrary } from '@finsam/domain'
import { describe, expect, test } from 'vitest'
import { callTool } from '../catalogue.ts'
import { inventedContext } from '../test-support/invented-context.ts'
import { placeOnWire, shortPlace } from './place-text.ts'

test.each([
  { name: 'a text', source: { line: 212, page: 7 }, words: 'p. 7 line 212', wire: undefined },
  {
    name: 'a PDF, whose box nobody reads',
    source: { line: 9, page: 2, place: { box: [1, 2, 3, 4] as [number, number, number, number] } },
    words: 'p. 2 line 9',
    wire: undefined,
  },
  {
    name: 'a workbook',
    source: { line: 14, page: 1, place: { sheet: 'Budget', cells: 'C14', row: 14 } },
    words: 'sheet Budget, cell C14',
    wire: { sheet: 'Budget', cells: 'C14', row: 14 },
  },
  {
    name: 'a Word file',
    source: { line: 20, place: { heading: 'Noter', table: 2, row: 4 } },
    words: 'under “Noter”, table 2, row 4',
    wire: { heading: 'Noter', table: 2, row: 4 },
  },
])('$name', ({ source, words, wire }) => {
  expect(shortPlace(source)).toBe(words)
  expect(placeOnWire(source).place).toEqual(wire)
})

describe('a document that came as a workbook', () => {
  const plain = inventedContext()
  const readings = plain.library.readings.map(reading => ({
    ...reading,
    statements: reading.statements.map(statement => ({
      ...statement,
      lines: statement.lines.map(line => ({ ...line, place: { sheet: 'Budget', cells: `A${line.sourceLine}:F${line.sourceLine}` } })),
    })),
  }))
  const [statement] = readings[0]?.statements ?? []
  const line = statement?.lines[0]?.sourceLine ?? 0
  const context = {
    ...plain,
    library: createLibrary(readings, { associations: [...plain.library.associations] }),
    search: async () => [{ document: readings[0]?.document.id ?? '', line, lineTo: line, text: 'Individinsatser', score: 1 }],
  }

  test('its figures and passages are cited by sheet and cells', async () => {
    const passages = await callTool(context, 'search_text', { query: 'insatser' })
    expect(passages.data).toMatchObject({ passages: [{ inFile: `sheet Budget, cells A${line}:F${line}` }] })
    const figures = await callTool(context, 'get_figures', { association: 'Norrådalen', line: 'Individinsatser' })
    expect(JSON.stringify(figures.data)).toContain('"sheet":"Budget"')
    expect(figures.text).toContain('sheet Budget, cells A')
  })
})
