import type { Table } from '@lancedb/lancedb'
import * as z from 'zod'
import type { Embedder } from '../embed/embedder.ts'
import { quoted } from '../store/columns.ts'
import { type PassageRow, passageColumns, passageRowSchema, rowsOf } from '../store/rows.ts'
import { fuse, type Scored } from './fuse.ts'
import { rankByText } from './rank-by-text.ts'
import { rankByVector } from './rank-by-vector.ts'
import type { TermShares } from './term-shares.ts'

/** What a search may be narrowed to. */
export interface SearchOptions {
  readonly limit: number
  readonly association?: string
  readonly year?: number
  readonly document?: string
  readonly kind?: string
  /** Which channels to use; both, fused, unless told otherwise. */
  readonly channel?: 'hybrid' | 'text' | 'vector'
}

/** A passage that was found; `score` orders the hits of one search and means nothing else. */
export interface Hit {
  readonly document: string
  readonly page?: number
  readonly line: number
  readonly lineTo: number
  readonly heading?: string
  readonly text: string
  readonly score: number
}

const CANDIDATES = 50
// Read along with the hits that are wanted, in case some of these belong to an edition that counts no more.
const SPARE = 5

const filterOf = ({ association, year, document, kind }: SearchOptions): string | undefined => {
  const parts = [
    ...(association === undefined ? [] : [`association = ${quoted(association)}`]),
    ...(year === undefined ? [] : [`year = ${Math.trunc(year)}`]),
    ...(document === undefined ? [] : [`document = ${quoted(document)}`]),
    ...(kind === undefined ? [] : [`kind = ${quoted(kind)}`]),
  ]
  return parts.length > 0 ? parts.join(' AND ') : undefined
}

const asHit = (row: PassageRow, score: number): Hit => ({
  document: row.document,
  line: row.line,
  lineTo: row.lineTo,
  ...(row.page === null ? {} : { page: row.page }),
  ...(row.heading === null ? {} : { heading: row.heading }),
  text: row.text,
  score,
})

const takenRow = passageRowSchema.extend({ _rowid: z.bigint() })

/** Some ranked passages with their texts, those left out that are of an edition that counts no more. */
async function hitsOf(passages: Table, ranked: readonly Scored<bigint>[], editions: ReadonlyMap<string, string>): Promise<readonly Hit[]> {
  if (ranked.length === 0) return []
  const taken = passages.takeRowIds(ranked.map(({ key }) => key)).select(passageColumns)
  const rows = new Map((await rowsOf(taken.withRowId(), takenRow)).map(row => [row._rowid, row]))
  return ranked.flatMap(({ key, score }) => {
    const row = rows.get(key)
    return row && editions.get(row.document) === row.edition ? [asHit(row, score)] : []
  })
}

/** The best hits; texts are read for as many as are needed, because reading them from all over a large table is dear. */
async function firstHits(
  passages: Table,
  ranked: readonly Scored<bigint>[],
  editions: ReadonlyMap<string, string>,
  limit: number,
): Promise<readonly Hit[]> {
  const hits: Hit[] = []
  const step = limit + SPARE
  for (let from = 0; from < ranked.length && hits.length < limit; from += step)
    hits.push(...(await hitsOf(passages, ranked.slice(from, from + step), editions)))
  return hits.slice(0, limit)
}

/**
 * Finds the passages nearest to a question: full text over damaged Swedish and vectors, fused by what they score.
 *
 * @param serving   one version of the passages, the embedder of their vectors, and how common terms are in them
 * @param editions  the current edition of each document: passages of other editions do not count
 * @returns         at most `limit` hits, best first
 */
export async function searchPassages(
  serving: { readonly passages: Table; readonly embedder: Embedder; readonly shareOf: TermShares },
  editions: ReadonlyMap<string, string>,
  question: string,
  options: SearchOptions,
): Promise<readonly Hit[]> {
  const where = filterOf(options)
  const count = Math.max(CANDIDATES, options.limit * 3)
  const channel = options.channel ?? 'hybrid'
  const [text, vector] = await Promise.all([
    channel === 'vector' ? [] : rankByText(serving, question, where, count),
    channel === 'text' ? [] : rankByVector(serving, question, where, count),
  ])
  return firstHits(serving.passages, fuse([text, vector], count), editions, options.limit)
}
