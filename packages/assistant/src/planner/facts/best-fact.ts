import type { KnownFact } from './fact-index.ts'
import type { FoundFact } from './find-facts.ts'

export const leastScore = 0.42
const margin = 0.1

export const sameValue = (one: KnownFact, other: KnownFact): boolean =>
  JSON.stringify(one.value) === JSON.stringify(other.value) && (one.unit === other.unit || typeof one.value === 'number')

const fromTo = /\b(mellan|från|between|from)\b[^.]*\b(och|till|and|to)\b/i

/** The other end of a span that the sentence of a date tells: `mellan augusti 2023 och juli 2026`. */
export const otherEnd = (best: FoundFact, found: readonly FoundFact[]): KnownFact | undefined => {
  const ends = found.filter(({ fact }) => fact.kind === 'date' && fact.context === best.fact.context && !sameValue(fact, best.fact))
  return best.fact.kind === 'date' && ends.length === 1 && fromTo.test(best.fact.context) ? ends[0]?.fact : undefined
}

/** The fact that answers, undefined where none does; the rivals come as near. */
export const bestFact = (found: readonly FoundFact[]): { readonly best?: FoundFact; readonly rivals: readonly FoundFact[] } => {
  const [best] = found
  if (!best || best.score < leastScore) return { rivals: [] }
  const rivals = found.filter(
    (other, at) =>
      !sameValue(other.fact, best.fact) &&
      other.score > best.score - margin &&
      found.findIndex(known => sameValue(known.fact, other.fact)) === at,
  )
  return { best, rivals }
}
