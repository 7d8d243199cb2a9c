import type { DocumentReading, Failure } from '@finsam/domain'
import * as z from 'zod'
import { failureSchema } from '../contract/failure.ts'
import { type CorrectionRequest, correctionRequestSchema, correctionSchema } from '../contract/records.ts'
import { reviewSchema } from '../contract/review.ts'
import { reviewItems } from '../review/review-items.ts'
import { refuse, refuseWith } from '../server/failures.ts'
import { type Language, languageOf } from '../server/language.ts'
import { personOf } from '../server/person.ts'
import { readingOf, unknownDocument } from './known-documents.ts'
import type { App, Services } from './route-app.ts'

const unknownCell = (language: Language): Failure => ({
  code: 'unknown-cell',
  message:
    language === 'en'
      ? 'The document has no such cell, or it has been read anew since. Load the page again.'
      : 'Cellen finns inte i dokumentet, eller så har dokumentet lästs in på nytt. Ladda om sidan.',
})

function cellOf(reading: DocumentReading, place: CorrectionRequest) {
  const statement = reading.statements.find(({ id }) => id === place.statement)
  const cell = statement?.lines.find(({ id }) => id === place.line)?.values[place.column]
  return cell?.printed === place.printed ? cell : undefined
}

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
      if (!reading) return refuseWith(reply, 404, unknownDocument(library, document, languageOf(request)))
      const said = records?.corrections.entries().filter(correction => correction.document === document) ?? []
      return { items: [...reviewItems(reading, { associations: [...library.associations] })], corrections: said }
    },
  })
  app.route({
    method: 'POST',
    url: '/api/corrections',
    schema: {
      summary: 'Confirm or correct a cell',
      body: correctionRequestSchema,
      response: { 200: correctionSchema, '4xx': failureSchema },
    },
    handler: async (request, reply) => {
      if (!records) return refuse(request, reply, 404, 'no-records')
      const { library } = await context()
      const { amount, why, ...place } = request.body
      const reading = readingOf(library, place.document)
      if (!reading) return refuseWith(reply, 404, unknownDocument(library, place.document, languageOf(request)))
      const cell = cellOf(reading, request.body)
      if (!cell) return refuseWith(reply, 409, unknownCell(languageOf(request)))
      const who = personOf(request, options)?.name ?? ''
      const correction = { ...place, before: cell.amount, after: amount, why, who, at: new Date().toISOString() }
      await records.corrections.append(correction)
      return correction
    },
  })
}
