import type { Answer } from '@finsam/assistant'
import type { AskRequest } from '../contract/ask.ts'
import type { FailureBody } from '../contract/failure.ts'
import type { Language } from './words/words.ts'
import { words } from './words/words.ts'

/** A refusal in words for the reader. */
export class Refused extends Error {
  readonly status: number
  readonly nearest: readonly string[]
  constructor(status: number, message: string, nearest: readonly string[] = []) {
    super(message)
    this.status = status
    this.nearest = nearest
  }
}

async function refusedBy(response: Response, language: Language): Promise<Refused> {
  try {
    const { error }: FailureBody = await response.json()
    return new Refused(response.status, error.message, error.nearest)
  } catch {
    return new Refused(response.status, words[language].unreachable)
  }
}

/** One request to our own server; whatever goes wrong comes as `Refused` with a sentence. */
export async function request(url: string, language: Language, init: RequestInit = {}): Promise<Response> {
  const headers = { 'accept-language': language, ...init.headers }
  const response = await fetch(url, { ...init, headers }).catch((error: unknown) => {
    if (init.signal?.aborted) throw error
    throw new Refused(0, words[language].unreachable)
  })
  if (!response.ok) throw await refusedBy(response, language)
  return response
}

export const getJson = async <Body>(url: string, language: Language, signal?: AbortSignal): Promise<Body> =>
  (await request(url, language, signal ? { signal } : {})).json()

export const postJson = (url: string, language: Language, body: unknown, init: RequestInit = {}): Promise<Response> =>
  request(url, language, {
    method: 'POST',
    ...init,
    body: JSON.stringify(body),
    headers: { 'content-type': 'application/json', ...init.headers },
  })

/** Sends a file as it is, under its own name; `more` goes on from there in the address. */
export const sendFile = (url: string, file: File, language: Language, more = '', headers = {}): Promise<Response> =>
  request(`${url}?name=${encodeURIComponent(file.name)}${more}`, language, {
    method: 'POST',
    body: file,
    headers: { 'content-type': 'application/octet-stream', ...headers },
  })

/** Sends a file, tells how far its reading has come, and returns what was made of it. */
export async function readFile<Reply>(url: string, file: File, language: Language, tell: (text: string) => void): Promise<Reply> {
  const response = await sendFile(url, file, language, '', { accept: 'text/event-stream' })
  for await (const { event, data } of events(response)) {
    const told = JSON.parse(data)
    if (event === 'done') return told
    if (event === 'refused') throw new Refused(422, told.message, told.nearest)
    tell(told.text)
  }
  throw new Refused(0, words[language].unreachable)
}

/** What is told while an answer comes, and what stops it. */
export interface Heard {
  /** Told all that was said so far. */
  readonly tell: (text: string) => void
  readonly signal: AbortSignal
}

/** Asks, tells each sentence as soon as it is there, and returns the whole answer. */
export async function ask(asked: AskRequest, language: Language, { tell, signal }: Heard): Promise<Answer> {
  const response = await postJson('/api/ask', language, asked, { signal, headers: { accept: 'text/event-stream' } })
  let said = ''
  for await (const { event, data } of events(response)) {
    if (event === 'sentence') {
      said += JSON.parse(data).text
      tell(said)
    }
    if (event === 'answer') return JSON.parse(data)
    if (event === 'failed') throw new Refused(500, JSON.parse(data).message)
  }
  throw new Refused(0, words[language].unreachable)
}

async function* events(response: Response): AsyncGenerator<{ event: string; data: string }> {
  const reader = response.body?.pipeThrough(new TextDecoderStream()).getReader()
  let rest = ''
  for (let part = await reader?.read(); part && !part.done; part = await reader?.read()) {
    const blocks = (rest + part.value).split('\n\n')
    rest = blocks.pop() ?? ''
    for (const block of blocks) {
      const [, event = '', data = ''] = /^event: (.*)\ndata: (.*)$/.exec(block) ?? []
      if (event) yield { event, data }
    }
  }
}
