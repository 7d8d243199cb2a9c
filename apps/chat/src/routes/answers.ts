import { createHash } from 'node:crypto'
import type { Answer } from '@finsam/assistant'
import type { Library } from '@finsam/domain'
import * as z from 'zod'
import { askRequestSchema } from '../contract/ask.ts'
import { failureSchema } from '../contract/failure.ts'
import { type SharedAnswer, sharedAnswerSchema, sharedViewSchema } from '../contract/records.ts'
import { dataVersion } from '../records/data-version.ts'
import { refuse } from '../server/failures.ts'
import { askedOf } from './ask.ts'
import type { App, Services } from './route-app.ts'

const idOf = (answer: Answer, data: string): string =>
  createHash('sha256')
    .update(JSON.stringify([answer, data]))
    .digest('base64url')
    .slice(0, 16)

/** Two answers give the same where status and asked-for figures are the same; wording may differ. */
const givesTheSame = (one: Answer, other: Answer): boolean => {
  const given = ({ status, figures, facts }: Answer) =>
    JSON.stringify([status, figures.map(({ role, value, unit }) => [role, value, unit]), facts.map(({ value }) => value)])
  return given(one) === given(other)
}

/** The edition of each document that an answer cites. */
function citedEditions({ facts, figures, passages }: Answer, library: Library): Record<string, string> {
  const cited = [...figures, ...facts].flatMap(({ sources }) => sources)
  const ids = new Set([...cited, ...passages].map(({ document }) => document))
  return Object.fromEntries([...ids].flatMap(id => [[id, library.document(id)?.hash ?? '']]))
}

/** The cited editions that are no longer the loaded ones. */
const replacedEditions = ({ editions }: SharedAnswer, library: Library): Record<string, string> =>
  Object.fromEntries(Object.entries(editions).filter(([id, hash]) => library.document(id)?.hash !== hash))

/** `POST /api/answers` keeps an answer as it stands; `GET /api/answers/:id` shows it, and what the same question gives now. */
export function registerAnswers(app: App, { answers, context, records }: Services): void {
  app.route({
    method: 'POST',
    url: '/api/answers',
    config: { rateLimit: { max: 30, timeWindow: '1 minute' } },
    schema: {
      summary: 'Keep an answer under a link',
      body: askRequestSchema,
      response: { 200: z.object({ id: z.string() }), '4xx': failureSchema },
    },
    handler: async (request, reply) => {
      if (!records) return refuse(request, reply, 404, 'no-records')
      const current = await context()
      const answer = await answers.again(current, askedOf(request.body))
      const data = dataVersion(current.library)
      const id = idOf(answer, data)
      const shared: SharedAnswer = {
        id,
        at: new Date().toISOString(),
        asked: request.body,
        data,
        answer,
        editions: citedEditions(answer, current.library),
      }
      await records.sharedAnswers.append({ id, json: JSON.stringify(shared) })
      return { id }
    },
  })
  app.route({
    method: 'GET',
    url: '/api/answers/:id',
    schema: {
      summary: 'A kept answer, and what the same question gives now',
      params: z.strictObject({ id: z.string().max(64) }),
      response: { 200: sharedViewSchema, '4xx': failureSchema },
    },
    handler: async (request, reply) => {
      const kept = await records?.sharedAnswers.find(request.params.id)
      const shared = kept === undefined ? undefined : sharedAnswerSchema.safeParse(JSON.parse(kept)).data
      if (!shared) return refuse(request, reply, 404, 'unknown-answer')
      const { at, answer, asked, data } = shared
      const current = await context()
      const editions = replacedEditions(shared, current.library)
      if (dataVersion(current.library) === data) return { at, answer, changed: false, editions }
      const now = await answers.again(current, askedOf(asked))
      const changed = !givesTheSame(answer, now)
      return { at, answer, changed, editions, ...(changed ? { now } : {}) }
    },
  })
}
