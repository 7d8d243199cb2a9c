import { expect, test } from 'vitest'
import { ask } from '../../ask.ts'
import { exampleContext } from '../../test-support/example-library.ts'

const assumptionsOf = async (question: string): Promise<readonly string[]> => {
  const { status, notes } = await ask(exampleContext(), { question })
  return status === 'answered' ? notes.filter(note => note.startsWith('Antagande')).map(note => note.replaceAll('\u00a0', ' ')) : [status]
}

test.each([
  {
    question: 'Om kostnaderna i Norrvik 2024 blir 5 % högre och intäkterna 3 % lägre, vad blir resultatet?',
    assumed: ['Antagande: Summa kostnader ökar med 5 % från 2024.', 'Antagande: Summa intäkter minskar med 3 % från 2024.'],
  },
  {
    question: 'Om Bryggan ökar 5 % och Vägval unga 3 % i Norrvik 2024, vad blir resultatet?',
    assumed: ['Antagande: Bryggan ökar med 5 % från 2024.', 'Antagande: Vägval unga ökar med 3 % från 2024.'],
  },
  {
    question: 'Vad händer om statens bidrag till Norrvik 2024 sänks med 10 % och kostnaderna är desamma?',
    assumed: ['Antagande: Statens bidrag minskar med 10 % från 2024.'],
  },
  {
    question: 'Säg att Bryggan drar över sin budget med 10 % 2024. Vad blir då årets resultat i Norrvik?',
    assumed: ['Antagande: Bryggan ökar med 10 % från 2024.'],
  },
  {
    question: 'Om Bryggan bara gör av med hälften av sin budget 2024, vad blir Norrviks resultat?',
    assumed: ['Antagande: Bryggan minskar med 50 % från 2024.'],
  },
  {
    question: 'Om Bryggan aldrig startar men allt annat är som planerat 2024, vad blir Norrviks resultat?',
    assumed: ['Antagande: Bryggan är 0 kr från 2024.'],
  },
  { question: 'Om Bryggan ökar 5 % och kaffet blir dyrare i Norrvik 2024, vad blir resultatet?', assumed: ['unanswerable'] },
  { question: 'Säg att Bryggan får 300 tkr eller 400 tkr mer 2024. Vad blir Norrviks resultat?', assumed: ['unanswerable'] },
])('$question', async ({ question, assumed }) => expect(await assumptionsOf(question)).toEqual(assumed))
