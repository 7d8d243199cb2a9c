import { draftReportSchema } from '../contract/draft.ts'
import { failureSchema } from '../contract/failure.ts'
import { draftReport } from '../draft/draft-report.ts'
import { refuse, refuseWith } from '../server/failures.ts'
import { fileRequest, mostBytes, sentFile } from './file-request.ts'
import type { App, Services } from './route-app.ts'

/** `POST /api/drafts?name=plan.txt` with the file as the body: a report of a document that is nowhere kept. */
export function registerDrafts(app: App, { context, options }: Services): void {
  const { readDraft } = options
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
      const draft = await readDraft(sentFile(request))
      if (!draft.ok) return refuseWith(reply, 422, draft.failure)
      return reply.header('cache-control', 'no-store').send(draftReport(library, draft.value.reading, draft.value.lines))
    },
  })
}
