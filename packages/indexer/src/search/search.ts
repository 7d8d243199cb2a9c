import type { Table } from '@lancedb/lancedb'
import type { Embedder } from '../embed/embedder.ts'
import { EmbedderError } from '../embed/embedder-error.ts'
import { quoted } from '../store/columns.ts'
import { type PassageRow, passageColumns, passageRowSchema, rowsOf } from '../store/rows.ts'
import { fuse } from './fuse.ts'
import { queryTerms, textQuery } from './text-query.ts'

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
const TEXT_WEIGHT = 1
const VECTOR_WEIGHT = 1.5
const RELATED_WEIGHT = 0.8

const filterOf = ({ association, year, document, kind }: SearchOptions): string | undefined => {
  const parts = [
    ...(association === undefined ? [] : [`association = ${quoted(association)}`]),
    ...(year === undefined ? [] : [`year = ${Math.trunc(year)}`]),
    ...(document === undefined ? [] : [`document = ${quoted(document)}`]),
    ...(kind === undefined ? [] : [`kind = ${quoted(kind)}`]),
  ]
  return parts.length > 0 ? parts.join(' AND ') : undefined
}

async function byText(passages: Table, question: string, where: string | undefined, count: number): Promise<PassageRow[]> {
  const query = await textQuery(question)
  if (!query) return []
  const search = passages.query().fullTextSearch(query, { columns: ['norm'] })
  const columns = [...passageColumns, '_score']
  return rowsOf((where ? search.where(where) : search).select(columns).limit(count), passageRowSchema)
}

/** Without its embedding service a store still searches by text. */
async function embedded(embedder: Embedder, texts: readonly string[]): Promise<readonly Float32Array[]> {
  try {
    return await embedder.embed(texts)
  } catch (error) {
    if (error instanceof EmbedderError) return []
    throw error
  }
}

/** The question's vector, leaning a little towards the words that mean the same in the field; undefined where it has no words. */
async function questionVector(embedder: Embedder, question: string): Promise<Float32Array | undefined> {
  const [own, related] = await embedded(embedder, [question, queryTerms(question).related.join(' ')])
  const vector = own?.map((component, index) => component + RELATED_WEIGHT * (related?.[index] ?? 0))
  return vector?.some(component => component !== 0) ? vector : undefined
}

async function byVector(
  passages: Table,
  embedder: Embedder,
  question: string,
  where: string | undefined,
  count: number,
): Promise<PassageRow[]> {
  const vector = await questionVector(embedder, question)
  if (!vector) return []
  const search = passages.query().nearestTo(vector).column('vector').distanceType('cosine').nprobes(60).refineFactor(8)
  const columns = [...passageColumns, '_distance']
  return rowsOf((where ? search.where(where) : search).select(columns).limit(count), passageRowSchema)
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

/**
 * Finds the passages nearest to a question: full text over damaged Swedish and vectors, fused by rank.
 *
 * @param serving   the passages and the embedder of their vectors
 * @param editions  the current edition of each document: passages of other editions do not count
 * @returns         at most `limit` hits, best first
 */
export async function searchPassages(
  { passages, embedder }: { readonly passages: Table; readonly embedder: Embedder },
  editions: ReadonlyMap<string, string>,
  question: string,
  options: SearchOptions,
): Promise<readonly Hit[]> {
  const where = filterOf(options)
  const count = Math.max(CANDIDATES, options.limit * 3)
  const channel = options.channel ?? 'hybrid'
  const [text, vector] = await Promise.all([
    channel === 'vector' ? [] : byText(passages, question, where, count),
    channel === 'text' ? [] : byVector(passages, embedder, question, where, count),
  ])
  const current = (row: PassageRow) => editions.get(row.document) === row.edition
  const rows = new Map([...text, ...vector].filter(current).map(row => [row.key, row]))
  const keys = (found: readonly PassageRow[]) => found.filter(current).map(row => row.key)
  return fuse([
    { keys: keys(text), weight: TEXT_WEIGHT },
    { keys: keys(vector), weight: VECTOR_WEIGHT },
  ])
    .flatMap(({ key, score }) => {
      const row = rows.get(key)
      return row ? [asHit(row, score)] : []
    })
    .slice(0, options.limit)
}
