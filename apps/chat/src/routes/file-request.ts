import * as z from 'zod'
import type { DraftFile } from '../server/options.ts'
import type { App } from './route-app.ts'

export const mostBytes = 10 * 1024 * 1024

/** A file as it comes: bytes, and a name that is only a name. */
export const fileRequest = {
  consumes: ['application/octet-stream'],
  querystring: z.strictObject({ name: z.string().min(1).max(200) }),
  body: z.instanceof(Buffer).meta({ override: { type: 'string', format: 'binary' } }),
}

export interface SentFile {
  readonly body: Buffer
  readonly query: { readonly name: string }
}

/** The file of a request; what its name would make of it as a path is taken out. */
export const sentFile = ({ body, query }: SentFile): DraftFile => ({
  bytes: body,
  fileName: query.name.replace(/[\\/\0]/g, '_'),
})

/** Lets routes take a file as the body of a request. */
export function registerFileBodies(app: App): void {
  app.addContentTypeParser('application/octet-stream', { parseAs: 'buffer', bodyLimit: mostBytes }, (_request, body, done) =>
    done(null, body),
  )
}
