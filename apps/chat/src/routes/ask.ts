import type { Answer, AskInput, PreviousTurn } from '@finsam/assistant'
import { type AskRequest, askRequestSchema, askResponseSchema } from '../contract/ask.ts'
import { type FailureBody, failureSchema } from '../contract/failure.ts'
import { firstSentence } from '../contract/first-sentence.ts'
import { askedEntry } from '../records/asked-entry.ts'
import { dataVersion } from '../records/data-version.ts'
import { fault } from '../server/failures.ts'
import { leaving } from '../server/leaving.ts'
import type { Talk } from '../server/options.ts'
import { bePatient } from '../server/patience.ts'
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

type Working = (sentence: Talk['sentence']) => Promise<Answer>

/** That the question is being worked on, each sentence as it is ready, and then the whole answer. Who leaves hears no more. */
const answering = (work: Working, fault: (error: unknown) => FailureBody): AsyncIterable<ServerEvent> => {
  let left = false
  return new ReadableStream<ServerEvent>({
    async start(controller) {
      const tell = (event: string, data: unknown) => !left && controller.enqueue({ event, data })
      let said = false
      const sentence = (text: string) => {
        said = true
        tell('sentence', { text })
      }
      tell('working', {})
      try {
        const whole = askResponseSchema.parse(await work(sentence))
        if (!said) sentence(firstSentence(whole.text).first)
        tell('answer', whole)
      } catch (error) {
        if (!left) tell('failed', fault(error).error)
      }
      if (!left) controller.close()
    },
    cancel() {
      left = true
    },
  })
}

/** `POST /api/ask`: JSON, or server-sent events for `Accept: text/event-stream`. */
export function registerAsk(app: App, { answers, context, log, options, records }: Services): void {
  const { questionsPerMinute } = options.limits ?? defaultLimits
  app.route({
    method: 'POST',
    url: '/api/ask',
    onRequest: bePatient,
    config: { rateLimit: { max: questionsPerMinute, timeWindow: '1 minute' } },
    schema: {
      summary: 'Answer a question with computed, cited figures',
      body: askRequestSchema,
      response: { 200: askResponseSchema, '4xx': failureSchema, '5xx': failureSchema },
    },
    handler: async (request, reply) => {
      const current = await context()
      const signal = leaving(reply)
      const { conversation: earlier = [] } = request.body
      const answer: Working = async sentence => {
        const given = await answers.give(current, askedOf(request.body), { earlier, signal, sentence })
        if (!signal.aborted)
          await records?.asked.append(askedEntry(given, personOf(request, options)?.name ?? '', dataVersion(current.library)))
        return given
      }
      if (request.headers.accept?.includes('text/event-stream'))
        return sendEvents(
          reply,
          answering(answer, error => fault(error, request, log)),
        )
      return reply.header('cache-control', 'no-store').send(await answer(() => {}))
    },
  })
}
