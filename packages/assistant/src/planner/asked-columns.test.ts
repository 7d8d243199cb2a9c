import { calendarYear, createLibrary, type DocumentReading } from '@finsam/domain'
import { expect, test } from 'vitest'
import { exampleContext } from '../test-support/example-library.ts'
import { columnNamesOf, columnsIn } from './asked-columns.ts'
import { catalogueOf } from './catalogue.ts'
import { readWords } from './read-words.ts'

const withColumn = (label: string, scenario: 'budget' | 'actual', measure?: string) => {
  const [reading] = exampleContext().library.readings
  if (!reading) throw new Error('no reading')
  const column = { id: 'own', label, scenario, period: calendarYear(2024), ...(measure ? { measure } : {}) }
  const own: DocumentReading = { ...reading, statements: reading.statements.slice(0, 1).map(one => ({ ...one, columns: [column] })) }
  return createLibrary([own], { associations: [] })
}

test.each([
  { header: 'Beviljat 2024', scenario: 'budget', question: 'Hur mycket av de beviljade medlen förbrukades?', found: true },
  { header: 'Beviljat 2024', scenario: 'budget', question: 'Hur mycket beviljades Bryggan?', found: true },
  { header: 'Förbrukat', scenario: 'actual', question: 'Vad har Bryggan förbrukat?', found: true },
  { header: 'Förbrukat', scenario: 'actual', question: 'Vad kostar Bryggan?', found: false },
  { header: 'Budgeterat 2024', scenario: 'budget', question: 'Vad är budgeterat?', found: false },
  { header: 'Utfall 2024', scenario: 'actual', question: 'Vad blev utfallet?', found: false },
] as const)('$header in “$question”: $found', ({ header, scenario, question, found }) => {
  const library = withColumn(header, scenario)
  const words = readWords(question, catalogueOf(library))
  const columns = columnsIn(columnNamesOf(library), words, { from: 0, to: words.length, asks: true })
  expect(columns.map(({ meaning }) => ('scenario' in meaning ? meaning.scenario : meaning.measure))).toEqual(found ? [scenario] : [])
})
