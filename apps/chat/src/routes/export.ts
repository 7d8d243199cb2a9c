import { exportRequestSchema } from '../contract/ask.ts'
import { answerSheets } from '../export/answer-sheets.ts'
import { sendSheets } from '../export/send-sheets.ts'
import { defaultLimits } from '../server/security.ts'
import { askedOf } from './ask.ts'
import type { App, Services } from './route-app.ts'

/** `POST /api/export`: the answer that was given to a question, as a file; no figure in it came from the client. */
export function registerExport(app: App, { answers, context, options }: Services): void {
  const { questionsPerMinute } = options.limits ?? defaultLimits
  app.route({
    method: 'POST',
    url: '/api/export',
    config: { rateLimit: { max: questionsPerMinute, timeWindow: '1 minute' } },
    schema: { summary: 'An answer as CSV or Excel, with its sources', body: exportRequestSchema },
    handler: async (request, reply) => {
      const { format } = request.body
      const sheets = answerSheets(await answers.again(await context(), askedOf(request.body)))
      return sendSheets(reply, sheets, format, 'finsam-svar')
    },
  })
}
