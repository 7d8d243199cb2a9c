import type { Note } from '../calculate/calculation.ts'
import { isWithin } from '../concepts/concept-table.ts'
import { yearOf } from '../model/period.ts'
import type { Assumption, Supposition } from '../query/assumption.ts'
import type { Target } from '../query/target.ts'
import { targetOf } from './assumption.ts'
import { type Ground, unchanged } from './base.ts'
import { conceptOfTarget } from './part-of.ts'

const state: Target = { concept: 'contribution-state' }
const others: readonly Target[] = [{ concept: 'contribution-region' }, { concept: 'contributions-municipalities' }]

/** What a follower pays for each krona of the state's in the base year; a quarter of the whole against its half where that is not printed. */
function partOfState(ground: Ground, target: Target): number {
  const year = yearOf(ground.base)
  const [own, whole] = [unchanged(ground, target, year), unchanged(ground, state, year)]
  return own.ok && whole.ok && whole.value.result.value > 0 ? own.value.result.value / whole.value.result.value : 0.5
}

/** The same change for one who follows the state; a floor is the state's own, the other's is as large as its part of the state's. */
function following(ground: Ground, assumption: Assumption, target: Target): Assumption {
  const { change } = assumption
  if (!('percent' in change) || change.floor === undefined) return { ...assumption, target }
  return { ...assumption, target, change: { ...change, floor: change.floor * partOfState(ground, target) } }
}

/** Who follows: one payer where one is asked about, else the region and the municipalities together. */
function followersOf({ context: { library } }: Ground, of: Target): readonly Target[] {
  const asked = conceptOfTarget(library, of)
  const single = ('member' in of || 'line' in of) && asked !== undefined && asked !== 'contributions' && isWithin(asked, 'contributions')
  return single ? [of] : others
}

/**
 * The state's amount decides the rest: where only the state's contribution is assumed to change by a percent,
 * the region and the municipalities follow by the same percent, so that the split and the members' keys stay.
 */
export function withKeptSplit(
  ground: Ground,
  assumptions: readonly Supposition[],
  of: Target,
): { readonly assumptions: readonly Supposition[]; readonly notes: readonly Note[] } {
  const { library } = ground.context
  const concepts = assumptions.map(assumption => conceptOfTarget(library, targetOf(assumption)))
  const othersAssumed = concepts.some(concept => concept && concept !== 'contribution-state' && concept.startsWith('contribution'))
  if (othersAssumed || conceptOfTarget(library, of) === 'contribution-state') return { assumptions, notes: [] }
  const leading = assumptions.filter(
    (assumption, index): assumption is Assumption =>
      concepts[index] === 'contribution-state' && 'change' in assumption && 'percent' in assumption.change,
  )
  if (leading.length === 0) return { assumptions, notes: [] }
  const followers = followersOf(ground, of).flatMap(target => leading.map(assumption => following(ground, assumption, target)))
  return {
    assumptions: [...assumptions, ...followers],
    notes: [{ code: 'split-kept', parameters: { association: ground.association } }],
  }
}
