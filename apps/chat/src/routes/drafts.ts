import * as z from 'zod'
import { draftReportSchema } from '../contract/draft.ts'
import { failureSchema } from '../contract/failure.ts'
import { publishedSchema } from '../contract/publish.ts'
import { draftReport } from '../draft/draft-report.ts'
import { refuse, refuseWith } from '../server/failures.ts'
import type { App, Services } from './route-app.ts'

const mostBytes = 10 * 1024 * 1024

/** A file as it comes: bytes, and a name that is only a name. */
const fileRequest = {
  consumes: ['application/octet-stream'],
  querystring: z.strictObject({ name: z.string().min(1).max(200) }),
  body: z.instanceof(Buffer).meta({ override: { type: 'string', format: 'binary' } }),
}
const plainName = (name: string): string => name.replace(/[\\/\0]/g, '_')

/** `POST /api/drafts?name=plan.txt` with the file as the body: a report of a document that is nowhere kept. */
export function registerDrafts(app: App, { context, options }: Services): void {
  const { readDraft, publish } = options
  app.addContentTypeParser('application/octet-stream', { parseAs: 'buffer', bodyLimit: mostBytes }, (_request, body, done) =>
    done(null, body),
  )
  app.route({
    method: 'POST',
    url: '/api/drafts',
    bodyLimit: mostBytes,
    config: { rateLimit: { max: 30, timeWindow: '1 minute' } },
    schema: {
      summary: 'Check a draft without publishing it',
      ...fileRequest,
      response: { 200: draftReportSchema, '4xx': failureSchema },
    },
    handler: async (request, reply) => {
      if (!readDraft) return refuse(request, reply, 404, 'no-drafts')
      const { library } = await context()
      const draft = await readDraft({ bytes: request.body, fileName: plainName(request.query.name) })
      if (!draft.ok) return refuseWith(reply, 422, draft.failure)
      return reply.header('cache-control', 'no-store').send(draftReport(library, draft.value.reading, draft.value.lines))
    },
  })
  app.route({
    method: 'POST',
    url: '/api/documents',
    bodyLimit: mostBytes,
    config: { rateLimit: { max: 10, timeWindow: '1 minute' } },
    schema: {
      summary: 'Read a document in, so that answers rest on it',
      ...fileRequest,
      response: { 200: publishedSchema, '4xx': failureSchema },
    },
    handler: async (request, reply) => {
      if (!publish) return refuse(request, reply, 404, 'no-publishing')
      const published = await publish({ bytes: request.body, fileName: plainName(request.query.name) })
      return published.ok ? { id: published.value.id } : refuseWith(reply, 422, published.failure)
    },
  })
}
