import { type DocumentReading, nearest } from '@finsam/domain'
import type { Store } from '@finsam/indexer'
import { refuse, say, warn } from '../print/console.ts'
import { statementText } from '../print/statement-text.ts'
import { type CommonOptions, withStore } from '../setup/open.ts'

export interface ExportOptions extends CommonOptions {
  readonly document: string
  readonly json?: boolean
}

/** The reading of a stored document, or the exit code after telling which ids are near. */
export async function readingOf(store: Store, id: string): Promise<DocumentReading | number> {
  const found = (await store.contents()).find(content => content.id === id)
  if (found) return found.reading
  const ids = (await store.documents()).map(document => document.id)
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
  withStore(options, false, async ({ store }) => {
    const reading = await readingOf(store, options.document)
    if (typeof reading === 'number') return reading
    if (options.json) say(JSON.stringify(reading, null, 2))
    else for (const statement of reading.statements) say(statementText(statement))
    if (!options.json && reading.statements.length === 0) warn('finsam: no statements were found in this document.')
    return 0
  })
