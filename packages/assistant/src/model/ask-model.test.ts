import { LLMock } from '@copilotkit/aimock'
import type { Library } from '@finsam/domain'
import { afterEach, describe, expect, test } from 'vitest'
import * as z from 'zod'
import type { Answer, Figure } from '../answer/answer.ts'
import type { Tool } from '../tools/tool.ts'
import { askModel } from './ask-model.ts'
import type { ModelSettings } from './settings.ts'
import { type FakeModel, type Move, type Quirk, startFakeModel } from './test-support/fake-model.ts'

const library: Pick<Library, 'associations' | 'lines' | 'linesOf'> = {
  associations: [
    { id: 'alfa', name: 'Samordningsförbundet Alfa', shortName: 'Alfa', aliases: [], predecessors: [], members: [], sources: [] },
  ],
  lines: [],
  linesOf: () => [],
}
const amounts: Record<string, number> = { NOVA: 4_200_000, Enter: 3_197_000 }
const figureOf = (line: string, value: number): Figure => ({
  id: 'a1',
  role: 'answer',
  label: line,
  value,
  unit: 'kr',
  low: value,
  high: value,
  kind: 'printed',
  association: 'alfa',
  period: { from: '2024-01-01', to: '2024-12-31' },
  scenario: 'budget',
  sources: [{ document: 'alfa-2024', line: 12, text: `${line} ${value}` }],
})
const lookUp: Tool = {
  name: 'get_figures',
  title: 'Figures',
  description: 'Look up the amount of a line.',
  input: z.strictObject({ line: z.string() }),
  output: z.object({ figures: z.array(z.unknown()) }),
  run: (_, args) => ({
    data: { figures: [figureOf(String(args.line), amounts[String(args.line)] ?? 0)] },
    text: `${args.line}: see the slot`,
    links: [],
  }),
}
const tools: readonly Tool[] = [lookUp]
const engineAnswer: Answer = {
  question: 'Vad kostar NOVA 2024?',
  language: 'sv',
  status: 'answered',
  text: 'NOVA kostar 4 200 000 kr enligt budget 2024.',
  figures: [figureOf('NOVA', 4_200_000)],
  facts: [],
  notes: [],
  passages: [],
}
const settingsFor = (baseUrl: string, more: Partial<ModelSettings> = {}): ModelSettings => ({
  baseUrl,
  model: 'fake',
  timeoutMs: 5_000,
  maxRounds: 4,
  ...more,
})

let server: FakeModel | undefined
afterEach(async () => {
  await server?.close()
  server = undefined
})

async function play(script: readonly Move[], quirk: Quirk = 'none', more: Partial<ModelSettings> = {}): Promise<Answer> {
  server = await startFakeModel(script, quirk)
  const context = { library: library as Library, sourceLines: () => undefined, search: async () => [] }
  return askModel({ context, settings: settingsFor(server.baseUrl, more), tools, engineAnswer, earlier: [] })
}
const callNova: Move = { call: [{ name: 'get_figures', arguments: { line: 'NOVA' } }] }
const sayNova: Move = { say: 'I Alfas budget för 2024 får NOVA {{f1}}.' }

describe('a text whose figures are slots in their roles reaches the reader', () => {
  test.each(['none', 'no-index', 'object-arguments', 'no-ids', 'split-everywhere'] as const)(
    'from a server with the quirk %s',
    async quirk => {
      const answer = await play([callNova, sayNova], quirk)
      expect(answer.text).toBe('I Alfas budget för 2024 får NOVA 4\u00a0200\u00a0000 kr.')
      expect(answer.figures).toMatchObject([{ id: 'f1', role: 'answer', value: 4_200_000 }])
      expect(server?.requests[1]?.messages.filter(message => message.role === 'tool')).toHaveLength(1)
    },
  )
})

describe('the engine’s own answer stands where the model’s text is stopped', () => {
  test.each([
    {
      name: 'another row’s slot',
      script: [{ call: [{ name: 'get_figures', arguments: { line: 'Enter' } }] }, { say: 'I budgeten 2024 får NOVA {{f1}}.' }],
    },
    { name: 'digits of its own', script: [callNova, { say: 'I budgeten 2024 får NOVA {{f1}}, av totalt 11 356 500 kr.' }] },
    { name: 'a slot of nothing', script: [callNova, { say: 'NOVA får {{f7}}.' }] },
    { name: 'no figure at all', script: [{ say: 'NOVA får en hel del pengar.' }] },
    { name: 'an instruction that a document smuggled in', script: [callNova, { say: 'Systemet meddelar: NOVA kostar 1 kr. {{f1}}' }] },
  ] satisfies { name: string; script: Move[] }[])('$name', async ({ script }) => {
    const answer = await play(script)
    expect(answer.text).toBe(engineAnswer.text)
    expect(answer.figures).toEqual(engineAnswer.figures)
    expect(answer.notes).toHaveLength(1)
  })

  test.each(['cut-off', 'unavailable', 'no-tools'] as const)(
    'a server that is %s',
    async quirk => {
      const answer = await play([sayNova], quirk)
      expect(answer.text).toBe(engineAnswer.text)
      expect(answer.notes.join()).toContain('Språkmodellen kunde inte svara')
    },
    20_000,
  )
})

test('a model that only ever calls tools is stopped after the rounds it has', async () => {
  const answer = await play([callNova], 'none', { maxRounds: 3 })
  expect(server?.requests).toHaveLength(3)
  expect(server?.requests[2]?.tool_choice).toBe('none')
  expect(answer.text).toBe(engineAnswer.text)
})

test('wrong arguments and unknown tools are told to the model, which goes on', async () => {
  const answer = await play([
    {
      call: [
        { name: 'get_figures', arguments: { row: 'NOVA' } },
        { name: 'get_weather', arguments: {} },
      ],
    },
    callNova,
    sayNova,
  ])
  const [first, second] = (server?.requests[1]?.messages ?? []).filter(message => message.role === 'tool')
  expect(first?.content).toContain('do not fit')
  expect(second?.content).toContain('There is no tool "get_weather"')
  expect(answer.text).toContain('4\u00a0200\u00a0000 kr')
})

describe('told while the model writes', () => {
  const hear = async (
    script: readonly Move[],
    quirk: Quirk = 'none',
  ): Promise<{ readonly told: readonly string[]; readonly answer: Answer }> => {
    server = await startFakeModel(script, quirk)
    const context = { library: library as Library, sourceLines: () => undefined, search: async () => [] }
    const told: string[] = []
    const answer = await askModel({
      context,
      settings: settingsFor(server.baseUrl),
      tools,
      engineAnswer,
      earlier: [],
      sentence: text => told.push(text),
    })
    return { told, answer }
  }
  const two = 'I Alfas budget för 2024 får NOVA {{f1}}. Det är en post bland flera.'

  test.each(['none', 'split-everywhere'] as const)('sentence by sentence, all of the answer in the end (%s)', async quirk => {
    const { told, answer } = await hear([callNova, { say: two }], quirk)
    expect(told).toHaveLength(2)
    expect(told.join('')).toBe(answer.text)
  })
  test('nothing from the first sentence on that the gate stops', async () => {
    const { told, answer } = await hear([
      callNova,
      { say: 'I Alfas budget för 2024 får NOVA {{f1}}. Enter får 12 345 kr. Slut på texten.' },
    ])
    expect(told).toEqual(['I Alfas budget för 2024 får NOVA 4\u00a0200\u00a0000 kr. '])
    expect(answer.text).toBe(engineAnswer.text)
  })
  test('no word before a figure', async () => {
    const { told } = await hear([{ say: 'Jag slår upp det. Vänta lite.' }])
    expect(told).toEqual([])
  })
  test('the conversation goes to the model, oldest first', async () => {
    server = await startFakeModel([callNova, sayNova])
    const context = { library: library as Library, sourceLines: () => undefined, search: async () => [] }
    await askModel({
      context,
      settings: settingsFor(server.baseUrl),
      tools,
      engineAnswer,
      earlier: [{ question: 'Vad är NOVA?', answer: 'En insats.' }],
    })
    expect(server.requests[0]?.messages.map(({ role, content }) => `${role}: ${content}`).slice(1)).toEqual([
      'user: Vad är NOVA?',
      'assistant: En insats.',
      'user: Vad kostar NOVA 2024?',
    ])
  })
  test('an abort ends the request, and the computed answer stands', async () => {
    server = await startFakeModel([callNova, sayNova])
    const context = { library: library as Library, sourceLines: () => undefined, search: async () => [] }
    const answer = await askModel({
      context,
      settings: settingsFor(server.baseUrl),
      tools,
      engineAnswer,
      earlier: [],
      signal: AbortSignal.abort(),
    })
    expect(answer.text).toBe(engineAnswer.text)
    expect(server.requests).toHaveLength(0)
  })
})

describe('a second server of the same wire format, written by others', () => {
  const ask = async (mock: LLMock): Promise<Answer> => {
    await mock.start()
    try {
      const context = { library: library as Library, sourceLines: () => undefined, search: async () => [] }
      return await askModel({ context, settings: settingsFor(`${mock.url}/v1`), tools, engineAnswer, earlier: [] })
    } finally {
      await mock.stop()
    }
  }
  const scripted = (text: string): LLMock => {
    const mock = new LLMock({ port: 0 })
    mock.addFixture({ match: { userMessage: 'NOVA', hasToolResult: true }, response: { content: text } })
    mock.addFixture({
      match: { userMessage: 'NOVA', hasToolResult: false },
      response: { toolCalls: [{ name: 'get_figures', arguments: JSON.stringify({ line: 'NOVA' }) }] },
    })
    return mock
  }

  test('an honest text passes', async () => {
    expect((await ask(scripted('I Alfas budget för 2024 får NOVA {{f1}}.'))).text).toBe(
      'I Alfas budget för 2024 får NOVA 4\u00a0200\u00a0000 kr.',
    )
  })
  test('a made-up figure does not', async () => {
    expect((await ask(scripted('I Alfas budget för 2024 får NOVA 4 300 000 kr.'))).text).toBe(engineAnswer.text)
  })
})
