import type { IncomingFile, Store } from '@finsam/indexer'
import { filesAt, readNamedFile } from '../files/incoming-files.ts'
import { refuse, say } from '../print/console.ts'
import { ingestLine } from '../print/ingest-line.ts'
import { progressLine } from '../print/progress-line.ts'
import { type CommonOptions, withStore } from '../setup/open.ts'

export interface IngestOptions extends CommonOptions {
  readonly replace?: boolean
  readonly id?: string
}

/** Reads one file into the store and tells of it: true where the store has it now. */
async function ingestFile(store: Store, path: string, { replace, id }: Omit<IngestOptions, 'store'>): Promise<boolean> {
  const file = await readNamedFile(path)
  if (!file.ok) return refuse(file.failure, path) === 0
  const progress = progressLine(file.value.fileName, process.stderr)
  const incoming: IncomingFile = {
    bytes: file.value.bytes,
    fileName: file.value.fileName,
    ...(id ? { id } : {}),
    ...(replace ? { replace } : {}),
    onProgress: progress.tell,
  }
  const report = await store.ingest(incoming)
  progress.clear()
  if (!report.ok) return refuse(report.failure, path) === 0
  say(ingestLine(report.value))
  return true
}

/** Every commit adds small files, which slow the next ones down until they are put together. */
const MAINTAIN_EVERY = 100

async function maintain(store: Store): Promise<boolean> {
  const maintained = await store.maintain()
  return maintained.ok || refuse(maintained.failure) === 0
}

/** Reads files and folders into an open store. Returns whether all of them went in; one that fails does not stop the others. */
export async function ingestPaths(store: Store, paths: readonly string[], options: Omit<IngestOptions, 'store'>): Promise<boolean> {
  let all = true
  let count = 0
  for (const path of paths) {
    const files = await filesAt(path)
    if (!files.ok) all = refuse(files.failure, path) === 0
    else if (options.id && files.value.length > 1)
      all = refuse({ code: 'id-for-several', message: '--id names one document, and this folder holds several.' }, path) === 0
    else
      for (const file of files.value) {
        all = (await ingestFile(store, file, options)) && all
        count += 1
        if (count % MAINTAIN_EVERY === 0) all = (await maintain(store)) && all
      }
  }
  return (await maintain(store)) && all
}

/** `finsam ingest FILE…` */
export async function ingestCommand(paths: readonly string[], options: IngestOptions): Promise<number> {
  if (options.id && paths.length > 1) return refuse({ code: 'id-for-several', message: '--id names one document; give one file with it.' })
  return withStore(options, true, async ({ store }) => ((await ingestPaths(store, paths, options)) ? 0 : 1))
}
