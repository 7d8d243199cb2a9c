import { createServer, type Server } from 'node:http'
import { afterEach, expect, test } from 'vitest'
import { openAiEmbedder } from './openai-compatible.ts'

let server: Server | undefined
afterEach(() => server?.close())

/** A local service that speaks the real wire format; vectors tell the length of each text, given out of order. */
async function serve(reply: (input: string[]) => { status?: number; body: unknown }): Promise<{ baseUrl: string; requests: unknown[] }> {
  const requests: unknown[] = []
  const running = createServer((request, response) => {
    let text = ''
    request.on('data', data => {
      text += data
    })
    request.on('end', () => {
      const body = JSON.parse(text)
      requests.push({ url: request.url, key: request.headers.authorization, ...body })
      const { status = 200, body: out } = reply(body.input)
      response.writeHead(status, { 'content-type': 'application/json' }).end(JSON.stringify(out))
    })
  })
  server = running
  await new Promise<void>(done => running.listen(0, '127.0.0.1', done))
  const address = running.address()
  return { baseUrl: `http://127.0.0.1:${typeof address === 'object' ? address?.port : 0}/v1`, requests }
}
const vectors = (input: string[]) => ({ body: { data: input.map((text, index) => ({ index, embedding: [text.length, 0] })).reverse() } })

test('sends batches with the key, and gives unit vectors in the order of the texts', async () => {
  const { baseUrl, requests } = await serve(input => ({
    body: { data: input.map((text, index) => ({ index, embedding: text === 'a' ? [2, 0] : [0, 3] })).reverse() },
  }))
  const embedder = openAiEmbedder({ baseUrl, model: 'm', dimensions: 2, apiKey: 'k', batch: 2 })
  expect((await embedder.embed(['a', 'b', 'a'])).map(vector => [...vector])).toEqual([
    [1, 0],
    [0, 1],
    [1, 0],
  ])
  expect(requests).toMatchObject([{ url: '/v1/embeddings', key: 'Bearer k', model: 'm', input: ['a', 'b'] }, { input: ['a'] }])
})

test.each([
  { name: 'an error status', reply: () => ({ status: 401, body: {} }), says: '401' },
  { name: 'another format', reply: () => ({ body: { vectors: [] } }), says: 'OpenAI format' },
  { name: 'vectors of another length', reply: () => ({ body: { data: [{ index: 0, embedding: [1, 2, 3] }] } }), says: 'dimensions' },
])('$name is an error that says what to check', async ({ reply, says }) => {
  const { baseUrl } = await serve(reply)
  await expect(openAiEmbedder({ baseUrl, model: 'm', dimensions: 2 }).embed(['x'])).rejects.toThrow(says)
})

test('a service that is not there is an error that says so', async () => {
  const { baseUrl } = await serve(vectors)
  await new Promise(done => server?.close(done))
  await expect(openAiEmbedder({ baseUrl, model: 'm', dimensions: 2 }).embed(['x'])).rejects.toThrow('cannot be reached')
})
