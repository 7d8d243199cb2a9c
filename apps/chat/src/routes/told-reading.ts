import type { Result } from '@finsam/domain'
import type { FastifyReply, FastifyRequest } from 'fastify'
import type * as z from 'zod'
import type { FailureBody } from '../contract/failure.ts'
import { fault, refuseWith, toldFailure } from '../server/failures.ts'
import { type Language, languageOf } from '../server/language.ts'
import type { ReadingProgress } from '../server/options.ts'
import { type ServerEvent, sendEvents } from './server-sent-events.ts'

/** How often a reading tells how far it has come, however many pages it has: each time is read out to who cannot see it. */
const mostTold = 20

const words = {
  sv: ({ page, of }: ReadingProgress) => `Läser sida ${page} av ${of} …`,
  en: ({ page, of }: ReadingProgress) => `Reading page ${page} of ${of} …`,
} satisfies Record<Language, (progress: ReadingProgress) => string>

const isTold = ({ page, of }: ReadingProgress): boolean => page < of && page % Math.ceil(of / mostTold) === 0

/** A reading at work: told how to tell its progress, it ends in a reply or a failure. */
type Work<Reply> = (tell: (progress: ReadingProgress) => void) => Promise<Result<Reply>>

/** How far the reading has come, in words, and then what came of it. */
function readingEvents<Reply>(
  work: Work<Reply>,
  language: Language,
  faulty: (error: unknown) => FailureBody['error'],
): AsyncIterable<ServerEvent> {
  let left = false
  return new ReadableStream<ServerEvent>({
    async start(controller) {
      const send = (event: string, data: unknown): void => {
        if (!left) controller.enqueue({ event, data })
      }
      try {
        const outcome = await work(progress => isTold(progress) && send('reading', { ...progress, text: words[language](progress) }))
        if (outcome.ok) send('done', outcome.value)
        else send('refused', toldFailure(outcome.failure, language))
      } catch (error) {
        send('refused', faulty(error))
      }
      if (!left) controller.close()
    },
    cancel() {
      left = true
    },
  })
}

/**
 * Replies with what a reading came to: as JSON, or, to whoever takes an event stream, with `reading` events on the way
 * (page 12 of 40) and then `done` or `refused`.
 *
 * @param schema  of the reply
 */
export async function sendReading<Schema extends z.ZodType>(
  { request, reply, log }: { readonly request: FastifyRequest; readonly reply: FastifyReply; readonly log: (line: string) => void },
  schema: Schema,
  work: Work<z.infer<Schema>>,
): Promise<FastifyReply> {
  if (!request.headers.accept?.includes('text/event-stream')) {
    const outcome = await work(() => {})
    return outcome.ok ? reply.header('cache-control', 'no-store').send(outcome.value) : refuseWith(request, reply, 422, outcome.failure)
  }
  const checked: Work<z.infer<Schema>> = async tell => {
    const outcome = await work(tell)
    return outcome.ok ? { ok: true, value: schema.parse(outcome.value) } : outcome
  }
  return sendEvents(
    reply,
    readingEvents(checked, languageOf(request), error => fault(error, request, log).error),
  )
}
