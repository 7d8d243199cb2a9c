import { expect, test } from 'vitest'
import { eventTexts, type ServerEvent } from './server-sent-events.ts'

test('a line break in data stays inside its event', async () => {
  async function* events(): AsyncGenerator<ServerEvent> {
    yield { event: 'answer', data: { text: 'ett\n\nevent: två' } }
  }
  const texts: string[] = []
  for await (const text of eventTexts(events())) texts.push(text)
  expect(texts).toEqual(['event: answer\ndata: {"text":"ett\\n\\nevent: två"}\n\n'])
})

test('a long silence is filled, and no event is lost by it', async () => {
  const { promise: goOn, resolve } = Promise.withResolvers<void>()
  async function* events(): AsyncGenerator<ServerEvent> {
    yield { event: 'working', data: {} }
    await goOn
    yield { event: 'answer', data: 1 }
  }
  const seen: string[] = []
  for await (const text of eventTexts(events(), 5)) {
    seen.push(text)
    if (seen.length === 3) resolve()
  }
  expect(seen[0]).toBe('event: working\ndata: {}\n\n')
  expect(seen.slice(1, 3)).toEqual([': still here\n\n', ': still here\n\n'])
  expect(seen.at(-1)).toBe('event: answer\ndata: 1\n\n')
})

test('a client that leaves ends the work', async () => {
  let ended = false
  async function* events(): AsyncGenerator<ServerEvent> {
    try {
      yield { event: 'working', data: {} }
      yield { event: 'answer', data: 1 }
    } finally {
      ended = true
    }
  }
  for await (const _ of eventTexts(events())) break
  expect(ended).toBe(true)
})
