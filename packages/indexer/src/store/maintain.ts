import { untilCommitted } from './conflict.ts'
import { indexLargeTable } from './large-table.ts'
import { refit } from './refit.ts'
import type { Tables } from './tables.ts'

/** What maintenance needs to know. */
export interface Maintenance {
  readonly tables: Tables
  /** False where the embedder was chosen and is not the store's to fit. */
  readonly fits: boolean
  /** The current edition of each document. */
  readonly editions: ReadonlyMap<string, string>
}

/** Fits the embedder where that is due, compacts all tables and brings the indexes up to date. Whoever writes at the same time goes first. */
export async function maintainTables({ tables, fits, editions }: Maintenance): Promise<void> {
  await tables.serving.tidy(editions)
  if (fits) await refit(tables.serving)
  const { passages } = await tables.serving.current()
  await indexLargeTable(passages)
  for (const table of [tables.documents, tables.editions, tables.originals, passages]) await untilCommitted(() => table.optimize())
}
