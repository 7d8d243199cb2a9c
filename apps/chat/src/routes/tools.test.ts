import { callTool, tools } from '@finsam/assistant'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { memoryRecords } from '../../test/memory-records.ts'
import { smallContext } from '../../test/small-context.ts'
import { createChatServer } from '../server/create-server.ts'

const kept = memoryRecords(smallContext)
let server: Awaited<ReturnType<typeof createChatServer>>
beforeAll(async () => {
  server = await createChatServer({ context: smallContext, records: kept.records })
})
afterAll(() => server.close())

const call = (name: string, payload: object) => server.inject({ method: 'POST', url: `/api/tools/${name}`, payload })
const wanted = { association: 'Testbygden', line: 'Samordningsteam', scenario: 'budget', period: '2023' }

test('every tool of the catalogue is listed, described, and in the API’s description', async () => {
  const listed = (await server.inject('/api/tools')).json().tools.map(({ name }: { readonly name: string }) => name)
  expect(listed).toEqual(tools.map(({ name }) => name))
  const { paths } = (await server.inject('/openapi.json')).json()
  expect(Object.keys(paths)).toEqual(expect.arrayContaining(listed.map((name: string) => `/api/tools/${name}`)))
})

test('a tool gives over REST what it gives to everybody else', async () => {
  const reply = await call('get_figures', wanted)
  expect(reply.statusCode).toBe(200)
  expect(reply.json()).toEqual(JSON.parse(JSON.stringify((await callTool(smallContext, 'get_figures', wanted)).data)))
  expect(reply.body).toContain('2900')
})

test.each([
  { name: 'an unknown association', tool: 'get_figures', args: { ...wanted, association: 'Månbygden' }, status: 422, says: 'Testbygden' },
  { name: 'arguments that do not fit', tool: 'get_figures', args: { association: 7 }, status: 400, says: 'association' },
  { name: 'an unknown tool', tool: 'get_weather', args: {}, status: 404, says: 'not-found' },
])('$name is refused: $status', async ({ tool, args, status, says }) => {
  const reply = await call(tool, args)
  expect(reply.statusCode).toBe(status)
  expect(reply.body).toContain(says)
})

test('a call is logged with its arguments and the figures that it gave, and so is a refusal', async () => {
  await call('get_figures', wanted)
  await call('get_figures', { ...wanted, association: 'Månbygden' })
  const [given, refused] = kept.asked.slice(-2).map(json => JSON.parse(json))
  expect(given).toMatchObject({
    who: 'local',
    question: `get_figures ${JSON.stringify({ ...wanted, limit: 5 })}`,
    status: 'answered',
    figures: [{ value: 2_900_000, unit: 'kr' }],
  })
  expect(refused).toMatchObject({ status: 'refused', figures: [] })
})
