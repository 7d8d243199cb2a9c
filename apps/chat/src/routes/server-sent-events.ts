import { Readable } from 'node:stream'
import type { FastifyReply } from 'fastify'

export interface ServerEvent {
  readonly event: string
  readonly data: unknown
}

/** JSON never holds a raw line break, so an event is two lines. */
const written = ({ event, data }: ServerEvent): string => `event: ${event}\ndata: ${JSON.stringify(data)}\n\n`

const quietMs = 15_000
const signOfLife = ': still here\n\n'

/** The events as text; where none comes for a while, a comment keeps proxies from closing the line. */
export async function* eventTexts(events: AsyncIterable<ServerEvent>, quiet = quietMs): AsyncGenerator<string> {
  const coming = events[Symbol.asyncIterator]()
  let next = coming.next()
  try {
    for (;;) {
      const { promise: silence, resolve } = Promise.withResolvers<undefined>()
      const timer = setTimeout(resolve, quiet, undefined)
      const news = await Promise.race([next, silence]).finally(() => clearTimeout(timer))
      if (news?.done) return
      yield news ? written(news.value) : signOfLife
      if (news) next = coming.next()
    }
  } finally {
    await coming.return?.()
  }
}

/** Sends events as they come; a client that leaves ends them. */
export function sendEvents(reply: FastifyReply, events: AsyncIterable<ServerEvent>): FastifyReply {
  return reply
    .header('content-type', 'text/event-stream; charset=utf-8')
    .header('cache-control', 'no-store, no-transform')
    .header('x-accel-buffering', 'no')
    .send(Readable.from(eventTexts(events)))
}
