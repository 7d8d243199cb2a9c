import { type Result, success } from '@finsam/domain'
import * as z from 'zod'
import { type DraftReport, draftReportSchema } from '../contract/draft.ts'
import { failureSchema } from '../contract/failure.ts'
import { draftReport } from '../draft/draft-report.ts'
import { reportSheets } from '../export/report-sheets.ts'
import { sendSheets } from '../export/send-sheets.ts'
import { refuse, refuseWith } from '../server/failures.ts'
import { languageOf } from '../server/language.ts'
import { bePatient } from '../server/patience.ts'
import { fileRequest, mostBytes, type SentFile, sentFile } from './file-request.ts'
import type { App, Services } from './route-app.ts'

/** `POST /api/drafts?name=plan.txt` and `/api/drafts/export` with the file as the body: a report of a document that is nowhere kept. */
export function registerDrafts(app: App, { context, options }: Services): void {
  const { readDraft } = options
  const reportOf = async (request: SentFile): Promise<Result<DraftReport> | undefined> => {
    const draft = await readDraft?.(sentFile(request))
    return draft?.ok ? success(draftReport((await context()).library, draft.value.reading, draft.value.lines)) : draft
  }
  app.route({
    method: 'POST',
    url: '/api/drafts',
    bodyLimit: mostBytes,
    onRequest: bePatient,
    config: { rateLimit: { max: 30, timeWindow: '1 minute' } },
    schema: {
      summary: 'Check a draft without publishing it',
      ...fileRequest,
      response: { 200: draftReportSchema, '4xx': failureSchema },
    },
    handler: async (request, reply) => {
      const report = await reportOf(request)
      if (!report) return refuse(request, reply, 404, 'no-drafts')
      return report.ok ? reply.header('cache-control', 'no-store').send(report.value) : refuseWith(reply, 422, report.failure)
    },
  })
  app.route({
    method: 'POST',
    url: '/api/drafts/export',
    bodyLimit: mostBytes,
    onRequest: bePatient,
    config: { rateLimit: { max: 30, timeWindow: '1 minute' } },
    schema: {
      summary: 'The check of a draft as CSV or Excel',
      ...fileRequest,
      querystring: fileRequest.querystring.extend({ format: z.enum(['csv', 'xlsx']) }),
    },
    handler: async (request, reply) => {
      const report = await reportOf(request)
      if (!report) return refuse(request, reply, 404, 'no-drafts')
      if (!report.ok) return refuseWith(reply, 422, report.failure)
      return sendSheets(reply, reportSheets(report.value, languageOf(request)), request.query.format, 'finsam-granskning')
    },
  })
}
