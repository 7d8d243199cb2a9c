import type { FullTextQuery, Table } from '@lancedb/lancedb'
import * as z from 'zod'
import { rowsOf } from '../store/rows.ts'
import type { Scored } from './fuse.ts'
import type { TermShares } from './term-shares.ts'
import { textQueries } from './text-query.ts'

// Beyond these a query's hits are not looked at; what several queries find is added up.
const HITS_A_QUERY = 100

const scoredRow = z.object({ _rowid: z.bigint(), _score: z.number() })

async function scoresOf(passages: Table, query: FullTextQuery, where: string | undefined): Promise<readonly z.infer<typeof scoredRow>[]> {
  const search = passages.query().fullTextSearch(query, { columns: ['norm'] })
  return rowsOf((where ? search.where(where) : search).select(['_score']).withRowId().limit(HITS_A_QUERY), scoredRow)
}

/**
 * The passages that have most of a question's words, best first, by their row.
 *
 * @param searched  one version of the passages, because rows of another version have other ids, and how common terms are in it
 * @param where     what the passages must fulfil
 */
export async function rankByText(
  { passages, shareOf }: { readonly passages: Table; readonly shareOf: TermShares },
  question: string,
  where: string | undefined,
  count: number,
): Promise<readonly Scored<bigint>[]> {
  const found = await Promise.all((await textQueries(question, shareOf)).map(query => scoresOf(passages, query, where)))
  const scores = new Map<bigint, number>()
  for (const { _rowid, _score } of found.flat()) scores.set(_rowid, (scores.get(_rowid) ?? 0) + _score)
  const scored = [...scores].map(([key, score]) => ({ key, score }))
  return scored.sort((a, b) => b.score - a.score).slice(0, count)
}
