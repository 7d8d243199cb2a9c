import { Socket } from 'node:net'
import type { FastifyRequest } from 'fastify'

const patienceMs = 15 * 60_000

/** Keeps the line open while a long reading or a slow model is at work: a silent socket would otherwise be closed after a minute. */
export const bePatient = async ({ socket }: FastifyRequest): Promise<void> => {
  // A request that is injected has no real socket.
  if (socket instanceof Socket) socket.setTimeout(patienceMs)
}
