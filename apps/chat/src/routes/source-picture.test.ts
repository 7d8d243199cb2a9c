import { createLibrary, type DocumentReading, failure, success } from '@finsam/domain'
import { afterEach, describe, expect, test } from 'vitest'
import { planReading, smallContext } from '../../test/small-context.ts'
import { createChatServer } from '../server/create-server.ts'
import type { DrawSource } from '../server/options.ts'

const box: [number, number, number, number] = [50, 100, 300, 112]
/** The plan as it would be read from a PDF: its first row has a box, and every line its page. */
const fromPdf: DocumentReading = {
  ...planReading,
  statements: planReading.statements.map(statement => ({
    ...statement,
    lines: statement.lines.map((line, index) => (index === 0 ? { ...line, place: { box } } : line)),
  })),
}
const fromWorkbook: DocumentReading = {
  ...planReading,
  statements: planReading.statements.map(statement => ({
    ...statement,
    lines: statement.lines.map(({ page: _, ...line }) => ({
      ...line,
      place: { sheet: 'Budget', cells: `A${line.sourceLine}:C${line.sourceLine}` },
    })),
  })),
}
const contextOf = (reading: DocumentReading) => ({
  ...smallContext,
  library: createLibrary([reading], { associations: [] }),
  pages: () => [
    { page: 1, from: 1, to: 5 },
    { page: 2, from: 6, to: 11 },
  ],
})

let server: Awaited<ReturnType<typeof createChatServer>>
afterEach(() => server.close())
const get = (url: string, language = 'sv') => server.inject({ url, headers: { 'accept-language': language } })
const png = new Uint8Array([0x89, 0x50, 0x4e, 0x47])

describe('where a cited line stands in its own file', () => {
  test.each([
    { name: 'a row of a PDF', reading: fromPdf, line: 7, words: 'sida 2, rad 7', drawn: true },
    { name: 'a sentence of a PDF', reading: fromPdf, line: 4, words: 'sida 1, rad 4', drawn: true },
    { name: 'a row of a workbook', reading: fromWorkbook, line: 7, words: 'blad Budget, cellerna A7:C7', drawn: false },
  ])('$name', async ({ reading, line, words, drawn }) => {
    server = await createChatServer({ context: contextOf(reading), drawSource: async () => success(png) })
    const { place } = (await get(`/api/source?document=testbygden-2024&line=${line}`)).json()
    expect(place).toEqual({
      words,
      recognised: false,
      ...(drawn ? { picture: `/api/source/picture?document=testbygden-2024&line=${line}` } : {}),
    })
  })

  test('plain text has no other place than its lines', async () => {
    server = await createChatServer({ context: contextOf(planReading), drawSource: async () => success(png) })
    expect((await get('/api/source?document=testbygden-2024&line=7')).json().place).toBeUndefined()
  })
})

describe('GET /api/source/picture', () => {
  test('draws the page with the line’s box, or the number of the line on it; the same page once', async () => {
    const asked: unknown[] = []
    const drawSource: DrawSource = async (document, spot) => {
      asked.push([document, spot])
      return success(png)
    }
    server = await createChatServer({ context: contextOf(fromPdf), drawSource })
    for (const line of [7, 4, 7]) {
      const reply = await get(`/api/source/picture?document=testbygden-2024&line=${line}`)
      expect([reply.statusCode, reply.headers['content-type'], [...reply.rawPayload]]).toEqual([200, 'image/png', [...png]])
    }
    expect(asked).toEqual([
      ['testbygden-2024', { page: 2, line: 2, box }],
      ['testbygden-2024', { page: 1, line: 4 }],
    ])
  })

  test('pages are drawn one at a time, and one that fails is drawn anew', async () => {
    const running = { now: 0, most: 0, calls: 0 }
    const drawSource: DrawSource = async () => {
      running.calls += 1
      running.now += 1
      running.most = Math.max(running.most, running.now)
      await new Promise(resolve => setImmediate(resolve))
      running.now -= 1
      return running.calls === 1 ? failure('damaged', 'The page cannot be drawn.') : success(png)
    }
    server = await createChatServer({ context: contextOf(fromPdf), drawSource })
    const replies = await Promise.all([7, 8, 9].map(line => get(`/api/source/picture?document=testbygden-2024&line=${line}`)))
    expect(replies.map(({ statusCode }) => statusCode).sort()).toEqual([200, 200, 404])
    expect(running.most).toBe(1)
    const again = await Promise.all([7, 8, 9].map(line => get(`/api/source/picture?document=testbygden-2024&line=${line}`)))
    expect(again.map(({ statusCode }) => statusCode)).toEqual([200, 200, 200])
    expect(running.calls).toBe(4)
  })

  test.each([
    { name: 'a document that nobody knows', reading: fromPdf, document: 'okand', code: 'unknown-document' },
    { name: 'a workbook', reading: fromWorkbook, document: 'testbygden-2024', code: 'no-picture' },
    { name: 'plain text', reading: planReading, document: 'testbygden-2024', code: 'no-picture' },
  ])('$name has none', async ({ reading, document, code }) => {
    server = await createChatServer({ context: contextOf(reading), drawSource: async () => success(png) })
    const reply = await get(`/api/source/picture?document=${document}&line=7`)
    expect([reply.statusCode, reply.json().error.code]).toEqual([404, code])
  })
})
