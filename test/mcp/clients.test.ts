import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { httpClients, stdioClients, type TestClient } from './support/clients.ts'
import { type RunningServer, startHttp } from './support/http-server.ts'

const share = {
  name: 'calculate',
  arguments: {
    operation: 'share',
    of: [
      { association: 'Norrådalen', line: 'Individinsatser', scenario: 'budget', period: '2024' },
      { association: 'Norrådalen', line: 'Summa kostnader', scenario: 'budget', period: '2024' },
    ],
  },
}

/** What a reply says, without the envelope that differs between protocol versions. */
const saidBy = ({ content, structuredContent, isError }: Record<string, unknown>) => ({
  content,
  structuredContent,
  isError: isError ?? false,
})

describe('every client gets the same figures', () => {
  let server: RunningServer
  const replies = new Map<string, unknown>()
  beforeAll(async () => {
    server = await startHttp()
  })
  afterAll(() => server.close())

  const clients: readonly (readonly [string, () => Promise<TestClient>])[] = [
    ...Object.entries(stdioClients),
    ...Object.entries(httpClients).map(([name, connect]) => [name, () => connect(server.url)] as const),
  ]

  test.each(clients)('%s', { timeout: 60_000 }, async (name, connect) => {
    const client = await connect()
    try {
      expect((await client.listTools()).tools.length).toBeGreaterThanOrEqual(6)
      const reply = saidBy(await client.callTool(share))
      expect(reply.structuredContent).toMatchObject({ figures: [{ value: (1_320_000 / 2_100_000) * 100, unit: 'percent' }, {}, {}] })
      replies.set(name, reply)
      expect((await client.callTool({ name: 'get_figures', arguments: { association: 'Nordalen' } })).isError).toBe(true)
      const { contents } = await client.readResource({ uri: 'finsam://norradalen-2024/page/2' })
      expect(contents[0]?.text).toContain('15 Minst 85 %')
      expect((await client.listResources()).resources.map(({ uri }) => uri).filter(uri => uri.startsWith('finsam:'))).toEqual([
        'finsam://norradalen-2024',
        'finsam://sydslatten-2024',
      ])
    } finally {
      await client.close()
    }
  })

  test('byte for byte', () => {
    expect(replies.size).toBe(clients.length)
    expect(new Set([...replies.values()].map(reply => JSON.stringify(reply))).size).toBe(1)
  })
})
