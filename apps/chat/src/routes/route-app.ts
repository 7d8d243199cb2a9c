import type { Records } from '@finsam/indexer'
import type { FastifyBaseLogger, FastifyInstance, RawReplyDefaultExpression, RawRequestDefaultExpression, RawServerDefault } from 'fastify'
import type { ZodTypeProvider } from 'fastify-type-provider-zod'
import type { Load } from '../server/load-shedding.ts'
import type { AskFunction, ChatOptions, CurrentContext } from '../server/options.ts'
import type { GivenAnswers } from './given-answers.ts'

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
  readonly answers: GivenAnswers
  /** Answers without a model, for what nobody asked: nothing is sent anywhere for it. */
  readonly tryOut: AskFunction
  /** What people leave behind; left out where nothing is kept. */
  readonly records?: Records
  readonly load: Load
  /** Where our own faults are written. */
  readonly log: (line: string) => void
}
