import type { AssistantContext } from '@finsam/assistant'
import { type Correction, correctLibrary } from '@finsam/domain'
import type { Records } from '@finsam/indexer'

/** Records that live as long as the test, and a context in which their corrections hold, as a store's does. */
export function memoryRecords(printed: AssistantContext): {
  readonly records: Records
  readonly context: () => AssistantContext
  readonly asked: readonly string[]
} {
  const corrections: Correction[] = []
  const shared = new Map<string, string>()
  const asked: string[] = []
  let known = { count: 0, context: printed }
  return {
    asked,
    context: () => {
      if (known.count !== corrections.length)
        known = { count: corrections.length, context: { ...printed, library: correctLibrary(printed.library, corrections).library } }
      return known.context
    },
    records: {
      corrections: {
        append: async correction => {
          corrections.push(correction)
        },
        entries: async () => [...corrections],
        version: async () => corrections.length,
      },
      sharedAnswers: {
        append: async ({ id, json }) => {
          if (!shared.has(id)) shared.set(id, json)
        },
        find: async id => shared.get(id),
      },
      asked: {
        append: async ({ json }) => {
          asked.push(json)
        },
        last: async count => asked.slice(-count),
      },
    },
  }
}
