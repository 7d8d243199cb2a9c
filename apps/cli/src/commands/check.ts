import { type AssistantContext, callTool, ToolError } from '@finsam/assistant'
import { createLibrary } from '@finsam/domain'
import { loadLibrary } from '@finsam/indexer'
import { readFile } from '@finsam/reader'
import { isReadableName, readNamedFile } from '../files/incoming-files.ts'
import { refuse, say } from '../print/console.ts'
import { type CommonOptions, withStore } from '../setup/open.ts'
import { loadRegistry } from '../setup/registry.ts'
import { readingOf } from './export.ts'

export interface CheckOptions extends CommonOptions {
  readonly json?: boolean
}

/** Prints what the catalogue's check says of a document: the verdict of each rule and every finding, with its arithmetic. */
async function tell(context: AssistantContext, document: string, json: boolean): Promise<number> {
  try {
    const { data, text } = await callTool(context, 'check', { document, limit: 60 })
    say(json ? JSON.stringify({ document, ...(typeof data === 'object' ? data : {}) }, null, 2) : text)
    return 0
  } catch (error) {
    if (!(error instanceof ToolError)) throw error
    return refuse({ code: error.code, message: error.message })
  }
}

/** Checks a file by itself, without storing it. */
async function checkFile(path: string, options: CheckOptions): Promise<number> {
  const file = await readNamedFile(path)
  if (!file.ok) return refuse(file.failure, path)
  const registry = await loadRegistry(options.registry)
  if (!registry.ok) return refuse(registry.failure)
  const read = await readFile({ bytes: file.value.bytes, fileName: file.value.fileName, registry: registry.value })
  if (!read.ok) return refuse(read.failure, path)
  const { reading, document } = read.value
  const context: AssistantContext = {
    library: createLibrary([reading], registry.value),
    sourceLines: (id, from, to) => (id === document.id ? document.lines.slice(from - 1, to).map(line => line.text) : undefined),
    search: async () => [],
  }
  return tell(context, document.id, options.json === true)
}

/** `finsam check ID|FILE`: a target with a folder or the extension of a format that is read is a file, anything else a stored document. */
export const checkCommand = (target: string, options: CheckOptions): Promise<number> =>
  /[\\/]/.test(target) || isReadableName(target)
    ? checkFile(target, options)
    : withStore(options, false, async ({ store, registry }) => {
        const reading = await readingOf(store, target)
        return typeof reading === 'number' ? reading : tell(await loadLibrary(store, registry), target, options.json === true)
      })
