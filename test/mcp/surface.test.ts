import { tools } from '@finsam/assistant'
import { buildServer } from '@finsam/mcp'
import { Client, InMemoryTransport, StreamableHTTPClientTransport } from '@modelcontextprotocol/client'
import { encode } from 'gpt-tokenizer/encoding/o200k_base'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { inventedContext } from '../../packages/assistant/src/tools/test-support/invented-context.ts'
import { type RunningServer, startHttp } from './support/http-server.ts'
import { sampleCalls } from './support/sample-calls.ts'

const tokens = (value: unknown): number => encode(typeof value === 'string' ? value : JSON.stringify(value)).length

let server: RunningServer
let client: Client
beforeAll(async () => {
  server = await startHttp()
  client = new Client({ name: 'surface', version: '1' }, { versionNegotiation: { mode: 'auto' } })
  await client.connect(new StreamableHTTPClientTransport(server.url))
})
afterAll(async () => {
  await client.close()
  await server.close()
})

describe('definitions', () => {
  test('every definition is as it was decided', async () => {
    const listed = await client.listTools()
    expect(listed.tools.map(({ name }) => name)).toEqual([
      'ask',
      'list_associations',
      'describe',
      'get_figures',
      'calculate',
      'compare',
      'check',
      'project',
      'list_initiatives',
      'explain_figure',
      'search_text',
      'read_source',
    ])
    await expect(`${JSON.stringify(listed.tools, null, 1)}\n`).toMatchFileSnapshot('snapshots/definitions.snap.json')
  })

  test('names, descriptions and inputs cost at most 4 000 tokens together, 550 each', async () => {
    const { tools: listed } = await client.listTools()
    const costs = listed.map(
      ({ name, title, description, inputSchema }) => [name, tokens({ name, title, description, inputSchema })] as const,
    )
    console.log(`tools/list in tokens (o200k): ${costs.map(([name, cost]) => `${name} ${cost}`).join(', ')}`)
    for (const [name, cost] of costs) expect([name, cost <= 550]).toEqual([name, true])
    expect(costs.reduce((sum, [, cost]) => sum + cost, 0)).toBeLessThanOrEqual(4_000)
  })

  test('all only read, refuse unknown arguments, and keep their inputs plain enough for every model provider', async () => {
    for (const { name, annotations, inputSchema, outputSchema } of (await client.listTools()).tools) {
      expect([name, annotations]).toEqual([
        name,
        { readOnlyHint: true, destructiveHint: false, idempotentHint: true, openWorldHint: false },
      ])
      expect(inputSchema).toMatchObject({ type: 'object', additionalProperties: false })
      expect(outputSchema).toMatchObject({ type: 'object' })
      expect([name, JSON.stringify(inputSchema)]).toEqual([
        name,
        expect.not.stringMatching(/anyOf|oneOf|allOf|\$ref|\$schema|"null"|exclusiveM/),
      ])
    }
  })
})

/** Figures, places and codes are pinned; the engine's sentences about them are its own affair. */
const worded = new Set(['label', 'notes', 'formula', 'arithmetic', 'meaning', 'equations', 'proof', 'reason', 'table', 'chart'])
function withoutWording(this: unknown, key: string, value: unknown): unknown {
  if (worded.has(key)) return undefined
  const isSentence = key === 'text' && typeof this === 'object' && this !== null && !('document' in this)
  return isSentence ? undefined : value
}

describe('one reply of each tool', () => {
  test('there is a sample of every tool', () => {
    expect(new Set(sampleCalls.map(({ name }) => name))).toEqual(new Set(tools.map(({ name }) => name)))
  })

  test.each(sampleCalls)('$name', async ({ name, arguments: args }) => {
    const { content, structuredContent, isError } = await client.callTool({ name, arguments: args })
    expect(isError ?? false).toBe(false)
    const links = (content as { type: string; uri?: string }[]).flatMap(({ uri }) => uri ?? [])
    const reply = JSON.stringify({ call: { name, arguments: args }, links, structuredContent }, withoutWording, 1)
    await expect(`${reply}\n`).toMatchFileSnapshot(`snapshots/${name}.snap.json`)
    const text = (content as { type: string; text?: string }[]).map(part => part.text ?? '').join('')
    expect(tokens(text)).toBeLessThanOrEqual(600)
    expect(tokens(structuredContent)).toBeLessThanOrEqual(900)
  })
})

describe('resources, prompts and completions', () => {
  test('documents are listed with a hint how long the list keeps', async () => {
    const { resources } = await client.listResources()
    expect(resources.map(({ uri, title }) => [uri, title])).toEqual([
      ['ui://finsam/bars', 'Figures as bars'],
      ['finsam://norradalen-2024', 'Verksamhetsplan och budget 2024'],
      ['finsam://sydslatten-2024', 'Verksamhetsplan och budget 2024'],
    ])
    expect((await client.listResourceTemplates()).resourceTemplates.map(({ uriTemplate }) => uriTemplate)).toEqual([
      'finsam://{document}',
      'finsam://{document}/page/{page}',
      'finsam://{document}/lines/{range}',
    ])
  })

  test.each([
    ['finsam://norradalen-2024', /Statements:[\s\S]*Resultatbudget/],
    ['finsam://norradalen-2024/page/2', /^14 Mål\n15 Minst 85 %/],
    ['finsam://norradalen-2024/lines/9-10', /^9 Individinsatser 1 200 000 .*\n10 Strukturella/],
    ['finsam://norradalen-2024/lines/9', /^9 Individinsatser [^\n]*$/],
  ])('%s', async (uri, says) => {
    const [contents] = (await client.readResource({ uri })).contents
    expect(contents).toMatchObject({ uri, mimeType: 'text/plain', text: expect.stringMatching(says) })
  })

  test.each([
    'finsam://norradalen-1999',
    'finsam://norradalen-2024/page/7',
    'finsam://norradalen-2024/page/x',
    'finsam://norradalen-2024/lines/0-5',
    'finsam://norradalen-2024/lines/9-3',
    'finsam://..%2F..%2Fetc/page/1',
    'finsam://%E0%A4%A/page/1',
    'file:///etc/passwd',
  ])('%s is not there', async uri => {
    await expect(client.readResource({ uri })).rejects.toMatchObject({ code: -32_602 })
  })

  test.each([
    {
      ref: { type: 'ref/resource', uri: 'finsam://{document}/page/{page}' },
      argument: { name: 'document', value: 'nor' },
      values: ['norradalen-2024'],
    },
    {
      ref: { type: 'ref/resource', uri: 'finsam://{document}/page/{page}' },
      argument: { name: 'page', value: '' },
      context: { arguments: { document: 'norradalen-2024' } },
      values: ['1', '2'],
    },
    { ref: { type: 'ref/prompt', name: 'budget_review' }, argument: { name: 'association', value: 'syd' }, values: ['Sydslätten'] },
    { ref: { type: 'ref/prompt', name: 'board_memo' }, argument: { name: 'language', value: 's' }, values: ['sv'] },
  ] as const)('completes $argument.name', async ({ values, ...asked }) => {
    expect((await client.complete(asked)).completion.values).toEqual(values)
  })

  test.each([
    ['budget_review', 'sv', /Granska budgeten för samordningsförbundet Norrådalen år 2024/],
    ['budget_review', 'en', /Review the budget of the samordningsförbund Norrådalen for 2024/],
    ['compare_associations', 'sv', /Jämför samordningsförbunden Norrådalen och Sydslätten/],
    ['compare_associations', 'en', /Compare the samordningsförbund Norrådalen and Sydslätten/],
    ['board_memo', 'sv', /Förbered ett underlag till styrelsen/],
    ['board_memo', 'en', /Prepare a memo for the board/],
  ])('prompt %s in %s names only tools that there are', async (name, language, says) => {
    const other = name === 'compare_associations' ? { other: 'Sydslätten' } : {}
    const { messages } = await client.getPrompt({ name, arguments: { association: 'Norrådalen', year: '2024', language, ...other } })
    const text = JSON.stringify(messages[0]?.content)
    expect(text).toMatch(says)
    const known = new Set(tools.map(tool => tool.name))
    expect(
      [...text.matchAll(/\(([a-z]+(?:_[a-z]+)*)\)/g)].map(([, tool]) => tool).filter(tool => tool !== undefined && !known.has(tool)),
    ).toEqual([])
  })
})

describe('errors of our own', () => {
  const secret = '/home/somebody/store/private.lance'
  const broken = {
    ...inventedContext(),
    search: () => Promise.reject(new Error(`ENOENT ${secret}`)),
    sourceLines: () => {
      throw new Error(`ENOENT ${secret}`)
    },
  }
  const reported: unknown[] = []
  const report = (error: unknown): string => {
    reported.push(error)
    return 'Something went wrong inside finsam (error 1).'
  }

  test('reach the client as a fixed sentence, and the operator in full', async () => {
    const [theirs, ours] = InMemoryTransport.createLinkedPair()
    const failing = buildServer(broken, { report })
    const other = new Client({ name: 'errors', version: '1' })
    await Promise.all([failing.connect(ours), other.connect(theirs)])
    const reply = await other.callTool({ name: 'search_text', arguments: { query: 'mål' } })
    expect(reply).toMatchObject({ isError: true, content: [{ type: 'text', text: 'Something went wrong inside finsam (error 1).' }] })
    const read = await other.readResource({ uri: 'finsam://norradalen-2024/lines/1-2' }).catch((error: Error) => error.message)
    expect(read).toContain('Something went wrong inside finsam (error 1).')
    expect(JSON.stringify([reply, read])).not.toContain(secret)
    expect(reported).toHaveLength(2)
    await other.close()
  })
})
