import type { FullTextQuery } from '@lancedb/lancedb'
import { words } from '../analysis/fold.ts'
import { stem } from '../analysis/stem.ts'
import { stopWords } from '../analysis/stop-words.ts'
import { partTerms } from '../analysis/terms.ts'
import { loadEngine } from '../store/engine.ts'
import { expansions } from './expand.ts'
import { noShares, type TermShares } from './term-shares.ts'

// How many times as much a question's own words weigh as the parts of its compounds and what means the same.
const OWN_WEIGHT = 3
const VARIANTS_A_TERM = 50
// What is looked for beside a question's own words, as shares of all passages: related words together, and a word whose near spellings are looked for.
const MOST_RELATED = 0.2
const MOST_NEAR = 0.05

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
const fuzziness = (term: string): number => (/\d/.test(term) || term.length < 6 ? 0 : term.length < 8 ? 1 : 2)

/** The rarest terms, as many as stand in few passages together. */
export function rarest(terms: readonly string[], shareOf: TermShares): readonly string[] {
  let together = 0
  return [...terms]
    .sort((a, b) => shareOf(a) - shareOf(b))
    .filter(term => {
      together += shareOf(term)
      return together <= MOST_RELATED
    })
}

/** Terms so often as they weigh: the engine counts a word of a query as many times as it stands there. */
const repeated = (terms: readonly string[], times: number): readonly string[] => Array.from({ length: times }, () => terms).flat()

/**
 * The full-text queries of a question over the column `norm`; what a passage scores is what it scores in all of them together. The first looks for the words of
 * the question, the parts of its compounds and what means the same; the others for near spellings of its words, those in which one
 * letter may differ and those in which two may. None where the question has no terms.
 *
 * They are separate queries because the engine passes over what cannot reach the best hits only within one list of words: a query
 * composed of several lists is scored for every passage that has any of the words.
 *
 * @param shareOf  how common a term is: of what means the same the rarest terms are looked for, as many as do not take long; near spellings are looked for of
 *                 words that are not common. Common terms tell least and cost most.
 */
export async function textQueries(question: string, shareOf: TermShares = noShares): Promise<readonly FullTextQuery[]> {
  const { MatchQuery } = await loadEngine()
  const { own, parts, related } = queryTerms(question)
  if (own.length === 0) return []
  const near = [1, 2].flatMap(letters => {
    const terms = own.filter(term => fuzziness(term) === letters && shareOf(term) <= MOST_NEAR)
    const options = { fuzziness: letters, prefixLength: 1, maxExpansions: VARIANTS_A_TERM * terms.length }
    return terms.length > 0 ? [new MatchQuery(terms.join(' '), 'norm', options)] : []
  })
  return [new MatchQuery([...repeated(own, OWN_WEIGHT), ...parts, ...rarest(related, shareOf)].join(' '), 'norm'), ...near]
}
