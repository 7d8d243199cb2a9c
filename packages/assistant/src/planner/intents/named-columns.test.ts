import { createLibrary } from '@finsam/domain'
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

/** The initiatives' table with those who took part in a column beside the amounts. */
const withHeads = () => {
  const { library, ...rest } = exampleContext()
  const heads: Readonly<Record<string, number>> = { Bryggan: 55, 'Vägval unga': 40, 'Team Ekby': 20 }
  const readings = library.readings.map(reading => ({
    ...reading,
    statements: reading.statements.flatMap(statement => {
      if (!statement.lines.some(({ label }) => label === 'Bryggan')) return [statement]
      const money = statement.columns.find(({ scenario, label }) => scenario === 'budget' && label.includes('2024'))
      if (!money) return []
      const column = { ...money, id: 'heads', label: 'Deltagare', measure: 'participants' as const, unit: 'participants' as const }
      const lines = statement.lines.map(line => {
        const count = heads[line.label]
        if (count === undefined) return line
        return { ...line, values: { ...line.values, heads: { amount: count, status: 'printed' as const, printed: String(count) } } }
      })
      return [{ ...statement, columns: [...statement.columns, column], lines }]
    }),
    facts: reading.facts.filter(({ unit }) => unit !== 'participants' && unit !== 'persons'),
  }))
  return { ...rest, library: createLibrary(readings, { associations: [...library.associations] }) }
}

describe('those who took part, in a column beside the amounts', () => {
  test.each([
    { question: 'Vad kostar Bryggan per deltagare 2024?', figures: [30_000] },
    { question: 'Vilken insats i Norrvik har flest deltagare 2024?', figures: [55] },
    { question: 'Which initiative in Norrvik has the second most participants in 2024?', figures: [40] },
    { question: 'Hur många deltagare har Vägval unga 2024?', figures: [40] },
  ])('$question', async ({ question, figures }) => {
    const answer = await ask(withHeads(), { question })
    expect(answer.figures.filter(({ role }) => role === 'answer').map(({ value }) => value)).toEqual(figures)
  })
})
