import { readFile } from 'node:fs/promises'
import { type AssistantContext, ToolError } from '@finsam/assistant'
import { serveMcpStdio } from '../stdio.ts'
import { openSnapshot } from './snapshot-context.ts'

/** What a caller is told of a file that cannot be served. The path stays with whoever started the server. */
const notServed = (message: string): ToolError => new ToolError('invalid-arguments', `${message} Whoever set up finsam can put this right.`)

async function open(file: string): Promise<AssistantContext> {
  const text = await readFile(file, 'utf8').catch(() => undefined)
  if (text === undefined) {
    console.error(`finsam mcp: ${file} cannot be read.`)
    throw notServed('The snapshot file cannot be read.')
  }
  const opened = openSnapshot(text)
  if (!opened.ok) {
    console.error(`finsam mcp: ${file}: ${opened.failure.message}`)
    throw notServed(opened.failure.message)
  }
  return opened.value
}

/** Serves a snapshot file over stdio. The file is read at the first call that needs it, and again after a failure. */
export function serveSnapshot(file: string): void {
  let context: Promise<AssistantContext> | undefined
  serveMcpStdio(() => {
    context ??= open(file).catch((error: unknown) => {
      context = undefined
      throw error
    })
    return context
  })
}
