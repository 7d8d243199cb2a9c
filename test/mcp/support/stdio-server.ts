import { serveMcpStdio } from '@finsam/mcp'
import { inventedContext } from '../../../packages/assistant/src/tools/test-support/invented-context.ts'

// A real process for stdio clients: the shipped server over the invented associations, built at the first call that needs it.
let context: ReturnType<typeof inventedContext> | undefined
serveMcpStdio(async () => {
  context ??= inventedContext()
  return context
})
