import * as z from 'zod'
import { failureSchema } from '../contract/failure.ts'
import { refuse } from '../server/failures.ts'
import { cookieFor, cookieName, isToken, personOf } from '../server/person.ts'
import type { App, Services } from './route-app.ts'

const sessionSchema = z
  .object({
    signedIn: z.boolean(),
    /** What this installation offers beside questions. */
    offers: z.object({ drafts: z.boolean(), records: z.boolean(), publishing: z.boolean() }),
    /** The language model that questions are sent to. */
    model: z.object({ name: z.string(), host: z.string() }).optional(),
  })
  .meta({ id: 'Session' })

/** `GET /api/session`: may I ask? `POST /api/session`: a person types the token once; the browser keeps a cookie that scripts cannot read. */
export function registerSession(app: App, { options }: Services): void {
  const { model, publish, readDraft, records, waiting } = options
  const about = {
    offers: {
      drafts: readDraft !== undefined,
      records: records !== undefined,
      publishing: publish !== undefined && readDraft !== undefined && waiting !== undefined,
    },
    ...(model ? { model } : {}),
  }
  app.route({
    method: 'GET',
    url: '/api/session',
    schema: { summary: 'Whether this client is signed in', response: { 200: sessionSchema } },
    handler: async request => ({ signedIn: personOf(request, options) !== undefined, ...about }),
  })
  app.route({
    method: 'POST',
    url: '/api/session',
    config: { rateLimit: { max: 10, timeWindow: '1 minute' } },
    schema: {
      summary: 'Sign in with the access token',
      body: z.strictObject({ token: z.string().min(1).max(500) }),
      response: { 200: sessionSchema, '4xx': failureSchema },
    },
    handler: async (request, reply) => {
      const { token } = options
      if (!token || !isToken(request.body.token, token)) return refuse(request, reply, 401, 'not-signed-in')
      const secure = request.protocol === 'https' ? '; Secure' : ''
      reply.header('set-cookie', `${cookieName}=${cookieFor(token)}; Path=/; HttpOnly; SameSite=Strict; Max-Age=43200${secure}`)
      return reply.send({ signedIn: true, ...about })
    },
  })
}
