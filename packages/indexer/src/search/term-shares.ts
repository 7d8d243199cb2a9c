import type { Table } from '@lancedb/lancedb'
import * as z from 'zod'
import { LARGE } from '../store/large-table.ts'
import { sampleRows } from '../store/sample.ts'
import { nameOf } from '../store/table-name.ts'

const SAMPLED = 2_000
const GROWTH = 1.5

/** The share of a table's passages that have a term, 0 to 1; 0 also for what is not known. */
export type TermShares = (term: string) => number

/** Knows nothing: every term counts as rare. */
export const noShares: TermShares = () => 0

const normSchema = z.object({ norm: z.string() })

/** Counts the terms of a sample of a table's passages. */
export async function countShares(passages: Table): Promise<TermShares> {
  const rows = await sampleRows(passages, normSchema, SAMPLED)
  const having = new Map<string, number>()
  for (const { norm } of rows) for (const term of new Set(norm.split(' '))) having.set(term, (having.get(term) ?? 0) + 1)
  return term => (having.get(term) ?? 0) / rows.length
}

/**
 * Tells how common terms are in a large table, where looking for common ones takes long; of a table that is not large it knows nothing. Terms are counted
 * again when the table has grown by half.
 *
 * @param from  the number of passages that makes a table large
 */
export function termShares(from = LARGE): (passages: Table) => Promise<TermShares> {
  let known: { readonly name: string; readonly count: number; readonly shares: Promise<TermShares> } | undefined
  return async passages => {
    const name = nameOf(passages)
    const count = await passages.countRows()
    if (count < from) return noShares
    if (known?.name !== name || count > GROWTH * known.count) {
      const shares = countShares(passages)
      known = { name, count, shares }
      shares.catch(() => {
        known = undefined
      })
    }
    return known.shares
  }
}
