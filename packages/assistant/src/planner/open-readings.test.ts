import { expect, test } from 'vitest'
import { ask } from '../ask.ts'
import { inventedContext } from '../tools/test-support/invented-context.ts'

test('a cell that may be read in two ways is given in both, not chosen', async () => {
  const answer = await ask(inventedContext(), { question: 'Vad kostar strukturella insatser i Norrådalen enligt budget 2023?' })
  expect(answer.status).toBe('ambiguous')
  expect(answer.figures.filter(({ role }) => role === 'reading').map(({ value }) => value)).toEqual(
    expect.arrayContaining([310_000, 370_000]),
  )
})
