import { createLibrary, type DocumentReading } from '@finsam/domain'
import { expect, test } from 'vitest'
import { ask } from '../../ask.ts'
import { exampleContext } from '../../test-support/example-library.ts'

const context = exampleContext()
const question = 'Följer Norrvik fördelningen 50/25/25 i budgeten 2024?'

/** The same documents with one amount that can be read in two ways. */
const withDoubt = (reading: DocumentReading): DocumentReading => ({
  ...reading,
  statements: reading.statements.map(statement => ({
    ...statement,
    lines: statement.lines.map(line =>
      line.label === 'Region Norrvik'
        ? {
            ...line,
            values: {
              ...line.values,
              b24: { amount: 1_000_000, status: 'ambiguous', printed: '1?00000', alternatives: [1_000_000, 1_600_000] },
            },
          }
        : line,
    ),
  })),
})

test('a rule is answered by yes where every reading of the amounts says so', async () => {
  const answer = await ask(context, { question })
  expect(answer.text).toMatch(/^Ja, fördelningen 50\/25\/25 håller/)
})

test('a rule is answered neither by yes nor by no where readings of an amount part', async () => {
  const { associations, readings } = context.library
  const library = createLibrary(readings.map(withDoubt), { associations: [...associations] })
  const answer = await ask({ ...context, library }, { question })
  expect(answer.status).toBe('ambiguous')
  expect(answer.text).toMatch(/^Det går inte att avgöra för Norrvik: /)
})
