import { writeFile } from 'node:fs/promises'
import { loadLibrary } from '@finsam/indexer'
import { writeSnapshot } from '@finsam/mcp'
import { refuse, say } from '../print/console.ts'
import { type CommonOptions, withStore } from '../setup/open.ts'

export interface ExportAllOptions extends CommonOptions {
  /** The file to write. */
  readonly all: string
}

/** `finsam export --all FILE`: everything that the tools need, people's corrections in it, as one file that serves assistants without the store's engine. */
export const exportAllCommand = (options: ExportAllOptions): Promise<number> =>
  withStore(options, false, async ({ store, registry }) => {
    const [stored, { library }] = await Promise.all([store.contents(), loadLibrary(store, registry)])
    const contents = stored.map(content => ({ ...content, reading: library.reading(content.id) ?? content.reading }))
    if (contents.length === 0)
      return refuse({ code: 'store-empty', message: 'The store holds no documents. Ingest some first: finsam ingest FILE…' })
    const snapshot = writeSnapshot(contents, registry)
    try {
      await writeFile(options.all, snapshot)
    } catch {
      return refuse({
        code: 'file-not-written',
        message: `${options.all} cannot be written. Give a file in a folder that exists and that you may write to.`,
      })
    }
    say(`${options.all}: ${contents.length} documents, ${(snapshot.length / 1_000_000).toFixed(1)} MB`)
    return 0
  })
