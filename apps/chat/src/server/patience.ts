import type { FastifyRequest } from 'fastify'

const patienceMs = 15 * 60_000

/** Keeps the line open while a long reading or a slow model is at work: a silent socket would otherwise be closed after a minute. */
export const bePatient = async (request: FastifyRequest): Promise<void> => {
  request.raw.setTimeout(patienceMs)
}
