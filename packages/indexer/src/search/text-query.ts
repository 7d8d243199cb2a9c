import type { FullTextQuery } from '@lancedb/lancedb'
import { words } from '../analysis/fold.ts'
import { stem } from '../analysis/stem.ts'
import { stopWords } from '../analysis/stop-words.ts'
import { partTerms } from '../analysis/terms.ts'
import { loadEngine } from '../store/engine.ts'
import { expansions } from './expand.ts'

const EXACT_BOOST = 3
const NEAR_BOOST = 1
const PART_BOOST = 1
const EXPANSION_BOOST = 0.5

/** What a question looks for: its own terms, those of its compounds' parts, and those that mean the same in the field. */
export interface QueryTerms {
  readonly own: readonly string[]
  readonly parts: readonly string[]
  readonly related: readonly string[]
}

/** The terms of a question, each once; stop words count only where there is nothing else. */
export function queryTerms(question: string): QueryTerms {
  const all = words(question)
  const telling = all.filter(word => !stopWords.has(word))
  const kept = telling.length > 0 ? telling : all
  const own = [...new Set(kept.map(stem))]
  const known = new Set(own)
  const parts = [...new Set(partTerms(kept.join(' ')))].filter(term => !known.has(term))
  const related = expansions(all.map(stem)).filter(term => !known.has(term) && !parts.includes(term))
  return { own, parts, related }
}

/** How many letters may differ: none in short words and numbers, where another spelling is another thing. */
const fuzziness = (term: string): number => (/\d/.test(term) || term.length < 5 ? 0 : term.length < 8 ? 1 : 2)

/**
 * The full-text query of a question over the column `norm`: each term exactly, boosted, and beside it its near spellings, its parts
 * and its synonyms, so that neither a rare misspelling nor another word outranks the word itself. Undefined where the question has no terms.
 */
export async function textQuery(question: string): Promise<FullTextQuery | undefined> {
  const { BooleanQuery, MatchQuery, Occur } = await loadEngine()
  const { own, parts, related } = queryTerms(question)
  if (own.length === 0) return undefined
  const matching = (terms: readonly string[], boost: number) =>
    terms.length > 0 ? [new MatchQuery(terms.join(' '), 'norm', { boost })] : []
  const near = own
    .filter(term => fuzziness(term) > 0)
    .map(term => new MatchQuery(term, 'norm', { boost: NEAR_BOOST, fuzziness: fuzziness(term), prefixLength: 1, maxExpansions: 50 }))
  const all = [...matching(own, EXACT_BOOST), ...near, ...matching(parts, PART_BOOST), ...matching(related, EXPANSION_BOOST)]
  return new BooleanQuery(all.map((query): [typeof Occur.Should, FullTextQuery] => [Occur.Should, query]))
}
