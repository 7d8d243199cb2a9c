import type { FastifyInstance } from 'fastify'
import { refuse } from './failures.ts'

/** How busy the server is. */
export interface Load {
  readonly isBusy: () => boolean
}

/**
 * Refuses what comes while too many requests are in work, so that those are finished soon. Only `/health` is always answered.
 *
 * @param most  requests in work at once
 */
export function registerLoadShedding(app: FastifyInstance, most: number): Load {
  let inWork = 0
  app.addHook('onRequest', async (request, reply) => {
    if (request.routeOptions.url === '/health') return
    if (inWork >= most) return refuse(request, reply.header('retry-after', '5'), 503, 'overloaded')
    inWork += 1
    reply.raw.once('close', () => {
      inWork -= 1
    })
  })
  return { isBusy: () => inWork >= most }
}
