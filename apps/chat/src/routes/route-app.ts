import type { FastifyBaseLogger, FastifyInstance, RawReplyDefaultExpression, RawRequestDefaultExpression, RawServerDefault } from 'fastify'
import type { ZodTypeProvider } from 'fastify-type-provider-zod'
import type { Records } from '../records/records.ts'
import type { CurrentContext } from '../server/context-source.ts'
import type { AskFunction, ChatOptions } from '../server/options.ts'

/** Fastify with bodies, queries and replies typed by their zod schemas. */
export type App = FastifyInstance<
  RawServerDefault,
  RawRequestDefaultExpression,
  RawReplyDefaultExpression,
  FastifyBaseLogger,
  ZodTypeProvider
>

/** What the routes work with. */
export interface Services {
  readonly options: ChatOptions
  readonly context: CurrentContext
  readonly ask: AskFunction
  /** What people leave behind; left out where nothing is kept. */
  readonly records?: Records
  /** Where our own faults are written. */
  readonly log: (line: string) => void
}
