import { expect, test } from 'vitest'
import { ask } from '../ask.ts'
import { exampleContext } from '../test-support/example-library.ts'
import { readTalk } from './read-talk.ts'

test.each([
  { said: 'hej', talk: 'greeting' },
  { said: 'Hej finsam!', talk: 'greeting' },
  { said: 'Good morning', talk: 'greeting' },
  { said: 'Tack!', talk: 'thanks' },
  { said: 'Tack så mycket för hjälpen', talk: 'thanks' },
  { said: 'ok bra', talk: 'thanks' },
  { said: 'Thank you very much', talk: 'thanks' },
  { said: 'Vad kan du göra?', talk: 'abilities' },
  { said: 'help', talk: 'abilities' },
  { said: 'Vilka dokument har du?', talk: 'documents' },
  { said: 'Visa alla dokument', talk: 'documents' },
  { said: 'Which documents do you have?', talk: 'documents' },
  { said: 'Kan du ändra Bryggan till 2 miljoner?', talk: 'change' },
  { said: 'Ta bort kansliet ur budgeten', talk: 'change' },
  { said: 'Please delete the 2023 plan', talk: 'change' },
  { said: 'Tack! Och 2023?', talk: undefined },
  { said: 'Hej, vad kostar Bryggan 2024?', talk: undefined },
  { said: 'Vilka dokument nämner Bryggan?', talk: undefined },
  { said: 'Vad händer om man tar bort Bryggan?', talk: undefined },
  { said: 'Ta bort Bryggan, vad blir resultatet?', talk: undefined },
  { said: 'Ändra statens bidrag med 10 procent: hur stort blir resultatet?', talk: undefined },
  { said: 'Kan du lägga ihop Bryggan och Vägval unga?', talk: undefined },
  { said: 'Vad kan du säga om Bryggan?', talk: undefined },
  { said: 'och det?', talk: undefined },
  { said: 'Hur mycket har budgeten ändrats?', talk: undefined },
  { said: '', talk: undefined },
])('“$said” is $talk', ({ said, talk }) => {
  expect(readTalk(said)).toBe(talk)
})

test.each(['Tack!', 'hej', 'Vad kan du göra?'])('“%s” brings back no figure of the question before', async question => {
  const answer = await ask(exampleContext(), { question, previous: 'Vad kostar Bryggan 2024?' })
  expect(answer).toMatchObject({ status: 'unanswerable', figures: [], reason: { code: 'no-question' } })
})

test('thanks are answered in the language of the talk', async () => {
  const { text, language } = await ask(exampleContext(), { question: 'thanks', previous: 'How much does Bryggan cost in 2024?' })
  expect([language, text]).toEqual(['en', 'You are welcome! Ask another question whenever you like.'])
})

test('nothing is changed, and no verdict is given', async () => {
  const answer = await ask(exampleContext(), { question: 'Kan du ändra Bryggan till 2 miljoner?' })
  expect([answer.status, answer.verdict, answer.figures]).toEqual(['unanswerable', undefined, []])
  expect(answer.text).toContain('ändrar ingenting')
})

test('the loaded documents are told, each with its place', async () => {
  const context = exampleContext()
  const answer = await ask(context, { question: 'Vilka dokument har du?' })
  expect(answer.status).toBe('answered')
  expect(answer.facts.flatMap(({ sources }) => sources.map(({ document }) => document))).toEqual(
    context.library.documents.map(({ id }) => id),
  )
})
