import { createHash, timingSafeEqual } from 'node:crypto'
import type { FastifyRequest } from 'fastify'
import type { Access } from './options.ts'

/** Who makes a request. `name` goes into records of corrections and of what was asked. */
export interface Person {
  readonly name: string
  readonly by: 'loopback' | 'token' | 'proxy'
}

const digest = (text: string): Buffer => createHash('sha256').update(text).digest()
/** Whether what was given is the token, compared in a time that does not tell how much of it is right. */
export const isToken = (given: string, expected: string): boolean => timingSafeEqual(digest(given), digest(expected))

/** The cookie that stands for a token: gives nothing of it away, and ends with it. */
export const cookieFor = (token: string): string => digest(`finsam session ${token}`).toString('base64url')
export const cookieName = 'finsam-session'

function cookieOf(request: FastifyRequest): string | undefined {
  const pairs = (request.headers.cookie ?? '').split(';').map(pair => pair.trim().split('='))
  return pairs.find(([name]) => name === cookieName)?.[1]
}

/**
 * The one place where a request gets its person; undefined where it may not pass.
 * Without token and header everybody who reaches the server is the person at the machine (the server then listens on loopback only).
 */
export function personOf(request: FastifyRequest, access: Access): Person | undefined {
  const { token, userHeader } = access
  const named = userHeader ? request.headers[userHeader.toLowerCase()] : undefined
  if (typeof named === 'string' && named.trim() !== '') return { name: named.trim().slice(0, 200), by: 'proxy' }
  if (token && holdsToken(request, token)) return { name: 'token', by: 'token' }
  return token || userHeader ? undefined : { name: 'local', by: 'loopback' }
}

function holdsToken(request: FastifyRequest, token: string): boolean {
  const [, bearer] = /^Bearer (.+)$/.exec(request.headers.authorization ?? '') ?? []
  if (bearer !== undefined) return isToken(bearer, token)
  const cookie = cookieOf(request)
  return cookie !== undefined && isToken(cookie, cookieFor(token))
}
