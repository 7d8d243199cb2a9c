import type { KnownFact } from './fact-index.ts'
import type { FoundFact } from './find-facts.ts'

export const leastScore = 0.5
/** A fact that accounts for less still answers where no other comes near. */
const lowScore = 0.4
const clearLead = 0.12
const margin = 0.039

export const sameValue = (one: KnownFact, other: KnownFact): boolean =>
  JSON.stringify(one.value) === JSON.stringify(other.value) && one.unit === other.unit

/** The fact that answers, undefined where none does or rivals come as near. */
export const bestFact = (found: readonly FoundFact[]): { readonly best?: FoundFact; readonly rivals: readonly FoundFact[] } => {
  const [best] = found
  const second = found.find(other => best && !sameValue(other.fact, best.fact))
  const clear = best && best.score >= lowScore && best.score - (second?.score ?? 0) >= clearLead
  if (!best || (best.score < leastScore && !clear)) return { rivals: [] }
  const rivals = found.filter(other => !sameValue(other.fact, best.fact) && other.score > best.score - margin)
  return { best, rivals }
}
