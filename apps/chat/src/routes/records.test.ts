import { afterEach, beforeEach, expect, test } from 'vitest'
import { memoryRecords } from '../../test/memory-records.ts'
import { smallContext } from '../../test/small-context.ts'
import { createChatServer } from '../server/create-server.ts'

let kept: ReturnType<typeof memoryRecords>
let server: Awaited<ReturnType<typeof createChatServer>>

/** With the assistant's own `ask`: a correction has to change what is answered. */
const start = () => createChatServer({ context: kept.context, records: kept.records })
beforeEach(async () => {
  kept = memoryRecords(smallContext)
  server = await start()
})
afterEach(() => server.close())

const cell = { document: 'testbygden-2024', statement: 'resultatbudget', line: 'samordningsteam', column: 'b24', printed: 'Y' }
const post = (url: string, payload: object) => server.inject({ method: 'POST', url, payload })
const question = 'Vad kostar Samordningsteam i Testbygden enligt budget 2024?'
const answered = async () => (await post('/api/ask', { question })).json()

test('the least sure cell comes first, with what each reading does to the sums', async () => {
  const { items } = (await server.inject('/api/review?document=testbygden-2024')).json()
  expect(items.map((item: { readonly label: string }) => item.label)).toEqual(['Samordningsteam', 'Förbundsgemensamt'])
  const [tying, breaking] = items[0].effects
  expect([tying.amount, tying.broken]).toEqual([3050, []])
  expect([breaking.amount, ...breaking.broken.map((sum: string) => sum.replace(/\s/g, ''))]).toEqual([3060, '1100+3060=4160≠4150'])
})

test('a correction changes the answer, leaves the queue, and holds after a restart', async () => {
  const saved = await post('/api/corrections', { ...cell, amount: 3060, why: 'jämfört med originalet' })
  expect(saved.json()).toMatchObject({ before: 3050, after: 3060, who: 'local', why: 'jämfört med originalet' })
  for (const life of ['same', 'restarted']) {
    if (life === 'restarted') {
      await server.close()
      server = await start()
    }
    expect((await answered()).figures.map((figure: { readonly value: number }) => figure.value)).toContain(3_060_000)
    const { items, corrections } = (await server.inject('/api/review?document=testbygden-2024')).json()
    expect(items).toHaveLength(1)
    expect(corrections).toMatchObject([{ label: 'Samordningsteam', column: 'Budget 2024', after: 3060, unit: 'tkr', holds: true }])
  }
})

test.each([
  { name: 'another printing', change: { printed: 'Z' }, status: 409 },
  { name: 'an unknown column', change: { column: 'b99' }, status: 409 },
  { name: 'an unknown document', change: { document: 'finns-inte' }, status: 404 },
  { name: 'no number', change: { amount: 'tre' }, status: 400 },
])('$name is refused: $status', async ({ change, status }) => {
  expect((await post('/api/corrections', { ...cell, amount: 3060, ...change })).statusCode).toBe(status)
})

test('a shared answer stays as it was given, and tells when the same question gives another', async () => {
  const { id } = (await post('/api/answers', { question })).json()
  const before = (await server.inject(`/api/answers/${id}`)).json()
  expect(before).toMatchObject({ changed: false, answer: { question } })
  await post('/api/corrections', { ...cell, amount: 3060 })
  const after = (await server.inject(`/api/answers/${id}`)).json()
  expect(after.changed).toBe(true)
  expect(after.answer).toEqual(before.answer)
  expect(after.now.figures).not.toEqual(after.answer.figures)
})

test('the same answer has one link, an unknown link is refused', async () => {
  const ids = [(await post('/api/answers', { question })).json().id, (await post('/api/answers', { question })).json().id]
  expect(ids[0]).toBe(ids[1])
  expect((await server.inject('/api/answers/finnsinte')).statusCode).toBe(404)
})

test('what was asked is logged with the figures given and the state of the documents', async () => {
  await answered()
  const [entry] = kept.asked
  expect(JSON.parse(entry ?? '')).toMatchObject({ who: 'local', question, data: expect.stringMatching(/^[0-9a-f]{16}$/) })
})

test('without records nothing is kept and the page is told', async () => {
  const bare = await createChatServer({ context: smallContext })
  expect((await bare.inject('/api/session')).json().offers).toEqual({ drafts: false, records: false, publishing: false })
  expect((await bare.inject({ method: 'POST', url: '/api/corrections', payload: { ...cell, amount: 1 } })).statusCode).toBe(404)
  await bare.close()
})
