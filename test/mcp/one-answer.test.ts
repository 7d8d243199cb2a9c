import { once } from 'node:events'
import { existsSync, readFileSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { setTimeout } from 'node:timers/promises'
import { answerSchema, callTool } from '@finsam/assistant'
import { createChatServer } from '@finsam/chat'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import * as z from 'zod'
import { startFinsam } from '../cli/finsam.ts'
import { englishQuestions, swedishQuestions } from '../questions/question-sets.ts'
import { openShippedStore, type ShippedStore } from './support/shipped-store.ts'

const askedSchema = z.object({ id: z.string(), question: z.string(), lang: z.enum(['sv', 'en']), previous: z.string().optional() })
type Asked = z.infer<typeof askedSchema>

const golden = '/work/shared/golden'
const developmentQuestions = (): readonly Asked[] =>
  ['sv', 'en'].flatMap(language =>
    readFileSync(join(golden, `questions-${language}-dev.jsonl`), 'utf8')
      .split('\n')
      .filter(line => line !== '')
      .map(line => askedSchema.parse(JSON.parse(line))),
  )

/** What every door must say alike. */
const doorSchema = answerSchema.pick({ status: true, figures: true, verdict: true, text: true })
const said = (answer: unknown): z.infer<typeof doorSchema> => doorSchema.parse(answer)

let shipped: ShippedStore
let chat: Awaited<ReturnType<typeof createChatServer>>
beforeAll(async () => {
  shipped = await openShippedStore()
  chat = await createChatServer({ context: shipped.context, limits: { perMinute: 100_000, questionsPerMinute: 100_000 } })
}, 60_000)
afterAll(async () => {
  await chat.close()
  await shipped.remove()
})

/** The questions before, oldest first, as far as this set tells them. */
function earlier({ previous }: Asked, all: ReadonlyMap<string, Asked>): readonly string[] {
  if (previous === undefined) return []
  const before = all.get(previous)
  return before ? [...earlier(before, all), before.question] : [previous]
}

/** What the command answers to a file of questions. It runs beside this process: a server that is kept waiting turns requests away. */
async function answersOfCommand(file: string): Promise<string> {
  const child = startFinsam(shipped.folder, 'ask', '--batch', file, '--store', join(shipped.folder, 'store'))
  let out = ''
  let errors = ''
  child.stdout?.on('data', (chunk: Buffer) => (out += chunk.toString()))
  child.stderr?.on('data', (chunk: Buffer) => (errors += chunk.toString()))
  const [code] = await once(child, 'close')
  expect(code, errors).toBe(0)
  return out
}

/** Asks the chat API as its page does: again a little later when the server says that it is busy. */
async function askChat(payload: object): Promise<{ readonly statusCode: number; json(): unknown }> {
  for (;;) {
    const reply = await chat.inject({ method: 'POST', url: '/api/ask', payload })
    if (reply.statusCode !== 503) return reply
    await setTimeout(200)
  }
}

async function throughEveryDoor(questions: readonly Asked[]): Promise<void> {
  const byId = new Map(questions.map(question => [question.id, question]))
  const file = join(shipped.folder, 'questions.jsonl')
  writeFileSync(file, questions.map(({ id, question, lang, previous }) => JSON.stringify({ id, question, lang, previous })).join('\n'))
  const out = await answersOfCommand(file)
  const byCommand = new Map(
    out
      .split('\n')
      .filter(line => line !== '')
      .map(line => JSON.parse(line) as { id: string })
      .map(answer => [answer.id, said(answer)]),
  )
  expect(byCommand.size).toBe(questions.length)
  for (const asked of questions) {
    const { id, question, lang: language } = asked
    const previous = earlier(asked, byId)
    const tool = await callTool(shipped.context, 'ask', {
      question,
      language,
      ...(previous.length > 0 ? { previous: previous.join('\n') } : {}),
    })
    const page = await askChat({ question, language, ...(previous.length > 0 ? { previous } : {}) })
    expect([id, page.statusCode]).toEqual([id, 200])
    expect([id, said(tool.data)]).toEqual([id, byCommand.get(id)])
    expect([id, said(page.json())]).toEqual([id, byCommand.get(id)])
  }
}

describe('the same question gives the same answer through the ask tool, the command and the chat API', () => {
  /** A follow-up comes with what it follows. */
  const withEarlier = (all: readonly Asked[], every: number): readonly Asked[] => {
    const wanted = all.filter((_, index) => index % every === 0)
    const before = new Set(wanted.map(({ previous }) => previous))
    return all.filter(asked => wanted.includes(asked) || before.has(asked.id))
  }

  test('a sample of the questions about the shipped documents', { timeout: 180_000 }, async () => {
    const all = [...swedishQuestions, ...englishQuestions].map(({ id, question, lang, previous }) => ({
      id,
      question,
      lang,
      ...(previous ? { previous } : {}),
    }))
    await throughEveryDoor(withEarlier(all, 6))
  })

  test.skipIf(!existsSync(golden))('all development questions', { timeout: 300_000 }, async () => {
    await throughEveryDoor(developmentQuestions())
  })
})
