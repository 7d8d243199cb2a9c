import type { AssistantContext } from '@finsam/assistant'
import type { Records } from '../records/records.ts'
import { correcting } from '../review/apply-corrections.ts'
import type { ChatOptions } from './options.ts'

/** Where a route gets what is known now, with people's corrections in it. */
export type CurrentContext = () => Promise<AssistantContext>

export function currentContext({ context }: ChatOptions, records?: Records): CurrentContext {
  const correct = records ? correcting(records.corrections.entries) : (known: AssistantContext) => known
  return async () => correct(typeof context === 'function' ? await context() : context)
}
