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

const withCeiling = () => {
  const [reading] = context.library.readings
  if (!reading) throw new Error('no reading')
  const ceiling: DocumentReading['facts'][number] = {
    id: 'ceiling',
    kind: 'policy',
    subject: 'Eget kapital',
    attribute: 'tak för eget kapital',
    value: 700_000,
    unit: 'kr',
    qualifier: 'max',
    printed: '700 000 kr',
    context: 'Taket för eget kapital är 700 000 kr.',
    source: { document: reading.document.id, line: 12, text: 'Taket för eget kapital är 700 000 kr.' },
  }
  const library = createLibrary([{ ...reading, facts: [...reading.facts, ceiling] }], { associations: [...context.library.associations] })
  return { ...context, library }
}

test.each([
  { asked: 'Ligger Norrviks eget kapital inom taket 2024?', says: /^Nej, det egna kapitalet i Norrvik ligger över taket/, holds: false },
  { asked: 'Ligger Norrviks eget kapital över taket 2024?', says: /^Ja, det egna kapitalet i Norrvik ligger över taket/, holds: true },
  { asked: 'Är Norrviks eget kapital för stort 2024?', says: /^Ja, det egna kapitalet i Norrvik ligger över taket/, holds: true },
  { asked: 'Is the equity of Norrvik above the ceiling in 2024?', says: /^Yes, the equity of Norrvik is above the ceiling/, holds: true },
  {
    asked: 'Ligger Norrviks eget kapital under eller över taket 2024?',
    says: /^Det egna kapitalet i Norrvik ligger över taket/,
    holds: false,
  },
  { asked: 'Ligger inte Norrviks eget kapital över taket 2024?', says: /^Det egna kapitalet i Norrvik ligger över taket/, holds: false },
  { asked: 'Avviker Norrviks budget 2024 från fördelningen 50/25/25?', says: /^Nej, fördelningen 50\/25\/25 håller/, holds: false },
])('$asked is answered for the side that it asks for', async ({ asked, says, holds }) => {
  const answer = await ask(withCeiling(), { question: asked })
  expect(answer.text).toMatch(says)
  expect(answer.verdict?.holds).toBe(holds)
})

test('how far over a ceiling is the engine’s difference of the two amounts', async () => {
  const answer = await ask(withCeiling(), { question: 'Hur långt över taket för eget kapital ligger Norrvik 2024?' })
  const [distance] = answer.figures.filter(({ role }) => role === 'answer')
  expect(answer.text).toMatch(/^Nej, det egna kapitalet i Norrvik ligger över taket/)
  expect(distance).toMatchObject({ value: 200_000, calculation: { formula: expect.stringMatching(/900.000 − 700.000/) } })
})

test.each([
  ['Stämmer ingående eget kapital plus resultatet med utgående eget kapital i Norrvik 2024?', 'equity-rollforward'],
  ['Does opening equity plus the result equal closing equity in Norrvik?', 'equity-rollforward'],
  ['Går kassaflödet ihop i Norrvik?', 'cash-flow'],
])('%s is the check of %s and of no other', async (asked, rule) => {
  const { verdict, status } = await ask(context, { question: asked })
  expect(verdict?.rule ?? status).toMatch(new RegExp(`^(${rule}|unanswerable)$`))
})
