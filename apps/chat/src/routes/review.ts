import * as z from 'zod'
import { failureSchema } from '../contract/failure.ts'
import { correctionRequestSchema } from '../contract/records.ts'
import { correctionViewSchema, reviewSchema } from '../contract/review.ts'
import { correctionViews } from '../review/correction-views.ts'
import { recordCorrection, wordOf } from '../review/record-correction.ts'
import { reviewItems } from '../review/review-items.ts'
import { refuse, refuseWith } from '../server/failures.ts'
import { languageOf } from '../server/language.ts'
import { personOf } from '../server/person.ts'
import { readingOf, unknownDocument } from './known-documents.ts'
import type { App, Services } from './route-app.ts'

/** `GET /api/review?document` and `POST /api/corrections`: flagged cells, and a person's word on one. */
export function registerReview(app: App, { context, options, records }: Services): void {
  app.route({
    method: 'GET',
    url: '/api/review',
    config: { rateLimit: { max: 60, timeWindow: '1 minute' } },
    schema: {
      summary: 'Flagged cells of a document, and what each reading does to its sums',
      querystring: z.strictObject({ document: z.string().min(1).max(300) }),
      response: { 200: reviewSchema, '4xx': failureSchema },
    },
    handler: async (request, reply) => {
      const { library } = await context()
      const { document } = request.query
      const reading = readingOf(library, document)
      if (!reading) return refuseWith(request, reply, 404, unknownDocument(library, document, languageOf(request)))
      const said = (await records?.corrections.entries()) ?? []
      return {
        items: [...reviewItems(reading, { associations: [...library.associations] })],
        corrections: [...correctionViews(said, reading)],
      }
    },
  })
  app.route({
    method: 'POST',
    url: '/api/corrections',
    schema: {
      summary: 'Confirm or correct a cell',
      body: correctionRequestSchema,
      response: {
        200: correctionViewSchema.pick({ before: true, after: true, unit: true, why: true, who: true, at: true }),
        '4xx': failureSchema,
      },
    },
    handler: async (request, reply) => {
      if (!records) return refuse(request, reply, 404, 'no-records')
      const { library } = await context()
      const { document } = request.body
      if (!readingOf(library, document)) return refuseWith(request, reply, 404, unknownDocument(library, document, languageOf(request)))
      const word = wordOf(request.body, personOf(request, options)?.name ?? '')
      const correction = await recordCorrection(library, records.corrections, word)
      if (!correction.ok) return refuse(request, reply, 409, 'unknown-cell')
      const { before, after, unit, why, who, at } = correction.value
      return { before, after, unit, why, who, at }
    },
  })
}
