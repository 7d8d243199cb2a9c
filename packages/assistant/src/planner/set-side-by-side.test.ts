import { calendarYear, createLibrary, type DocumentReading } from '@finsam/domain'
import { expect, test } from 'vitest'
import { ask } from '../ask.ts'
import { exampleContext } from '../test-support/example-library.ts'

/** The made-up association of Norrvik with a second one beside it, each with a year of its own. */
const twoAssociations = () => {
  const context = exampleContext()
  const [norrvik] = context.library.readings
  if (!norrvik) throw new Error('no reading')
  const rows: readonly (readonly [label: string, amount: number])[] = [
    ['Kansli', 800_000],
    ['Fyren', 650_000],
  ]
  const soderlund: DocumentReading = {
    ...norrvik,
    document: {
      ...norrvik.document,
      id: 'soderlund-2025',
      association: 'soderlund',
      associationName: 'Samordningsförbundet Söderlund',
      fiscalYear: 2025,
    },
    statements: [
      {
        id: 's1',
        title: 'Budget',
        kind: 'income',
        costSign: 'positive',
        headerLines: [],
        unit: 'kr',
        columns: [{ id: 'b25', label: 'Budget 2025', scenario: 'budget', period: calendarYear(2025) }],
        lines: rows.map(([label, amount], at) => ({
          id: `l${at}`,
          label,
          printedLabel: label,
          sourceLine: at + 1,
          text: `${label} ${amount}`,
          nature: 'cost',
          role: 'item',
          values: { b25: { amount, status: 'printed', printed: String(amount) } },
        })),
      },
    ],
    facts: [],
    headings: [],
  }
  return {
    ...context,
    library: createLibrary([...context.library.readings, soderlund], { associations: [...context.library.associations] }),
  }
}

test.each([
  {
    question: 'Kansliet i Norrvik 2024 jämfört med kansliet i Söderlund 2025, vilket är dyrast och med hur mycket?',
    figures: [800_000, 540_000, 260_000],
  },
  { question: 'Vad är skillnaden mellan kansliet i Söderlund 2025 och kansliet i Norrvik 2024?', figures: [260_000] },
  { question: 'Hur många gånger större är Bryggan 2024 än Fyren 2025?', figures: [1_650_000 / 650_000] },
])('$question', async ({ question, figures }) => {
  const answer = await ask(twoAssociations(), { question })
  const told = answer.figures.filter(({ role }) => role === 'answer').map(({ value }) => Math.abs(Number(value)))
  expect([answer.status, told]).toEqual(['answered', figures])
})

test.each([
  { question: 'Är kansli plus styrelse lika med summa administration i Norrvik 2024?', holds: true },
  { question: 'Är kansli plus bryggan lika med summa administration i Norrvik 2024?', holds: false },
])('$question $holds', async ({ question, holds }) => {
  expect((await ask(exampleContext(), { question })).verdict).toMatchObject({ holds })
})

test.each([
  { question: 'Vad kostar Bryggan per deltagare 2024 om de tar emot 30 deltagare?', value: 55_000 },
  { question: 'What does Bryggan cost per participant in 2024 if it takes 50 participants?', value: 33_000 },
])('$question', async ({ question, value }) => {
  const answer = await ask(exampleContext(), { question })
  expect(answer.figures.find(({ role }) => role === 'answer')).toMatchObject({ value, unit: 'kr_per_participant' })
})
