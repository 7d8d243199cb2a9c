import { expect, test } from 'vitest'
import { ask } from '../../ask.ts'
import { exampleContext } from '../../test-support/example-library.ts'

const answerTo = async (question: string, previous?: string) => {
  const { status, figures } = await ask(exampleContext(), { question, ...(previous ? { previous } : {}) })
  return [status, ...figures.filter(({ role }) => role === 'answer').map(({ value }) => value)]
}

test.each([
  { question: 'Vad kostar kansliet i Norrvik per månad 2024?', told: ['answered', 45_000] },
  { question: 'What does Bryggan cost a month in 2024?', told: ['answered', 137_500] },
  { question: 'Vad betalar kommunerna till Norrvik i genomsnitt 2024?', told: ['answered', 500_000] },
  { question: 'Hur mycket högre är Bryggan (Vägval unga) budget 2024 än budget 2023?', told: ['answered', 100_000] },
  { question: 'Med hur mycket ökade Bryggan från 2023, i budgeten?', told: ['answered', 150_000] },
  { question: 'Bryggan i Norrvik ökar kraftigt 2024. Med hur mycket?', told: ['answered', 150_000] },
  { question: 'Hur mycket fick vi kvar av Bryggans budget 2023 enligt prognosen?', told: ['unanswerable'] },
])('$question', async ({ question, told }) => expect(await answerTo(question)).toEqual(told))

test('another point goes on from the first of a comparison', async () =>
  expect(await answerTo('Och mot prognosen 2023?', 'Bryggan, budget 2024 mot budget 2023?')).toEqual(['answered', 250_000]))
