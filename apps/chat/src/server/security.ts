import helmet from '@fastify/helmet'
import rateLimit from '@fastify/rate-limit'
import type { FastifyInstance, FastifyRequest } from 'fastify'
import { refuse } from './failures.ts'
import { type Load, registerLoadShedding } from './load-shedding.ts'
import type { ChatOptions, RequestLimits } from './options.ts'
import { personOf } from './person.ts'

export const defaultLimits = { perMinute: 600, questionsPerMinute: 120, atOnce: 200 } satisfies RequestLimits

const contentSecurityPolicy = {
  useDefaults: false,
  directives: {
    'default-src': ["'none'"],
    'script-src': ["'self'"],
    'style-src': ["'self'"],
    'img-src': ["'self'", 'data:'],
    'connect-src': ["'self'"],
    'manifest-src': ["'self'"],
    'form-action': ["'self'"],
    'base-uri': ["'none'"],
    'frame-ancestors': ["'none'"],
    'object-src': ["'none'"],
    'require-trusted-types-for': ["'script'"],
    'trusted-types': ["'none'"],
  },
}

const loopbackNames = ['localhost', '127.0.0.1', '[::1]']
/** Whether an address can be reached from this machine only. */
export const isLoopback = (host: string): boolean => host === 'localhost' || host === '::1' || /^127(\.\d{1,3}){3}$/.test(host)

/** `example.se:4500` → `example.se`; `[::1]:4500` → `[::1]`. */
const nameOf = (host: string): string => host.toLowerCase().replace(/:\d+$/, '')

/** Refuses names that the server was not told of: a hostile page that points its own name at this machine gets nothing. */
function registerHostCheck(app: FastifyInstance, names: ReadonlySet<string>): void {
  app.addHook('onRequest', async (request, reply) => {
    if (!names.has(nameOf(request.headers.host ?? ''))) return refuse(request, reply, 421, 'unknown-host')
  })
}

function isSameOrigin(request: FastifyRequest): boolean {
  const site = request.headers['sec-fetch-site']
  if (site !== undefined) return site === 'same-origin'
  const { origin } = request.headers
  if (origin === undefined) return true
  return URL.canParse(origin) && new URL(origin).host === request.headers.host
}

/** A browser says where a request comes from; what changes or asks something is taken from our own page only. Programs send neither header. */
function registerSameOriginCheck(app: FastifyInstance): void {
  app.addHook('onRequest', async (request, reply) => {
    if (request.method !== 'GET' && request.method !== 'HEAD' && !isSameOrigin(request)) return refuse(request, reply, 403, 'cross-site')
  })
}

const isOpen = (path: string): boolean => path === '/health' || path === '/api/session' || !/^\/(api|mcp|openapi)/.test(path)

function registerSignIn(app: FastifyInstance, options: ChatOptions): void {
  app.addHook('onRequest', async (request, reply) => {
    const path = request.routeOptions.url ?? request.url.split('?')[0] ?? ''
    // The MCP endpoint with an authorization of its own asks for its own tokens.
    if (path === '/mcp' && options.mcpAuthorization) return
    if (!isOpen(path) && !personOf(request, options)) return refuse(request, reply, 401, 'not-signed-in')
  })
}

/** Headers, limits and checks that every request meets before any route. */
export async function registerSecurity(app: FastifyInstance, options: ChatOptions): Promise<Load> {
  const { perMinute, atOnce = defaultLimits.atOnce } = options.limits ?? defaultLimits
  const load = registerLoadShedding(app, atOnce)
  await app.register(helmet, {
    contentSecurityPolicy,
    referrerPolicy: { policy: 'no-referrer' },
    strictTransportSecurity: false,
    crossOriginEmbedderPolicy: false,
  })
  await app.register(rateLimit, {
    max: perMinute,
    timeWindow: '1 minute',
    errorResponseBuilder: () => Object.assign(new Error('rate'), { statusCode: 429 }),
  })
  const guardedByName = !options.token && !options.userHeader
  if (guardedByName || options.hostNames?.length)
    registerHostCheck(app, new Set([...loopbackNames, ...(options.hostNames ?? []).map(nameOf)]))
  registerSameOriginCheck(app)
  registerSignIn(app, options)
  return load
}
