import { createLibrary, type DocumentReading, type Line } from '@finsam/domain'
import { expect, test } from 'vitest'
import { ask } from '../../ask.ts'
import { exampleContext } from '../../test-support/example-library.ts'

const { library, ...rest } = exampleContext()
const [plan] = library.readings
const [like] = plan?.statements ?? []
if (!plan || !like) throw new Error('no plan to make a report beside')

const firstHalf = { from: '2024-01-01', to: '2024-06-30' }
const columns = [
  { id: 'a', label: 'Utfall jan–juni 2024', scenario: 'actual' as const, period: firstHalf },
  { id: 'b', label: 'Budget jan–juni 2024', scenario: 'budget' as const, period: firstHalf },
  { id: 'y', label: 'Budget 2024', scenario: 'budget' as const, period: { from: '2024-01-01', to: '2024-12-31' } },
  { id: 'q', label: 'Utfall april–juni 2024', scenario: 'actual' as const, period: { from: '2024-04-01', to: '2024-06-30' } },
  { id: 'f', label: 'Prognos 2024', scenario: 'forecast' as const, period: { from: '2024-01-01', to: '2024-12-31' } },
  { id: 'e', label: 'Utfall jan–aug 2023', scenario: 'actual' as const, period: { from: '2023-01-01', to: '2023-08-31' } },
]
const lines = (
  [
    ['Kostnader', [900_000, 960_000, undefined, undefined, undefined, 1_300_000]],
    ['Bryggan', [500_000, 600_000, 800_000, 290_000, 780_000, 800_000]],
    ['Vägval unga', [400_000, 350_000, 700_000, undefined, undefined, 500_000]],
    ['Team Almby', [0, 10_000, undefined, undefined, undefined, 0]],
  ] as const
).map(
  ([label, amounts], at): Line => ({
    id: `r${at}`,
    label,
    printedLabel: label,
    sourceLine: 10 + at,
    text: label,
    nature: 'cost',
    role: 'item',
    ...(at > 0 ? { section: 'Insatser' } : {}),
    values: Object.fromEntries(
      columns.flatMap(({ id }, index) => {
        const amount = amounts[index]
        return amount === undefined ? [] : [[id, { amount, status: 'printed' as const, printed: String(amount) }] as const]
      }),
    ),
  }),
)
/** A report of half a year: a row of all costs among the initiatives, and a part of the year before that is two months longer. */
const report: DocumentReading = {
  ...plan,
  document: { ...plan.document, id: 'norrvik-h1-2024', title: 'Delårsrapport 2024', kind: 'interim-report' },
  statements: [{ ...like, id: 'h1', title: 'Driftredovisning', columns, lines }],
  facts: [],
}
const context = { ...rest, library: createLibrary([report], { associations: [...library.associations] }) }

test.each([
  { question: 'Vilken post är dyrast i Norrvik första halvåret 2024?', says: /Bryggan störst/, figures: [500_000] },
  {
    question: 'Vilka insatser har Norrvik lagt mindre på än budgeterat första halvåret 2024?',
    says: /Bryggan 100 000 kr och Team Almby 10 000 kr/,
    figures: [-100_000, -10_000],
  },
  {
    question: 'Vilka insatser har Norrvik lagt mer på än budgeterat första halvåret 2024?',
    says: /Vägval unga 50 000 kr/,
    figures: [50_000],
  },
  {
    question: 'Hur stor del av de beviljade medlen har Bryggan i Norrvik förbrukat till och med juni 2024?',
    says: /62,5 %/,
    figures: [62.5],
  },
  {
    question: 'Vad har Bryggan i Norrvik kostat till och med juni 2024, och hur stor del av helårsbudgeten är det?',
    says: /62,5 % av Bryggan, budget 2024/,
    figures: [500_000, 62.5],
  },
  {
    question: 'Hur stor del av de beviljade medlen har Team Almby i Norrvik förbrukat till och med juni 2024?',
    says: /^(?!.*%)/,
    figures: [],
  },
  { question: 'Vilken insats i Norrvik hade störst överskott första halvåret 2024?', says: /^(?!.*störst:)/, figures: [] },
  { question: 'Vad kostade Bryggan i Norrvik april–juni 2024?', says: /april–juni 2024/, figures: [290_000] },
  { question: 'Vad kostade Bryggan i Norrvik mars–juni 2024?', says: /./, figures: [] },
  {
    question: 'Vad har Bryggan i Norrvik kostat jan–juni 2024 och vad är prognosen för helåret?',
    says: /prognos 2024/,
    figures: [500_000, 780_000],
  },
  { question: 'Lade Norrvik något på Team Almby första halvåret 2024?', says: /^Nej\. /, figures: [0] },
  { question: 'Lade Norrvik något på Bryggan första halvåret 2024?', says: /^Ja\. /, figures: [500_000] },
  {
    question: 'Hur mycket högre blev kostnaderna jan–juni 2024 jämfört med jan–aug 2023 i Norrvik?',
    says: /400 000 kr lägre/,
    figures: [],
  },
])('$question', async ({ question, says, figures }) => {
  const answer = await ask(context, { question })
  expect(answer.text.replaceAll('\u00a0', ' ')).toMatch(says)
  expect(answer.figures.filter(({ role }) => role === 'answer').map(({ value }) => value)).toEqual(figures)
})
