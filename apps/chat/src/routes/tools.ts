import { quietCall, ToolError, tools } from '@finsam/assistant'
import type { CalledTool } from '@finsam/mcp'
import * as z from 'zod'
import { failureSchema } from '../contract/failure.ts'
import { calledEntry } from '../records/asked-entry.ts'
import { dataVersion } from '../records/data-version.ts'
import { refuseWith } from '../server/failures.ts'
import { leaving } from '../server/leaving.ts'
import { personOf } from '../server/person.ts'
import { defaultLimits } from '../server/security.ts'
import type { App, Services } from './route-app.ts'

const toolSchema = z.object({ name: z.string(), title: z.string(), description: z.string() }).meta({ id: 'Tool' })

/** `GET /api/tools`, and `POST /api/tools/NAME` for each tool of the catalogue: the same tools that assistants call over MCP. */
export function registerTools(app: App, { context, options, records }: Services): void {
  const { questionsPerMinute } = options.limits ?? defaultLimits
  app.route({
    method: 'GET',
    url: '/api/tools',
    schema: { summary: 'The tools of the catalogue', response: { 200: z.object({ tools: z.array(toolSchema) }) } },
    handler: async () => ({ tools: tools.map(({ name, title, description }) => ({ name, title, description })) }),
  })
  for (const tool of tools) {
    const { name, title, description, input, output } = tool
    app.route({
      method: 'POST',
      url: `/api/tools/${name}`,
      config: { rateLimit: { max: questionsPerMinute, timeWindow: '1 minute' } },
      schema: { summary: title, description, body: input, response: { 200: output, '4xx': failureSchema, '5xx': failureSchema } },
      handler: async (request, reply) => {
        const current = await context()
        const log = (outcome: CalledTool['outcome']) => {
          const who = personOf(request, options)?.name ?? ''
          return records?.asked.append(calledEntry({ tool: name, args: request.body, outcome }, who, dataVersion(current.library)))
        }
        try {
          const outcome = await tool.run(current, request.body, quietCall(leaving(reply)))
          await log(outcome)
          return await reply.header('cache-control', 'no-store').send(output.parse(outcome.data))
        } catch (error) {
          if (!(error instanceof ToolError)) throw error
          const { code, message, nearest } = error
          await log({ refused: message })
          return refuseWith(request, reply, 422, { code, message, nearest })
        }
      },
    })
  }
}
