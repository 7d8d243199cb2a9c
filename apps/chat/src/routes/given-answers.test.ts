import type { AskInput } from '@finsam/assistant'
import { createLibrary } from '@finsam/domain'
import { expect, test } from 'vitest'
import { planReading, shareAnswer, smallContext } from '../../test/small-context.ts'
import { givenAnswers } from './given-answers.ts'

/** Says something else each time, as a model does. */
function moody() {
  let times = 0
  return givenAnswers((_, { question }) => {
    times += 1
    return { ...shareAnswer(question), text: `Svar ${times}.` }
  })
}
const otherContext = { ...smallContext, library: createLibrary([planReading], { associations: [] }) }
const question: AskInput = { question: 'Andel?' }

test.each([
  { name: 'the same question gets what was given', context: smallContext, asked: question, text: 'Svar 1.' },
  { name: 'in its own language too', context: smallContext, asked: { ...question, language: 'sv' }, text: 'Svar 1.' },
  { name: 'another language is another answer', context: smallContext, asked: { ...question, language: 'en' }, text: 'Svar 2.' },
  { name: 'after another talk it is another question', context: smallContext, asked: { ...question, previous: 'Först?' }, text: 'Svar 2.' },
  { name: 'other documents give another answer', context: otherContext, asked: question, text: 'Svar 2.' },
] as const)('$name', async ({ context, asked, text }) => {
  const answers = moody()
  await answers.give(smallContext, question)
  expect((await answers.again(context, asked)).text).toBe(text)
})

test('asking anew answers anew', async () => {
  const answers = moody()
  await answers.give(smallContext, question)
  expect((await answers.give(smallContext, question)).text).toBe('Svar 2.')
  expect((await answers.again(smallContext, question)).text).toBe('Svar 2.')
})
