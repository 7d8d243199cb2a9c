import type { Slot } from './choose-links.ts'
import { top } from './follow-up.ts'
import { conceptId, type Scope } from './scope.ts'

const joint = /^(och|samt|plus|minus|and|an|than|mot|against|eller|or|med|respektive)$/
const skipped = /^(de|den|det|the|sin|sina|its|their|alla|all|totala|total|hela)$/

const joinsBefore = (scope: Scope, slot: Slot): boolean => {
  for (let at = (slot.tokens[0] ?? 0) - 1; at >= scope.frame.clause.from; at -= 1) {
    const folded = scope.frame.words[at]?.token.folded ?? ''
    if (joint.test(folded)) return true
    if (!skipped.test(folded)) return false
  }
  return false
}
const joinsAfter = (scope: Scope, slot: Slot): boolean => joint.test(scope.frame.words[(slot.tokens.at(-1) ?? 0) + 1]?.token.folded ?? '')

/** `Jönköpings bidrag` is one part, not two: the noun after a name says what of it is meant. */
const headOfName = (scope: Scope, slot: Slot): boolean => {
  const before = (slot.tokens[0] ?? 0) - 1
  return scope.frame.targets.some(other => other !== slot && other.tokens.includes(before))
}
const countedOnly: ReadonlySet<string> = new Set(['participants', 'population', 'employees'])

/**
 * Amounts that `och`, `minus` or `än` sets beside others, and that are not among the parts that would be reckoned with:
 * a sum or a difference without them is another one.
 */
export const besideUnused = (scope: Scope, used: readonly Slot[]): readonly Slot[] =>
  scope.frame.targets.filter(
    slot =>
      slot.tokens.length > 0 &&
      !used.includes(slot) &&
      !countedOnly.has(conceptId(slot) ?? '') &&
      !headOfName(scope, slot) &&
      top(slot)?.kind === 'concept' &&
      (joinsBefore(scope, slot) || joinsAfter(scope, slot)),
  )
