import { type DocumentReport, documentReport, draftReport, findingText } from '@finsam/assistant'
import { createLibrary, type Language, type Library, type Registry, type Result, success } from '@finsam/domain'
import { loadLibrary } from '@finsam/indexer'
import { readFile } from '@finsam/reader'
import { isReadableName, readNamedFile } from '../files/incoming-files.ts'
import { refuse, say } from '../print/console.ts'
import { reportText } from '../print/report-text.ts'
import { type CommonOptions, open, withStore } from '../setup/open.ts'
import { loadRegistry } from '../setup/registry.ts'
import { storedReading } from './export.ts'

export interface CheckOptions extends CommonOptions {
  readonly json?: boolean
  readonly lang: Language
}

/** The report without the reading itself, which `finsam export` prints; findings with their sentence in both languages. */
function reportJson({ reading, findings, ...rest }: DocumentReport): string {
  const worded = findings.map(finding => ({
    ...finding,
    message: { sv: findingText(finding, 'sv'), en: findingText(finding, 'en') },
  }))
  return JSON.stringify({ document: reading.document.id, ...rest, findings: worded }, null, 2)
}

function tell(report: DocumentReport, { json, lang }: CheckOptions): number {
  say(json ? reportJson(report) : reportText(report, lang))
  return 0
}

/** What is loaded, to lay a draft beside; nothing where there is no store yet. */
async function loadedBeside(options: CommonOptions, registry: Registry): Promise<Result<Library>> {
  const opened = await open(options, false)
  if (!opened.ok) return opened.failure.code === 'store-missing' ? success(createLibrary([], registry)) : opened
  const { library } = await loadLibrary(opened.value.store, registry)
  opened.value.store.close()
  return success(library)
}

/** Checks a file beside what is stored, without storing it. */
async function checkFile(path: string, options: CheckOptions): Promise<number> {
  const file = await readNamedFile(path)
  if (!file.ok) return refuse(file.failure, path)
  const registry = await loadRegistry(options.registry)
  if (!registry.ok) return refuse(registry.failure)
  const read = await readFile({ bytes: file.value.bytes, fileName: file.value.fileName, registry: registry.value })
  if (!read.ok) return refuse(read.failure, path)
  const library = await loadedBeside(options, registry.value)
  if (!library.ok) return refuse(library.failure)
  const { reading, document } = read.value
  return tell(
    draftReport(
      library.value,
      reading,
      document.lines.map(line => line.text),
    ),
    options,
  )
}

/** `finsam check ID|FILE`: a target with a folder or the extension of a format that is read is a file, anything else a stored document. */
export const checkCommand = (target: string, options: CheckOptions): Promise<number> =>
  /[\\/]/.test(target) || isReadableName(target)
    ? checkFile(target, options)
    : withStore(options, false, async opened => {
        const stored = await storedReading(opened, target)
        return typeof stored === 'number' ? stored : tell(documentReport(stored.library, stored.reading), options)
      })
