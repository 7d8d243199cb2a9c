import type { AssistantContext } from '@finsam/assistant'
import type { Soon } from './soon.ts'

/** What is known: as it is, or opened when a request first needs it, so that a client gets its greeting at once. */
export type ContextSource = AssistantContext | (() => Soon<AssistantContext>)

export const contextOf = (source: ContextSource): Soon<AssistantContext> => (typeof source === 'function' ? source() : source)
