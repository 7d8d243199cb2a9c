import { calendarYear, createLibrary, type DocumentReading } from '@finsam/domain'
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

/** The same documents with what equity and cash were at both ends of the year, and what came between; `off` is what closing equity is misprinted by. */
const withBalances = (off = 0) => {
  const [reading] = context.library.readings
  if (!reading) throw new Error('no reading')
  const rows = [
    ['Ingående eget kapital', 'equity', 1_400_000],
    ['Årets resultat', 'result', -500_000],
    ['Utgående eget kapital', 'equity', 900_000 + off],
    ['Likvida medel vid årets början', 'cash', 300_000],
    ['Årets kassaflöde', 'cash', 50_000],
    ['Likvida medel vid årets slut', 'cash', 350_000],
  ] as const
  const lines = rows.map(([label, nature, amount], at) => ({
    id: `b${at}`,
    label,
    printedLabel: label,
    sourceLine: 92 + at,
    text: `${label} ${amount}`,
    nature,
    role: 'item' as const,
    values: { c: { amount, status: 'printed' as const, printed: String(amount) } },
  }))
  const [like] = reading.statements
  if (!like) throw new Error('no statement')
  const columns = [{ id: 'c', label: 'Budget 2024', scenario: 'budget' as const, period: calendarYear(2024) }]
  const made = (id: string, kind: 'equity-rollforward' | 'cash-flow', from: number, to: number) => ({
    ...like,
    id,
    title: id,
    kind,
    columns,
    lines: lines.slice(from, to),
  })
  const own = reading.statements.filter(({ kind }) => kind !== 'balance')
  const statements = [...own, made('Eget kapital', 'equity-rollforward', 0, 3), made('Kassaflöde', 'cash-flow', 3, 6)]
  return { ...context, library: createLibrary([{ ...reading, statements }], { associations: [...context.library.associations] }) }
}

test.each([
  ['Stämmer ingående eget kapital plus resultatet med utgående eget kapital i Norrvik 2024?', 0, 'equity-rollforward', true],
  ['Does opening equity plus the result equal closing equity in Norrvik?', 1_000, 'equity-rollforward', false],
  ['Går kassaflödet ihop i Norrvik?', 0, 'cash-flow', true],
] as const)('%s with closing equity %d off is the check that it asks for', async (asked, off, rule, holds) => {
  const answer = await ask(withBalances(off), { question: asked })
  expect(answer.verdict).toEqual({ holds, rule })
})
