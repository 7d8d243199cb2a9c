import type { Answer, AskInput, PreviousTurn } from '@finsam/assistant'
import { type AskRequest, askRequestSchema, askResponseSchema } from '../contract/ask.ts'
import { type FailureBody, failureSchema } from '../contract/failure.ts'
import { firstSentence } from '../contract/first-sentence.ts'
import type { AskedRecord } from '../contract/records.ts'
import { dataVersion } from '../records/data-version.ts'
import { fault } from '../server/failures.ts'
import { personOf } from '../server/person.ts'
import { defaultLimits } from '../server/security.ts'
import type { App, Services } from './route-app.ts'
import { type ServerEvent, sendEvents } from './server-sent-events.ts'

/** The questions before, oldest first, as a chain from the last one back. */
function chained(previous: AskRequest['previous']): AskInput['previous'] {
  if (typeof previous === 'string') return previous
  return previous?.reduce<PreviousTurn | undefined>(
    (before, question) => ({ question, ...(before ? { previous: before } : {}) }),
    undefined,
  )
}

/** The request as the assistant takes it, without what was left out. */
export function askedOf({ question, language, previous }: AskRequest): AskInput {
  const before = chained(previous)
  return { question, ...(language ? { language } : {}), ...(before ? { previous: before } : {}) }
}

/** What the log keeps of an answer: the figures that were asked for, without their sources. */
const askedRecord = ({ question, status, figures }: Answer, who: string, data: string): AskedRecord => ({
  at: new Date().toISOString(),
  who,
  question,
  status,
  figures: figures.filter(({ role }) => role !== 'input').map(({ label, value, unit }) => ({ label, value, unit })),
  data,
})

/** First that the question is being worked on, then the first sentence, then the whole answer. */
async function* answering(answer: () => Promise<Answer>, fault: (error: unknown) => FailureBody): AsyncGenerator<ServerEvent> {
  yield { event: 'working', data: {} }
  try {
    const whole = askResponseSchema.parse(await answer())
    yield { event: 'sentence', data: { text: firstSentence(whole.text).first } }
    yield { event: 'answer', data: whole }
  } catch (error) {
    yield { event: 'failed', data: fault(error).error }
  }
}

/** `POST /api/ask`: JSON, or server-sent events for `Accept: text/event-stream`. */
export function registerAsk(app: App, { answers, context, log, options, records }: Services): void {
  const { questionsPerMinute } = options.limits ?? defaultLimits
  app.route({
    method: 'POST',
    url: '/api/ask',
    config: { rateLimit: { max: questionsPerMinute, timeWindow: '1 minute' } },
    schema: {
      summary: 'Answer a question with computed, cited figures',
      body: askRequestSchema,
      response: { 200: askResponseSchema, '4xx': failureSchema, '5xx': failureSchema },
    },
    handler: async (request, reply) => {
      const current = await context()
      const answer = async () => {
        const given = await answers.give(current, askedOf(request.body))
        await records?.logAsked(
          askedRecord(given, personOf(request, options)?.name ?? '', dataVersion(current.library, records.corrections.entries())),
        )
        return given
      }
      if (request.headers.accept?.includes('text/event-stream'))
        return sendEvents(
          reply,
          answering(answer, error => fault(error, request, log)),
        )
      return reply.header('cache-control', 'no-store').send(await answer())
    },
  })
}
