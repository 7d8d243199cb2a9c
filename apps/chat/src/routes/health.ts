import * as z from 'zod'
import type { App } from './route-app.ts'

/** `GET /health`: for a monitor; says nothing about what is loaded. */
export function registerHealth(app: App): void {
  app.route({
    method: 'GET',
    url: '/health',
    config: { rateLimit: false },
    schema: { summary: 'Whether the server takes requests', response: { 200: z.object({ status: z.enum(['ok', 'busy']) }) } },
    handler: async () => ({ status: app.isUnderPressure() ? 'busy' : 'ok' }) as const,
  })
}
