import { createLibrary, type DocumentReading, type Line } from '@finsam/domain'
import { expect, test } from 'vitest'
import { ask } from '../../ask.ts'
import { exampleContext } from '../../test-support/example-library.ts'

const { library, ...rest } = exampleContext()
const [plan] = library.readings
const [like] = plan?.statements ?? []
if (!plan || !like) throw new Error('no plan to make another of')

const columns = [
  { id: 'b', label: 'Budget 2024', scenario: 'budget' as const, period: { from: '2024-01-01', to: '2024-12-31' } },
  { id: 'p', label: 'Prognos 2024', scenario: 'forecast' as const, period: { from: '2024-01-01', to: '2024-12-31' } },
  { id: 'n', label: 'Plan 2025', scenario: 'plan' as const, period: { from: '2025-01-01', to: '2025-12-31' } },
]
const row = (label: string, amount: number, more: Partial<Line> = {}): Line => ({
  id: label,
  label,
  printedLabel: label,
  sourceLine: amount,
  text: label,
  nature: 'cost',
  role: 'item',
  values: Object.fromEntries(
    columns.map(({ id }, at) => [id, { amount: amount + at, status: 'printed' as const, printed: String(amount + at) }]),
  ),
  ...more,
})
const table = (id: string, lines: readonly Line[]) => ({ ...like, id, title: id, columns, lines: [...lines] })
/** A plan whose overview prints a sum of the initiatives as a row of its own, and whose table of payments prints what the members pay. */
const reading: DocumentReading = {
  ...plan,
  document: { ...plan.document, id: 'norrvik-2024', fiscalYear: 2024 },
  statements: [
    table('Insatser', [
      row('Bryggan', 500, { section: 'Insatser' }),
      row('Vägval unga', 400, { section: 'Insatser' }),
      row('Summa Riktade insatser', 900, {
        role: 'total',
        sumOf: [
          { line: 'Bryggan', weight: 1 },
          { line: 'Vägval unga', weight: 1 },
        ],
      }),
    ]),
    table('Översikt', [
      row('Riktade insatser', 901, { section: 'Insatser' }),
      row('Bidrag från medlemmar', 1_200, { section: 'Insatser' }),
    ]),
  ],
  facts: [],
}
const context = { ...rest, library: createLibrary([reading], { associations: [...library.associations] }) }
const answersTo = async (question: string): Promise<readonly number[]> =>
  (await ask(context, { question })).figures.filter(({ role }) => role === 'answer').map(({ value }) => value)

test('the initiative that costs most is no sum of initiatives and no contribution', async () => {
  const answer = await ask(context, { question: 'Vilken insats kostar mest i Norrviks budget 2024?' })
  expect(answer.text).toContain('Bryggan störst')
  expect(answer.text).not.toMatch(/Riktade|Bidrag/)
})

test.each([
  {
    name: 'a year that a document is of has its forecast',
    question: 'Vad kostar Bryggan i Norrvik enligt prognosen för 2024?',
    figures: [501],
  },
  {
    name: 'what is projected for a year beyond every document is planned',
    question: 'What is Bryggan in Norrvik projected to cost in 2025?',
    figures: [502],
  },
])('$name', async ({ question, figures }) => {
  expect(await answersTo(question)).toEqual(figures)
})
