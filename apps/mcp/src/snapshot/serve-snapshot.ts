import { readFile } from 'node:fs/promises'
import type { AssistantContext, Tool } from '@finsam/assistant'
import type { Result } from '@finsam/domain'
import { assistant } from '../server/assistant.ts'

/** What reads a snapshot and runs tools, fetched when it is needed. */
export interface SnapshotService {
  readonly tools: readonly Tool[]
  readonly openSnapshot: (text: string) => Result<AssistantContext, 'not-a-snapshot'>
}

/** What a caller is told of a file that cannot be served. The path stays with whoever started the server. */
async function notServed(message: string): Promise<Error> {
  const { ToolError } = await assistant()
  return new ToolError('invalid-arguments', `${message} Whoever set up finsam can put this right.`)
}

async function open(file: string, service: () => Promise<SnapshotService>): Promise<AssistantContext> {
  const text = await readFile(file, 'utf8').catch(() => undefined)
  if (text === undefined) {
    console.error(`finsam mcp: ${file} cannot be read.`)
    throw await notServed('The snapshot file cannot be read.')
  }
  const { openSnapshot } = await service()
  const opened = openSnapshot(text)
  if (!opened.ok) {
    console.error(`finsam mcp: ${file}: ${opened.failure.message}`)
    throw await notServed(opened.failure.message)
  }
  return opened.value
}

/** The context of a snapshot file, read at the first call that needs it, and again after a failure. */
export function snapshotContext(file: string, service: () => Promise<SnapshotService>): () => Promise<AssistantContext> {
  let context: Promise<AssistantContext> | undefined
  return () => {
    context ??= open(file, service).catch((error: unknown) => {
      context = undefined
      throw error
    })
    return context
  }
}
