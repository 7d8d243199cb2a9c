import { ruleOutcomes } from '@finsam/assistant'
import { sumChecks } from '@finsam/domain'
import * as z from 'zod'
import { documentListSchema } from '../contract/documents.ts'
import { checkedDocumentSchema } from '../contract/draft.ts'
import { failureSchema } from '../contract/failure.ts'
import { refuseWith } from '../server/failures.ts'
import { languageOf } from '../server/language.ts'
import { documentPageOf, findingsOf } from './document-page.ts'
import { summaryOf } from './document-summary.ts'
import { readingOf, unknownDocument } from './known-documents.ts'
import type { App, Services } from './route-app.ts'

/** `GET /api/documents` and `GET /api/documents/:id`: what is loaded, and how well it was read. */
export function registerDocuments(app: App, { context }: Services): void {
  app.route({
    method: 'GET',
    url: '/api/documents',
    schema: { summary: 'The loaded documents and how well each was read', response: { 200: documentListSchema } },
    handler: async () => {
      const { library } = await context()
      const findings = Map.groupBy(library.findings, finding => finding.document)
      return { documents: library.readings.map(reading => summaryOf(reading, findings.get(reading.document.id))) }
    },
  })
  app.route({
    method: 'GET',
    url: '/api/documents/:id',
    schema: {
      summary: 'One document: statements, facts, findings',
      params: z.strictObject({ id: z.string().max(300) }),
      response: { 200: checkedDocumentSchema, '4xx': failureSchema },
    },
    handler: async (request, reply) => {
      const { library } = await context()
      const reading = readingOf(library, request.params.id)
      if (!reading) return refuseWith(request, reply, 404, unknownDocument(library, request.params.id, languageOf(request)))
      return {
        ...documentPageOf(reading, findingsOf(library, reading)),
        rules: [...ruleOutcomes(library, reading.document.association, reading.document.id)],
        sums: [...sumChecks(reading)],
      }
    },
  })
}
