import type { FastifyRequest } from 'fastify'

export type Language = 'sv' | 'en'

/** The language of messages to this client: English only where it is preferred to Swedish. */
export function languageOf(request: FastifyRequest): Language {
  const first = (request.headers['accept-language'] ?? '').split(',').find(tag => /^\s*(sv|en)\b/i.test(tag))
  return first?.trim().toLowerCase().startsWith('en') ? 'en' : 'sv'
}
