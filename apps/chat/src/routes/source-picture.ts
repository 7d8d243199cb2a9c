import * as z from 'zod'
import { failureSchema } from '../contract/failure.ts'
import { refuse, refuseWith } from '../server/failures.ts'
import { languageOf } from '../server/language.ts'
import { drawnPages } from '../source/drawn-pages.ts'
import { hasDrawnPages, placeOfLine } from '../source/place-of-line.ts'
import { readingOf, unknownDocument } from './known-documents.ts'
import type { App, Services } from './route-app.ts'

const querySchema = z.strictObject({ document: z.string().min(1).max(300), line: z.coerce.number().int().positive() })

/** The address of the picture of a line's page. */
export const pictureHref = (document: string, line: number): string =>
  `/api/source/picture?document=${encodeURIComponent(document)}&line=${line}`

/** `GET /api/source/picture?document&line`: the page of the file on which a line stands, with the line marked. */
export function registerSourcePicture(app: App, { context, options }: Services): void {
  const draw = options.drawSource && drawnPages(options.drawSource)
  app.route({
    method: 'GET',
    url: '/api/source/picture',
    config: { rateLimit: { max: 60, timeWindow: '1 minute' } },
    schema: {
      summary: 'The page of a PDF or scan on which a line stands, drawn, with the line marked',
      querystring: querySchema,
      response: { 200: z.instanceof(Buffer).meta({ override: { type: 'string', format: 'binary' } }), '4xx': failureSchema },
    },
    handler: async (request, reply) => {
      const { library, pages } = await context()
      const { document, line } = request.query
      const reading = readingOf(library, document)
      if (!reading) return refuseWith(request, reply, 404, unknownDocument(library, document, languageOf(request)))
      const spans = pages?.(document) ?? []
      const { page, place } = placeOfLine(reading, line, spans)
      if (!draw || page === undefined || !hasDrawnPages(reading)) return refuse(request, reply, 404, 'no-picture')
      const first = spans.find(span => span.page === page)?.from ?? 1
      const drawn = await draw(document, reading.document.hash, { page, line: line - first + 1, ...(place?.box ? { box: place.box } : {}) })
      if (!drawn.ok) return refuseWith(request, reply, 404, drawn.failure)
      return reply.header('cache-control', 'private, max-age=3600').type('image/png').send(Buffer.from(drawn.value))
    },
  })
}
