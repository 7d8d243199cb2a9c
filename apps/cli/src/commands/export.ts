import { type DocumentReading, type Library, nearest } from '@finsam/domain'
import { loadLibrary } from '@finsam/indexer'
import { refuse, say, warn } from '../print/console.ts'
import { statementText } from '../print/statement-text.ts'
import { type CommonOptions, type Opened, withStore } from '../setup/open.ts'

export interface ExportOptions extends CommonOptions {
  readonly document: string
  readonly json?: boolean
}

/** A stored document among the others, people's corrections in it. */
interface StoredReading {
  readonly library: Library
  readonly reading: DocumentReading
}

/** A stored document by its id, or the exit code after telling which ids are near. */
export async function storedReading({ store, registry }: Opened, id: string): Promise<StoredReading | number> {
  const { library } = await loadLibrary(store, registry)
  const reading = library.reading(id)
  if (reading) return { library, reading }
  const ids = library.documents.map(document => document.id)
  if (ids.length === 0)
    return refuse({ code: 'store-empty', message: 'The store holds no documents. Ingest some first: finsam ingest FILE…' })
  const near = nearest(id, ids)
  return refuse({
    code: 'unknown-document',
    message: `No document with the id ${id} is stored.`,
    nearest: near.length > 0 ? near : ids.slice(0, 5),
  })
}

/** `finsam export --document ID [--json]` */
export const exportCommand = (options: ExportOptions): Promise<number> =>
  withStore(options, false, async opened => {
    const stored = await storedReading(opened, options.document)
    if (typeof stored === 'number') return stored
    const { reading } = stored
    if (options.json) say(JSON.stringify(reading, null, 2))
    else for (const statement of reading.statements) say(statementText(statement))
    if (!options.json && reading.statements.length === 0) warn('finsam: no statements were found in this document.')
    return 0
  })
