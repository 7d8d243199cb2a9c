import type { FastifyReply } from 'fastify'

/** Aborted when the client closes the line before its reply is whole. */
export function leaving(reply: FastifyReply): AbortSignal {
  const controller = new AbortController()
  reply.raw.once('close', () => {
    if (!reply.raw.writableFinished) controller.abort()
  })
  return controller.signal
}
