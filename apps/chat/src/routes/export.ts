import { exportRequestSchema } from '../contract/ask.ts'
import { answerSheets } from '../export/answer-sheets.ts'
import { csvOf } from '../export/csv.ts'
import { xlsxOf } from '../export/xlsx.ts'
import { defaultLimits } from '../server/security.ts'
import { askedOf } from './ask.ts'
import type { App, Services } from './route-app.ts'

const types = { csv: 'text/csv; charset=utf-8', xlsx: 'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet' }

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
      return reply
        .header('content-type', types[format])
        .header('content-disposition', `attachment; filename="finsam-svar.${format}"`)
        .header('cache-control', 'no-store')
        .send(format === 'csv' ? Buffer.from(csvOf(sheets)) : await xlsxOf(sheets))
    },
  })
}
