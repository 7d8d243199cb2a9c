import { describe, expect, test } from 'vitest'
import type { Answer } from './answer/answer.ts'
import { ask } from './ask.ts'
import { explainQuestion } from './explain-question.ts'
import { inventedContext } from './tools/test-support/invented-context.ts'

const context = inventedContext()
const answerTo = (question: string, previous?: string): Promise<Answer> => ask(context, { question, ...(previous ? { previous } : {}) })
const asked = ({ figures }: Answer): string[] =>
  figures.filter(({ role }) => role === 'answer').map(({ value, unit }) => `${Math.round(value * 100) / 100} ${unit}`)

describe('ways of asking that have one answer', () => {
  test.each([
    { question: 'Vad kostar administrationen i Norrådalen 2024?', figures: ['440000 kr'] },
    { question: 'vad kostar administrationen i norradalen 2024', figures: ['440000 kr'] },
    { question: 'How much is the administration in Norrådalen in 2024?', figures: ['440000 kr'] },
    { question: 'Hur stor andel av kostnaderna i Norrådalen 2024 går till individinsatser?', figures: ['62.86 percent'] },
    { question: 'Hur mycket ökar administrationen i Norrådalen från budget 2023 till budget 2024?', figures: ['20000 kr'] },
    { question: 'Vad betalar staten till Norrådalen 2024?', figures: ['1100000 kr'] },
    { question: 'Vad kostar projektledaren i Sydslätten 2024?', figures: ['150000 kr'] },
    { question: 'Administration och individinsatser tillsammans i Sydslätten 2024?', figures: ['3600000 kr'] },
  ])('$question', async ({ question, figures }) => {
    const answer = await answerTo(question)
    expect({ status: answer.status, figures: asked(answer) }).toEqual({ status: 'answered', figures })
    expect(answer.figures.flatMap(({ sources }) => sources).length).toBeGreaterThan(0)
  })
})

test('a follow-up takes over what it does not say', async () => {
  expect(asked(await answerTo('Och i Sydslätten?', 'Vad kostar administrationen i Norrådalen 2024?'))).toEqual(['700000 kr'])
})

describe('questions that must not be answered with a figure', () => {
  test.each([
    'Vad kostar Månlandningen i Norrådalen 2024?',
    'Vad kostade administrationen i Norrådalen 2019?',
    'Vad kostar administrationen i Västlunda 2024?',
    'Vad är statslåneräntan?',
    'Varför ökar administrationen i Norrådalen?',
    'Hur många styrelsemöten hade Sydslätten 2024?',
  ])('%s', async question => {
    const answer = await answerTo(question)
    expect(answer.status).not.toBe('answered')
    expect(asked(answer)).toEqual([])
  })

  test('a value that may be read in two ways is given in both, not chosen', async () => {
    const answer = await answerTo('Vad kostar strukturella insatser i Norrådalen enligt budget 2023?')
    expect(answer.status).toBe('ambiguous')
    expect(answer.figures.filter(({ role }) => role === 'reading').map(({ value }) => value)).toEqual(
      expect.arrayContaining([310_000, 370_000]),
    )
  })
})

test('how a question was read can be told', async () => {
  const { clauses } = await explainQuestion(context, { question: 'Vad kostar Månlandningen i Norrådalen 2024?' })
  expect(clauses[0]?.meanings.join('\n')).toContain('association Norrådalen')
  expect(clauses[0]?.unplaced.join()).toContain('Månlandningen')
})
