import type { Table } from '@lancedb/lancedb'
import * as z from 'zod'
import type { Embedder } from '../embed/embedder.ts'
import { EmbedderError } from '../embed/embedder-error.ts'
import { rowsOf } from '../store/rows.ts'
import type { Scored } from './fuse.ts'
import { queryTerms } from './text-query.ts'

const RELATED_WEIGHT = 0.5
const PROBED = 60
// Times the passages that are wanted: as many vectors are compared exactly where an index has found them.
const COMPARED = 2

/** Without its embedding service a store still searches by text. */
async function embedded(embedder: Embedder, texts: readonly string[]): Promise<readonly Float32Array[]> {
  try {
    return await (embedder.embedQuestions?.(texts) ?? embedder.embed(texts))
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

const nearRow = z.object({ _rowid: z.bigint(), _distance: z.number() })

/**
 * The passages whose vectors are nearest to a question's, nearest first, by their row, with the cosine of the angle between; none while the embedder cannot be reached.
 *
 * @param serving  one version of the passages and the embedder of their vectors
 * @param where    what the passages must fulfil
 */
export async function rankByVector(
  { passages, embedder }: { readonly passages: Table; readonly embedder: Embedder },
  question: string,
  where: string | undefined,
  count: number,
): Promise<readonly Scored<bigint>[]> {
  const vector = await questionVector(embedder, question)
  if (!vector) return []
  const search = passages.query().nearestTo(vector).column('vector').distanceType('cosine').nprobes(PROBED).refineFactor(COMPARED)
  const rows = await rowsOf((where ? search.where(where) : search).select(['_distance']).withRowId().limit(count), nearRow)
  return rows.map(({ _rowid, _distance }) => ({ key: _rowid, score: 1 - _distance }))
}
