import type { FullTextQuery } from '@lancedb/lancedb'
import { words } from '../analysis/fold.ts'
import { stem } from '../analysis/stem.ts'
import { loadEngine } from '../store/engine.ts'
import { stopWords } from './stop-words.ts'

const EXACT_BOOST = 3

/** The terms of a question: without stop words, unless it has nothing else; each once. */
export function queryTerms(question: string): readonly string[] {
  const all = words(question)
  const telling = all.filter(word => !stopWords.has(word))
  return [...new Set((telling.length > 0 ? telling : all).map(stem))]
}

/** How many letters may differ: none in short words and numbers, where another spelling is another thing. */
const fuzziness = (term: string): number => (/\d/.test(term) || term.length < 5 ? 0 : term.length < 8 ? 1 : 2)

/**
 * The full-text query of a question over the column `norm`: each term exactly, boosted, and beside it its near spellings,
 * so that a rare misspelling never outranks the word itself. Undefined where the question has no terms.
 */
export async function textQuery(question: string): Promise<FullTextQuery | undefined> {
  const { BooleanQuery, MatchQuery, Occur } = await loadEngine()
  const terms = queryTerms(question)
  if (terms.length === 0) return undefined
  const exact: [typeof Occur.Should, FullTextQuery] = [Occur.Should, new MatchQuery(terms.join(' '), 'norm', { boost: EXACT_BOOST })]
  const near = terms
    .filter(term => fuzziness(term) > 0)
    .map((term): [typeof Occur.Should, FullTextQuery] => [
      Occur.Should,
      new MatchQuery(term, 'norm', { fuzziness: fuzziness(term), prefixLength: 1, maxExpansions: 50 }),
    ])
  return new BooleanQuery([exact, ...near])
}
