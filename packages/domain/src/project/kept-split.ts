import type { Note } from '../calculate/calculation.ts'
import type { Library } from '../library/library.ts'
import type { Assumption, Target } from '../query/query.ts'
import { conceptOfTarget } from './assumption.ts'

/**
 * The state's amount decides the rest: where only the state's contribution is assumed to change by a percent,
 * the region and the municipalities follow by the same percent, so that the split stays. A floor is the state's own;
 * the others' is as large as their part of the state's.
 */
export function withKeptSplit(
  library: Library,
  association: string,
  assumptions: readonly Assumption[],
  of: Target,
): { readonly assumptions: readonly Assumption[]; readonly notes: readonly Note[] } {
  const concepts = assumptions.map(({ target }) => conceptOfTarget(library, target))
  const othersAssumed = concepts.some(concept => concept && concept !== 'contribution-state' && concept.startsWith('contribution'))
  const asked = conceptOfTarget(library, of)
  if (asked === 'contribution-state' || othersAssumed || !concepts.includes('contribution-state')) return { assumptions, notes: [] }
  const followers = assumptions.flatMap((assumption, index): readonly Assumption[] => {
    if (concepts[index] !== 'contribution-state' || !('percent' in assumption.change)) return []
    const half = assumption.change.floor === undefined ? {} : { floor: assumption.change.floor / 2 }
    return (['contribution-region', 'contributions-municipalities'] as const).map(concept => ({
      ...assumption,
      target: { concept },
      change: { ...assumption.change, ...half },
    }))
  })
  return followers.length === 0
    ? { assumptions, notes: [] }
    : { assumptions: [...assumptions, ...followers], notes: [{ code: 'split-kept', parameters: { association } }] }
}
