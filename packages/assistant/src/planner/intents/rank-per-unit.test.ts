import { expect, test } from 'vitest'
import { ask } from '../../ask.ts'
import { exampleContext } from '../../test-support/example-library.ts'

const context = exampleContext()

test.each([
  {
    name: 'the dearest for each who takes part',
    question: 'Vilken insats kostar mest per deltagare i Norrvik 2024?',
    says: /^Högst per deltagare i Norrvik: Team Ekby, budget 2024 35 000 kr .*Därefter: Bryggan.*; Vägval unga/,
    figures: [35_000],
  },
  {
    name: 'the cheapest, in English',
    question: 'Which initiative has the lowest cost per participant in Norrvik 2024?',
    says: /^Lowest per participant in Norrvik: Vägval unga.* 25,000 kr/,
    figures: [25_000],
  },
  {
    name: 'whether one is dearer than another',
    question: 'Kostar Bryggan mer per deltagare än Vägval unga 2024?',
    says: /^Ja, per deltagare: Bryggan/,
    figures: [30_000, 25_000],
  },
  {
    name: 'whether one is cheaper than another',
    question: 'Kostar Bryggan mindre per deltagare än Vägval unga 2024?',
    says: /^Nej, per deltagare: Bryggan/,
    figures: [30_000, 25_000],
  },
  {
    name: 'one by all who take part, not by the men in the brackets',
    question: 'Kostnad per deltagare i Team Ekby i Norrvik 2024?',
    says: /35 000 kr.*700 000 kr \/ 20/,
    figures: [35_000],
  },
  {
    name: 'each of two, not both in one',
    question: 'Kostnad per deltagare 2024: Bryggan resp. Vägval unga i Norrvik',
    says: /^Per deltagare: Bryggan/,
    figures: [30_000, 25_000],
  },
])('$name', async ({ question, says, figures }) => {
  const answer = await ask(context, { question })
  expect(answer.text.replace(/\u00a0/g, ' ')).toMatch(says)
  expect(answer.figures.filter(({ role }) => role === 'answer').map(({ value }) => value)).toEqual(figures)
})
