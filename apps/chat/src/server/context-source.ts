import type { AssistantContext } from '@finsam/assistant'
import type { ChatOptions } from './options.ts'

/** Where a route gets what is known now. */
export type CurrentContext = () => Promise<AssistantContext>

export const currentContext =
  ({ context }: ChatOptions): CurrentContext =>
  async () =>
    typeof context === 'function' ? await context() : context
