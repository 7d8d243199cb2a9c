import { createLibrary, type DocumentReading } from '@finsam/domain'
import { expect, test } from 'vitest'
import { ask } from '../ask.ts'
import { exampleContext } from '../test-support/example-library.ts'

const { library, ...rest } = exampleContext()

/** A plan of an association with one more cost in its first statement that has any. */
const withCost = (association: string, label: string, value: number): DocumentReading => {
  const [reading] = library.readings
  const statement = reading?.statements.find(({ lines }) => lines.some(({ nature }) => nature === 'cost'))
  const like = statement?.lines.find(({ nature, role }) => nature === 'cost' && role === 'item')
  const cell = Object.values(like?.values ?? {})[0]
  if (!reading || !statement || !like || !cell) throw new Error('no costs to add another to')
  const values = Object.fromEntries(statement.columns.map(column => [column.id, { ...cell, amount: value, printed: String(value) }]))
  const line = { ...like, id: 'added', label, printedLabel: label, text: `${label} ${value}`, sourceLine: 300, values }
  const document = { ...reading.document, id: `${association}-2024`, association }
  return { ...reading, document, facts: [], statements: [{ ...statement, lines: [...statement.lines, line] }] }
}

test.each([
  { prints: 'Fordon', asked: 'fordonskostnader', figures: [41_000] },
  { prints: 'Fordon och drivmedel', asked: 'fordonskostnader', figures: [] },
])('$asked where the association prints $prints and only another one the longer name', async ({ prints, asked, figures }) => {
  const readings = [withCost('norrvik', prints, 41_000), withCost('sydvik', 'Fordonskostnader', 77_000)]
  const context = { ...rest, library: createLibrary(readings, { associations: [...library.associations] }) }
  const answer = await ask(context, { question: `Norrviks ${asked} i budgeten 2024?` })
  expect(answer.figures.filter(({ role }) => role === 'answer').map(({ value }) => value)).toEqual(figures)
})
