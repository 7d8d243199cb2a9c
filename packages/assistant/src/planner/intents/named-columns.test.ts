import { describe, expect, test } from 'vitest'
import { ask } from '../../ask.ts'
import { exampleContext } from '../../test-support/example-library.ts'

const context = exampleContext()

describe('columns of counts by their own names', () => {
  test.each([
    {
      name: 'of a row',
      question: 'Hur många kvinnor deltog i Bryggan 2023?',
      says: /^Kvinnor i Bryggan \(Norrvik, utfall 2023\): 31\./,
      figures: [31],
    },
    { name: 'of all rows', question: 'Hur många män deltog totalt i Norrviks insatser 2023?', says: /^Män totalt/, figures: [41] },
    { name: 'in English', question: 'How many women took part in Vägval unga in 2023?', says: /^Kvinnor in Vägval unga/, figures: [8] },
    { name: 'as a share', question: 'Hur stor andel kvinnor hade Bryggan 2023?', says: /62 % \(31 av 50\)/, figures: [62] },
    { name: 'ranked', question: 'Vilken insats i Norrvik hade flest män 2023?', says: /^Flest män: Vägval unga 22/, figures: [22] },
    { name: 'those who finished', question: 'Hur många avslutade Bryggan 2023?', says: /^Avslutade i Bryggan/, figures: [12] },
  ])('$name', async ({ question, says, figures }) => {
    const answer = await ask(context, { question })
    expect(answer.text.replace(/\u00a0/g, ' ')).toMatch(says)
    expect(answer.figures.filter(({ role }) => role === 'answer').map(({ value }) => value)).toEqual(figures)
  })

  test.each([
    { name: 'of another year', question: 'Hur många kvinnor deltog i Bryggan 2022?' },
    { name: 'of another body', question: 'Hur många kvinnor sitter i Norrviks styrelse 2023?' },
    { name: 'narrowed by a word that no table counts', question: 'Hur många kvinnor är långtidssjukskrivna i Norrvik 2023?' },
    { name: 'of money', question: 'Vad kostade kvinnorna i Bryggan 2023?' },
  ])('$name is not answered with a count', async ({ question }) => {
    const answer = await ask(context, { question })
    expect(answer.figures.filter(({ role, value }) => role === 'answer' && value < 100)).toEqual([])
  })
})
