import { hostHeaderValidation, originValidation } from '@modelcontextprotocol/fastify'
import { toNodeHandler } from '@modelcontextprotocol/node'
import {
  bearerAuthChallengeResponse,
  createMcpHandler,
  getOAuthProtectedResourceMetadataUrl,
  localhostAllowedHostnames,
  localhostAllowedOrigins,
  verifyBearerToken,
} from '@modelcontextprotocol/server'
import type { FastifyPluginAsync, FastifyReply, FastifyRequest } from 'fastify'
import type { Called } from '../server/called.ts'
import { catalogueFactory } from '../server/catalogue-server.ts'
import type { ContextSource } from '../server/context-source.ts'
import type { Report } from '../server/report.ts'
import { type Authorization, isLoopback, readScope, verifierOf } from './authorization.ts'

export interface McpPluginOptions {
  /** Where the endpoint lies. `/mcp` when left out. */
  readonly path?: string
  /** Host names (without port) that requests may name; left out: those of this machine. */
  readonly hosts?: readonly string[]
  /** Host names of pages that may call from a browser; left out: those of this machine. Requests without Origin pass. */
  readonly origins?: readonly string[]
  /** Left out: only callers on this machine are served. */
  readonly authorization?: Authorization
  readonly maxBodyBytes?: number
  /** Left out: our own errors go to standard error. */
  readonly report?: Report
  /** Told of each call of a tool, for a log. */
  readonly called?: Called
  /** Builds the server of one request; left out: the catalogue over the context. */
  readonly build?: Parameters<typeof createMcpHandler>[0]
}

const defaultMaxBodyBytes = 256 * 1024

const refuse = (reply: FastifyReply, status: number, message: string) =>
  reply.code(status).send({ jsonrpc: '2.0', id: null, error: { code: -32_000, message } })

/** Without authorization, nobody but this machine is served, however the listening address came about. */
async function requireLoopback(request: FastifyRequest, reply: FastifyReply): Promise<void> {
  const address = request.raw.socket.localAddress
  if (address !== undefined && !isLoopback(address))
    await refuse(reply, 403, 'This server answers only on its own machine: it has no authorization set up.')
}

const bearerCheck = (authorization: Authorization) => {
  const verifier = verifierOf(authorization)
  const resource = authorization.kind === 'oauth' ? new URL(authorization.resource) : undefined
  const challenge = {
    requiredScopes: [readScope],
    ...(resource ? { resourceMetadataUrl: getOAuthProtectedResourceMetadataUrl(resource) } : {}),
  }
  return async (request: FastifyRequest, reply: FastifyReply): Promise<void> => {
    try {
      const auth = await verifyBearerToken(request.headers.authorization, {
        verifier,
        ...challenge,
        ...(resource ? { expectedResource: resource } : {}),
      })
      Object.assign(request.raw, { auth })
    } catch (error) {
      const answer = bearerAuthChallengeResponse(error, challenge)
      answer.headers.forEach((value, name) => void reply.header(name, value))
      await reply.code(answer.status).send(await answer.text())
    }
  }
}

/** Tells clients where tokens for this server come from (RFC 9728). */
const resourceMetadata = ({ issuer, resource }: Extract<Authorization, { kind: 'oauth' }>) => ({
  resource,
  authorization_servers: [issuer],
  scopes_supported: [readScope],
  bearer_methods_supported: ['header'],
  resource_name: 'finsam',
})

/**
 * The catalogue over Streamable HTTP, as an encapsulated Fastify plugin: no session, a fresh server for each request, Host and Origin
 * checked, a token asked for where `authorization` says so. Its hooks and parsers touch no other route.
 *
 * @example await app.register(mcpPlugin(context)) // POST /mcp, to callers on this machine
 */
export function mcpPlugin(context: ContextSource, options: McpPluginOptions = {}): FastifyPluginAsync {
  const { path = '/mcp', authorization, maxBodyBytes = defaultMaxBodyBytes, hosts, origins, report, called } = options
  const build = options.build ?? catalogueFactory(context, { report, called })
  return async app => {
    const handler = createMcpHandler(build, {
      maxRequestBodySize: maxBodyBytes,
      // Requests that the protocol refuses are answered as such; tools, resources and prompts report their own errors.
      onerror: error => app.log.debug({ err: error }, 'MCP request refused'),
    })
    const serve = toNodeHandler(handler, { maxRequestBodySize: maxBodyBytes })
    const answer = (request: FastifyRequest<{ Body: unknown }>, reply: FastifyReply) => {
      reply.hijack()
      // The SDK's shape of a request says `method?: string`, Node's says `method?: string | undefined`: the same at run time.
      void serve(request.raw as Parameters<typeof serve>[0], reply.raw)
    }
    if (authorization?.kind === 'oauth') {
      const { pathname } = new URL(getOAuthProtectedResourceMetadataUrl(new URL(authorization.resource)))
      app.get(pathname, async (_request, reply) => reply.header('access-control-allow-origin', '*').send(resourceMetadata(authorization)))
    }
    app.register(async guarded => {
      guarded.addHook('onRequest', hostHeaderValidation([...(hosts ?? localhostAllowedHostnames())]))
      guarded.addHook('onRequest', originValidation([...(origins ?? localhostAllowedOrigins())]))
      guarded.addHook('onRequest', authorization ? bearerCheck(authorization) : requireLoopback)
      // The SDK reads the body itself: what is malformed or too large is then answered as the protocol says.
      guarded.removeAllContentTypeParsers()
      guarded.addContentTypeParser('*', (_request, _payload, done) => done(null))
      guarded.all(path, answer)
    })
    app.addHook('onClose', () => handler.close())
  }
}
