import { createServer, type IncomingMessage, type Server } from 'node:http'
import type { AddressInfo } from 'node:net'
import * as z from 'zod'

/** What the scripted model does in one round: call tools, or say something. */
export type Move = { readonly call: readonly { readonly name: string; readonly arguments: unknown }[] } | { readonly say: string }

/** Ways in which real servers depart from the common wire format. */
export type Quirk = 'none' | 'no-index' | 'object-arguments' | 'no-ids' | 'split-everywhere' | 'cut-off' | 'unavailable' | 'no-tools'

const requestSchema = z.object({
  model: z.string(),
  tool_choice: z.string().optional(),
  tools: z.array(z.object({ function: z.object({ name: z.string() }) })).optional(),
  messages: z.array(z.object({ role: z.string(), content: z.string().nullable().optional(), tool_call_id: z.string().optional() })),
})
export type RecordedRequest = z.infer<typeof requestSchema>

export interface FakeModel {
  readonly baseUrl: string
  readonly requests: readonly RecordedRequest[]
  readonly close: () => Promise<void>
}

async function readBody(request: IncomingMessage): Promise<unknown> {
  const parts: Buffer[] = []
  for await (const part of request) parts.push(Buffer.from(part as Uint8Array))
  return JSON.parse(Buffer.concat(parts).toString('utf8'))
}

const chunk = (delta: unknown, finish: string | null = null): string =>
  `data: ${JSON.stringify({ id: 'chatcmpl-1', object: 'chat.completion.chunk', created: 1, model: 'fake', choices: [{ index: 0, delta, logprobs: null, finish_reason: finish }] })}\n\n`

const pieces = (text: string, size: number): string[] => text.match(new RegExp(`[\\s\\S]{1,${size}}`, 'gu')) ?? []

function* callChunks(move: Extract<Move, { call: unknown }>, quirk: Quirk): Generator<string> {
  for (const [index, call] of move.call.entries()) {
    const place = quirk === 'no-index' ? {} : { index }
    const id = quirk === 'no-ids' ? {} : { id: `call_${index + 1}` }
    const text = JSON.stringify(call.arguments)
    if (quirk === 'object-arguments') {
      yield chunk({ tool_calls: [{ ...place, ...id, type: 'function', function: { name: call.name, arguments: call.arguments } }] })
      continue
    }
    yield chunk({ tool_calls: [{ ...place, ...id, type: 'function', function: { name: call.name, arguments: '' } }] })
    for (const piece of pieces(text, quirk === 'split-everywhere' ? 1 : 7))
      yield chunk({ tool_calls: [{ ...place, function: { arguments: piece } }] })
  }
  yield chunk({}, 'tool_calls')
}

function* sayChunks(text: string, quirk: Quirk): Generator<string> {
  yield chunk({ role: 'assistant', content: '' })
  const parts = pieces(text, quirk === 'split-everywhere' ? 1 : 9)
  for (const piece of quirk === 'cut-off' ? parts.slice(0, Math.ceil(parts.length / 2)) : parts) yield chunk({ content: piece })
  if (quirk !== 'cut-off') yield chunk({}, 'stop')
}

/** A local server that speaks the wire format of chat completions and plays a script, one move a request. The last move repeats. */
export async function startFakeModel(script: readonly Move[], quirk: Quirk = 'none'): Promise<FakeModel> {
  const requests: RecordedRequest[] = []
  const server: Server = createServer(async (request, response) => {
    requests.push(requestSchema.parse(await readBody(request)))
    if (quirk === 'unavailable' || quirk === 'no-tools') {
      response.writeHead(quirk === 'unavailable' ? 503 : 400, { 'content-type': 'application/json' })
      response.end(JSON.stringify({ error: { message: quirk } }))
      return
    }
    const move = script[Math.min(requests.length, script.length) - 1] ?? { say: '' }
    response.writeHead(200, { 'content-type': 'text/event-stream' })
    for (const part of 'say' in move ? sayChunks(move.say, quirk) : callChunks(move, quirk)) response.write(part)
    response.end(quirk === 'cut-off' ? '' : 'data: [DONE]\n\n')
  })
  await new Promise<void>(resolve => server.listen(0, '127.0.0.1', resolve))
  const { port } = server.address() as AddressInfo
  return {
    baseUrl: `http://127.0.0.1:${port}/v1`,
    requests,
    close: () => new Promise(resolve => server.close(() => resolve())),
  }
}
