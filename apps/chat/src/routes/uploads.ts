import { type Failure, type Library, success } from '@finsam/domain'
import type { FastifyReply, FastifyRequest } from 'fastify'
import * as z from 'zod'
import { failureSchema } from '../contract/failure.ts'
import { publishedSchema, publishRequestSchema, type Upload, uploadSchema, waitingListSchema } from '../contract/waiting.ts'
import { draftReport } from '../draft/draft-report.ts'
import { isCellOf, recordCorrection, wordOf } from '../review/record-correction.ts'
import { reviewItems } from '../review/review-items.ts'
import { refuse, refuseWith } from '../server/failures.ts'
import { bePatient } from '../server/patience.ts'
import { personOf } from '../server/person.ts'
import { freeId, standing } from '../waiting/document-names.ts'
import { type Uploaded, type WaitingArea, waitingArea } from '../waiting/waiting-area.ts'
import { fileRequest, mostBytes, sentFile } from './file-request.ts'
import type { App, Services } from './route-app.ts'
import { sendReading } from './told-reading.ts'

const idParams = z.strictObject({ id: z.string().max(64) })
const perMinute = (max: number) => ({ rateLimit: { max, timeWindow: '1 minute' } })

/** What the reviewer is shown of a waiting file: its report, its flagged cells, and what publishing it would do. */
function uploadOf(library: Library, { file, read }: Uploaded): Upload {
  const { document } = read.reading
  return {
    file,
    document: document.id,
    free: freeId(library, document),
    ...standing(library, document),
    report: draftReport(library, read.reading, read.lines),
    items: [...reviewItems(read.reading, { associations: [...library.associations] })],
  }
}

/** Another content under the id of a loaded document needs a word of its own. */
const conflictCodes = new Set(['document-known', 'document-busy'])
const refusePublishing = (request: FastifyRequest, reply: FastifyReply, failure: Failure): FastifyReply =>
  refuseWith(request, reply, conflictCodes.has(failure.code) ? 409 : 422, failure)

/** `/api/uploads`: a file is uploaded, read, reviewed, and then published; until then no answer rests on it. */
export function registerUploads(app: App, services: Services): void {
  const { publish, readDraft, waiting } = services.options
  const area = readDraft && waiting ? waitingArea(waiting, readDraft) : undefined
  if (area && publish) {
    registerWaiting(app, services, area)
    registerPublishing(app, services, area, publish)
  } else registerRefusal(app)
}

/** Where nothing can be published, that is said, whatever is asked for. */
function registerRefusal(app: App): void {
  for (const url of ['/api/uploads', '/api/uploads/*'])
    app.route({
      method: ['GET', 'POST', 'DELETE'],
      url,
      schema: { hide: true },
      handler: async (request, reply) => refuse(request, reply, 404, 'no-publishing'),
    })
}

function registerWaiting(app: App, { context, log, options }: Services, area: WaitingArea): void {
  const whoSends = (request: FastifyRequest): string => personOf(request, options)?.name ?? ''
  app.route({
    method: 'GET',
    url: '/api/uploads',
    schema: { summary: 'Uploaded files that wait for review', response: { 200: waitingListSchema } },
    handler: async () => ({ files: [...(await area.list())] }),
  })
  app.route({
    method: 'POST',
    url: '/api/uploads',
    bodyLimit: mostBytes,
    onRequest: bePatient,
    config: perMinute(10),
    schema: {
      summary: 'Read a file and let it wait for review',
      ...fileRequest,
      response: { 200: uploadSchema, '4xx': failureSchema },
    },
    handler: async (request, reply) => {
      return sendReading({ request, reply, log }, uploadSchema, async tell => {
        const uploaded = await area.add(sentFile(request), whoSends(request), tell)
        return uploaded.ok ? success(uploadOf((await context()).library, uploaded.value)) : uploaded
      })
    },
  })
  app.route({
    method: 'GET',
    url: '/api/uploads/:id',
    onRequest: bePatient,
    config: perMinute(60),
    schema: { summary: 'A waiting file as it was read', params: idParams, response: { 200: uploadSchema, '4xx': failureSchema } },
    handler: async (request, reply) => {
      const uploaded = await area.find(request.params.id)
      if (!uploaded) return refuse(request, reply, 404, 'unknown-upload')
      return uploaded.ok ? uploadOf((await context()).library, uploaded.value) : refuseWith(request, reply, 422, uploaded.failure)
    },
  })
  app.route({
    method: 'DELETE',
    url: '/api/uploads/:id',
    schema: { summary: 'Remove a waiting file unpublished', params: idParams, response: { 200: z.object({}), '4xx': failureSchema } },
    handler: async request => {
      await area.remove(request.params.id)
      return {}
    },
  })
}

function registerPublishing(
  app: App,
  { context, options, records }: Services,
  area: WaitingArea,
  publish: NonNullable<Services['options']['publish']>,
): void {
  app.route({
    method: 'POST',
    url: '/api/uploads/:id/publish',
    onRequest: bePatient,
    config: perMinute(30),
    schema: {
      summary: 'Publish a reviewed file, with what the reviewer said about its cells',
      params: idParams,
      body: publishRequestSchema,
      response: { 200: publishedSchema, '4xx': failureSchema },
    },
    handler: async (request, reply) => {
      const { id: named, replace, reviewed } = request.body
      const uploaded = await area.find(request.params.id)
      if (!uploaded) return refuse(request, reply, 404, 'unknown-upload')
      if (!uploaded.ok) return refuseWith(request, reply, 422, uploaded.failure)
      const { bytes, file, read } = uploaded.value
      if (reviewed.length > 0 && !records) return refuse(request, reply, 404, 'no-records')
      if (!reviewed.every(cell => isCellOf(read.reading, cell))) return refuse(request, reply, 409, 'unknown-cell')
      const published = await publish({ bytes, fileName: file.fileName, ...(named ? { id: named } : {}), ...(replace ? { replace } : {}) })
      if (!published.ok) return refusePublishing(request, reply, published.failure)
      const { id } = published.value
      // The file waits on until every word on it is kept: whoever is cut off here publishes again, and nothing is lost.
      const who = personOf(request, options)?.name ?? ''
      for (const cell of reviewed)
        if (records) await recordCorrection((await context()).library, records.corrections, wordOf({ ...cell, document: id }, who))
      await area.remove(file.id)
      return { id }
    },
  })
}
