import { existsSync, readFileSync } from 'node:fs'
import { fileURLToPath } from 'node:url'
import serveStatic from '@fastify/static'
import type { FastifyReply } from 'fastify'
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
  '/inlasning',
  '/inlasning/:id',
  '/kontroll',
  '/svar/:id',
]

/** Texts about the service, in Swedish and English; they need no script. */
const texts = ['om', 'about', 'tillganglighet', 'accessibility']

const contentOf = (file: string): string | undefined => (existsSync(file) ? readFileSync(file, 'utf8') : undefined)

const sendPage = (reply: FastifyReply, html: string): FastifyReply =>
  reply.header('content-type', 'text/html; charset=utf-8').header('cache-control', 'no-cache').send(html)

/** The page: its document under every address of it, the texts beside it, and its hashed assets, which never change. */
export async function registerPage(app: App, folder: string = pageFolder): Promise<void> {
  const page = contentOf(`${folder}/index.html`)
  const served = [
    ...pagePaths.map(url => ({ url, html: page })),
    ...texts.map(name => ({ url: `/${name}`, html: contentOf(`${folder}/texts/${name}.html`) })),
  ]
  for (const { url, html } of served)
    app.route({
      method: 'GET',
      url,
      schema: { hide: true },
      handler: async (request, reply) => (html === undefined ? refuse(request, reply, 503, 'page-not-built') : sendPage(reply, html)),
    })
  // Whoever follows a broken link in a browser gets the page, which says so; a program gets the refusal.
  app.route({
    method: 'GET',
    url: '/*',
    schema: { hide: true },
    handler: async (request, reply) =>
      page !== undefined && request.headers.accept?.includes('text/html')
        ? sendPage(reply.code(404), page)
        : refuse(request, reply, 404, 'not-found'),
  })
  if (page !== undefined)
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
