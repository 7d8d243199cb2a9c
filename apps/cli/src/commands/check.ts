import { extname } from 'node:path'
import type { DocumentReading, Finding } from '@finsam/domain'
import { readDocument } from '@finsam/reader'
import { readNamedFile } from '../files/incoming-files.ts'
import { refuse, say } from '../print/console.ts'
import { findingText } from '../print/finding-text.ts'
import { type CommonOptions, withStore } from '../setup/open.ts'
import { loadRegistry } from '../setup/registry.ts'
import { readingOf } from './export.ts'

export interface CheckOptions extends CommonOptions {
  readonly json?: boolean
}

function tell(reading: DocumentReading, json: boolean): number {
  const { findings } = reading
  if (json) say(JSON.stringify({ document: reading.document.id, findings }, null, 2))
  else for (const finding of findings) say(findingText(finding))
  const having = (severity: Finding['severity']) => findings.filter(finding => finding.severity === severity).length
  if (!json) say(`${reading.document.id}: ${having('error')} errors, ${having('warning')} warnings, ${having('info')} remarks`)
  return 0
}

async function checkFile(path: string, options: CheckOptions): Promise<number> {
  const file = await readNamedFile(path)
  if (!file.ok) return refuse(file.failure, path)
  const registry = await loadRegistry(options.registry)
  if (!registry.ok) return refuse(registry.failure)
  const read = readDocument({ bytes: file.value.bytes, fileName: file.value.fileName, registry: registry.value })
  return read.ok ? tell(read.value.reading, options.json === true) : refuse(read.failure, path)
}

/** `finsam check ID|FILE`: a target with a folder or an extension of text is a file, anything else a stored document. */
export const checkCommand = (target: string, options: CheckOptions): Promise<number> =>
  /[\\/]/.test(target) || ['.txt', '.md', '.markdown', '.text'].includes(extname(target).toLowerCase())
    ? checkFile(target, options)
    : withStore(options, false, async ({ store }) => {
        const reading = await readingOf(store, target)
        return typeof reading === 'number' ? reading : tell(reading, options.json === true)
      })
