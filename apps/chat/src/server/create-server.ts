import swagger from '@fastify/swagger'
import { ask } from '@finsam/assistant'
import Fastify from 'fastify'
import {
  jsonSchemaTransform,
  jsonSchemaTransformObject,
  serializerCompiler,
  validatorCompiler,
  type ZodTypeProvider,
} from 'fastify-type-provider-zod'
import { registerAnswers } from '../routes/answers.ts'
import { registerAsk } from '../routes/ask.ts'
import { registerDocuments } from '../routes/documents.ts'
import { registerDrafts } from '../routes/drafts.ts'
import { registerExport } from '../routes/export.ts'
import { registerFileBodies } from '../routes/file-request.ts'
import { givenAnswers } from '../routes/given-answers.ts'
import { registerHealth } from '../routes/health.ts'
import { registerPage } from '../routes/page.ts'
import { registerReview } from '../routes/review.ts'
import type { App, Services } from '../routes/route-app.ts'
import { registerSession } from '../routes/session.ts'
import { registerSource } from '../routes/source.ts'
import { registerSourcePicture } from '../routes/source-picture.ts'
import { registerSuggestions } from '../routes/suggestions.ts'
import { registerTools } from '../routes/tools.ts'
import { registerUploads } from '../routes/uploads.ts'
import { registerFailures } from './failures.ts'
import { mountMcp } from './mount-mcp.ts'
import type { ChatOptions } from './options.ts'
import { registerSecurity } from './security.ts'

const description = 'Questions about plans, budgets and reports of Swedish samordningsförbund, answered with computed and cited figures.'

/** MCP has a description of its own, and methods that OpenAPI has no word for. */
const describe: typeof jsonSchemaTransform = route =>
  route.url === '/mcp' ? { schema: { hide: true }, url: route.url } : jsonSchemaTransform(route)

function registerDescription(app: App): void {
  app.route({ method: 'GET', url: '/openapi.json', schema: { hide: true }, handler: async () => app.swagger() })
}

/**
 * The chat's server, ready to `listen` or to be asked through `inject`: page, API, `/openapi.json`, `/health`.
 *
 * @param options what is known, who may ask, and the limits
 * @example const server = await createChatServer({ context, ask }); await server.inject({ method: 'POST', url: '/api/ask', payload: { question } })
 */
export async function createChatServer(options: ChatOptions): Promise<App> {
  const log = options.log ?? (line => process.stderr.write(`${line}\n`))
  const app = Fastify({
    bodyLimit: 64 * 1024,
    requestTimeout: 30_000,
    connectionTimeout: 60_000,
    trustProxy: false,
    routerOptions: { maxParamLength: 300 },
  }).withTypeProvider<ZodTypeProvider>()
  app.setValidatorCompiler(validatorCompiler)
  app.setSerializerCompiler(serializerCompiler)
  registerFailures(app, log)
  const load = await registerSecurity(app, options)
  await app.register(swagger, {
    openapi: { openapi: '3.1.0', info: { title: 'finsam', version: '0.1.0', description } },
    transform: describe,
    transformObject: jsonSchemaTransformObject,
  })
  const { context, records } = options
  const services: Services = {
    options,
    context: async () => (typeof context === 'function' ? context() : context),
    answers: givenAnswers(options.ask ?? ask),
    tryOut: options.model ? ask : (options.ask ?? ask),
    log,
    load,
    ...(records ? { records } : {}),
  }
  for (const register of [
    registerFileBodies,
    registerAsk,
    registerAnswers,
    registerReview,
    registerExport,
    registerSuggestions,
    registerDocuments,
    registerSource,
    registerSourcePicture,
    registerDrafts,
    registerUploads,
    registerTools,
    registerHealth,
    registerSession,
    registerDescription,
  ])
    register(app, services)
  await mountMcp(app, services.context, options)
  await registerPage(app, options.pageFolder)
  return app
}
