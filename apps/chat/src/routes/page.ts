import { existsSync, readFileSync } from 'node:fs'
import { fileURLToPath } from 'node:url'
import serveStatic from '@fastify/static'
import { refuse } from '../server/failures.ts'
import type { App } from './route-app.ts'

/** Where the build puts the page; the same folder seen from the sources and from the build. */
export const pageFolder = fileURLToPath(new URL('../../dist/page/', import.meta.url))

/** The page's own addresses: each is served the same document, so that a reload or a link finds its way. */
const pagePaths = [
  '/',
  '/underlag',
  '/underlag/:document',
  '/kalla/:document',
  '/granska',
  '/kontroll',
  '/om',
  '/tillganglighet',
  '/svar/:id',
]

/** The page: its document under every address of it, and its hashed assets, which never change. */
export async function registerPage(app: App, folder: string = pageFolder): Promise<void> {
  const document = `${folder}/index.html`
  const html = existsSync(document) ? readFileSync(document, 'utf8') : undefined
  for (const url of pagePaths)
    app.route({
      method: 'GET',
      url,
      schema: { hide: true },
      handler: async (request, reply) =>
        html === undefined
          ? refuse(request, reply, 503, 'page-not-built')
          : reply.header('content-type', 'text/html; charset=utf-8').header('cache-control', 'no-cache').send(html),
    })
  if (html !== undefined)
    await app.register(serveStatic, {
      root: `${folder}/assets`,
      prefix: '/assets/',
      immutable: true,
      maxAge: '365d',
      index: false,
      schemaHide: true,
      logLevel: 'silent',
    })
}
