import { type Result, success } from '@finsam/domain'
import * as z from 'zod'
import { type DraftReport, draftReportSchema } from '../contract/draft.ts'
import { failureSchema } from '../contract/failure.ts'
import { draftReport } from '../draft/draft-report.ts'
import { reportSheets } from '../export/report-sheets.ts'
import { sendSheets } from '../export/send-sheets.ts'
import { refuse, refuseWith } from '../server/failures.ts'
import { languageOf } from '../server/language.ts'
import type { ReadDraft, ReadingProgress } from '../server/options.ts'
import { bePatient } from '../server/patience.ts'
import { fileRequest, mostBytes, type SentFile, sentFile } from './file-request.ts'
import type { App, Services } from './route-app.ts'
import { sendReading } from './told-reading.ts'

/** `POST /api/drafts?name=plan.txt` and `/api/drafts/export` with the file as the body: a report of a document that is nowhere kept. */
export function registerDrafts(app: App, { context, log, options }: Services): void {
  const { readDraft } = options
  const reportOf = async (request: SentFile, read: ReadDraft, tell?: (progress: ReadingProgress) => void): Promise<Result<DraftReport>> => {
    const draft = await read(sentFile(request), tell)
    return draft.ok ? success(draftReport((await context()).library, draft.value.reading, draft.value.lines)) : draft
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
      if (!readDraft) return refuse(request, reply, 404, 'no-drafts')
      return sendReading({ request, reply, log }, draftReportSchema, tell => reportOf(request, readDraft, tell))
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
      if (!readDraft) return refuse(request, reply, 404, 'no-drafts')
      const report = await reportOf(request, readDraft)
      if (!report.ok) return refuseWith(request, reply, 422, report.failure)
      return sendSheets(reply, reportSheets(report.value, languageOf(request)), request.query.format, 'finsam-granskning')
    },
  })
}
