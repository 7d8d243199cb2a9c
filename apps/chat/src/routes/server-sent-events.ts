import { Readable } from 'node:stream'
import type { FastifyReply } from 'fastify'

export interface ServerEvent {
  readonly event: string
  readonly data: unknown
}

const written = ({ event, data }: ServerEvent): string => `event: ${event}\ndata: ${JSON.stringify(data)}\n\n`

async function* texts(events: AsyncIterable<ServerEvent>): AsyncGenerator<string> {
  for await (const event of events) yield written(event)
}

/** Sends events as they come; a client that leaves ends them. JSON never holds a raw line break, so each event is two lines. */
export function sendEvents(reply: FastifyReply, events: AsyncIterable<ServerEvent>): FastifyReply {
  return reply
    .header('content-type', 'text/event-stream; charset=utf-8')
    .header('cache-control', 'no-store, no-transform')
    .header('x-accel-buffering', 'no')
    .send(Readable.from(texts(events)))
}
