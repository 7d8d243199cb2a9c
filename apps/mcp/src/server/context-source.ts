import type { AssistantContext } from '@finsam/assistant'

/** What is known: as it is, or opened when a request first needs it, so that a client gets its greeting at once. */
export type ContextSource = AssistantContext | (() => Promise<AssistantContext>)

export const contextOf = async (source: ContextSource): Promise<AssistantContext> => (typeof source === 'function' ? source() : source)
