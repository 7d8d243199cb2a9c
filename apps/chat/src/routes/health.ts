import * as z from 'zod'
import type { App, Services } from './route-app.ts'

/** `GET /health`: for a monitor; says nothing about what is loaded. */
export function registerHealth(app: App, { load }: Services): void {
  app.route({
    method: 'GET',
    url: '/health',
    config: { rateLimit: false },
    schema: { summary: 'Whether the server takes requests', response: { 200: z.object({ status: z.enum(['ok', 'busy']) }) } },
    handler: async () => ({ status: load.isBusy() ? 'busy' : 'ok' }) as const,
  })
}
