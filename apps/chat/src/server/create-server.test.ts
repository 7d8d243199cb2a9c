import { answerSchema } from '@finsam/assistant'
import { Validator } from '@seriousme/openapi-schema-validator'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { answerFor, smallContext } from '../../test/small-context.ts'
import { createChatServer } from './create-server.ts'

type Server = Awaited<ReturnType<typeof createChatServer>>

const logged: string[] = []
let server: Server
beforeAll(async () => {
  server = await createChatServer({
    context: smallContext,
    ask: (_, asked) => {
      if (asked.question.includes('krasch')) throw new Error('secret at /srv/finsam/store')
      return answerFor(asked)
    },
    log: line => logged.push(line),
  })
})
afterAll(() => server.close())

const post = (url: string, payload: unknown, headers: Record<string, string> = {}) =>
  server.inject({ method: 'POST', url, payload: JSON.stringify(payload), headers: { 'content-type': 'application/json', ...headers } })

describe('POST /api/ask', () => {
  test('answers in the shape of the Answer contract', async () => {
    const reply = await post('/api/ask', { question: 'Hur stor andel går till Samordningsteam?' })
    expect(reply.statusCode).toBe(200)
    expect(answerSchema.parse(reply.json()).figures[0]?.calculation?.inputs).toEqual(['f2', 'f3'])
  })

  test('streams the first sentence before the whole answer', async () => {
    const reply = await post('/api/ask', { question: 'Andel?' }, { accept: 'text/event-stream' })
    const events = reply.body
      .trim()
      .split('\n\n')
      .map(event => /^event: (\w+)\ndata: (.*)$/.exec(event)?.slice(1) ?? [])
    expect(events.map(([name]) => name)).toEqual(['working', 'sentence', 'answer'])
    expect(JSON.parse(events[1]?.[1] ?? '')).toEqual({ text: 'Samordningsteam tar 73,5 % av kostnaderna 2024.' })
    expect(answerSchema.parse(JSON.parse(events[2]?.[1] ?? '')).status).toBe('answered')
  })

  test.each([
    { name: 'an empty question', body: { question: '  ' }, status: 400 },
    { name: 'an unknown key', body: { question: 'Hej', model: 'x' }, status: 400 },
    { name: 'no JSON object', body: 'Hej', status: 400 },
    { name: 'a question beyond the limit', body: { question: 'x'.repeat(8_001) }, status: 400 },
    { name: 'a body beyond the limit', body: { question: 'x'.repeat(70_000) }, status: 413 },
  ])('refuses $name with $status and one message', async ({ body, status }) => {
    const reply = await post('/api/ask', body)
    expect(reply.statusCode).toBe(status)
    expect(Object.keys(reply.json())).toEqual(['error'])
    expect(reply.json().error.message).not.toMatch(/\bat \/|\.ts|node_modules/)
  })

  test('a fault of our own gives a number, and keeps its cause to the log', async () => {
    const reply = await post('/api/ask', { question: 'krasch' })
    expect(reply.statusCode).toBe(500)
    expect(reply.body).not.toContain('secret')
    expect(logged.at(-1)).toContain(reply.json().error.id)
    expect(logged.at(-1)).toContain('secret at')
  })

  test('answers in English words to those who prefer English', async () => {
    const reply = await post('/api/ask', {}, { 'accept-language': 'en-GB,sv;q=0.5' })
    expect(reply.json().error.message).toMatch(/^The request/)
  })
})

describe('documents and sources', () => {
  test('a document is listed with how its cells were read', async () => {
    const { documents } = (await server.inject('/api/documents')).json()
    expect(documents).toMatchObject([
      {
        id: 'testbygden-2024',
        cells: { printed: 8, repaired: 1, ambiguous: 1, derived: 0 },
        findings: { warning: 1 },
        numbers: 12,
        accounted: 11,
      },
    ])
  })

  test('the document page carries statements and findings', async () => {
    const page = (await server.inject('/api/documents/testbygden-2024')).json()
    expect(page.statements[0].lines).toHaveLength(5)
    expect(page.findings[0].message.sv).toContain('raderna går inte ihop')
  })

  test.each(['/api/documents/testbygden-2023', '/api/source?document=testbygden-2023&line=3'])(
    '%s: an unknown document gets the nearest known',
    async url => {
      const reply = await server.inject(url)
      expect(reply.statusCode).toBe(404)
      expect(reply.json().error).toMatchObject({ code: 'unknown-document', nearest: ['testbygden-2024'] })
    },
  )

  test('a source gives the printed lines, and what was read otherwise than printed', async () => {
    const page = (await server.inject('/api/source?document=testbygden-2024&line=8')).json()
    expect(page.lines[7]).toEqual({ line: 8, text: 'Förbundsgemensamt                     1 000         1 1O0' })
    expect(page.pages).toEqual([
      { page: 1, from: 1, to: 5 },
      { page: 2, from: 6, to: 11 },
    ])
    expect(page.cells).toMatchObject([
      { line: 8, printed: '1 1O0', amount: 1100, status: 'repaired', proof: '4 150 − 3 050 = 1 100' },
      { line: 9, printed: 'Y', amount: 3050, status: 'ambiguous', alternatives: [3050, 3060] },
    ])
  })

  test.each(['line=0', 'line=x', 'line=1&path=/etc/passwd', 'line=1.5'])('a source with %s is refused', async query => {
    expect((await server.inject(`/api/source?document=testbygden-2024&${query}`)).statusCode).toBe(400)
  })
})

describe('guards', () => {
  test.each([
    { name: 'a page of another site', headers: { 'sec-fetch-site': 'cross-site' }, status: 403 },
    { name: 'a sibling site', headers: { 'sec-fetch-site': 'same-site' }, status: 403 },
    { name: 'another origin', headers: { origin: 'http://ont.example' }, status: 403 },
    { name: 'an opaque origin', headers: { origin: 'null' }, status: 403 },
    { name: 'our own page', headers: { 'sec-fetch-site': 'same-origin' }, status: 200 },
    { name: 'a name pointed at this machine', headers: { host: 'ont.example' }, status: 421 },
  ])('$name asks: $status', async ({ headers, status }) => {
    expect((await post('/api/ask', { question: 'Andel?' }, headers)).statusCode).toBe(status)
  })

  test('a strict policy stands on every reply', async () => {
    for (const url of ['/', '/health', '/api/documents', '/finns-inte']) {
      const policy = (await server.inject(url)).headers['content-security-policy']
      expect(policy).toContain("default-src 'none'")
      expect(policy).toContain("require-trusted-types-for 'script'")
      expect(policy).not.toMatch(/unsafe|https?:/)
    }
  })

  test.each(['/../../etc/passwd', '/assets/../index.html', '/assets/%2e%2e/%2e%2e/package.json', '/assets/..%2f..%2fpackage.json'])(
    '%s leads nowhere',
    async url => {
      expect((await server.inject(url)).statusCode).toBeGreaterThanOrEqual(400)
    },
  )

  test('OpenAPI 3.1 describes every route of the API', async () => {
    const description = (await server.inject('/openapi.json')).json()
    expect(description.openapi).toBe('3.1.0')
    expect(Object.keys(description.paths)).toEqual(
      expect.arrayContaining([
        '/api/ask',
        '/api/documents',
        '/api/documents/{id}',
        '/api/source',
        '/api/drafts',
        '/api/drafts/export',
        '/api/review',
        '/api/corrections',
        '/api/answers',
        '/health',
      ]),
    )
    const { valid, errors } = await new Validator().validate(description)
    expect(errors ?? []).toEqual([])
    expect(valid).toBe(true)
    expect(Object.keys(description.components.schemas)).toEqual(
      expect.arrayContaining(['AskRequest', 'Answer', 'SourcePage', 'DocumentSummary', 'Failure']),
    )
  })
})

describe('limits', () => {
  test('too many questions get 429, and health is still answered', async () => {
    const small = await createChatServer({
      context: smallContext,
      ask: (_, asked) => answerFor(asked),
      limits: { perMinute: 100, questionsPerMinute: 2 },
    })
    const ask = () => small.inject({ method: 'POST', url: '/api/ask', payload: { question: 'Andel?' } })
    const statuses = [(await ask()).statusCode, (await ask()).statusCode]
    const refused = await ask()
    expect([...statuses, refused.statusCode, (await small.inject('/health')).statusCode]).toEqual([200, 200, 429, 200])
    expect(refused.json().error.code).toBe('too-many-requests')
    await small.close()
  })
})
