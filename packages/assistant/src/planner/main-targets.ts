import { type ConceptId, isWithin } from '@finsam/domain'
import type { Slot } from './choose-links.ts'
import { isModifier, isSpecific, top } from './follow-up.ts'
import type { Frame } from './frame.ts'
import { conceptId } from './scope.ts'

/** `Fontänhuset i Motala`: a municipality behind `i` says where a line is, and pays nothing. */
const isPlaceOf = (frame: Frame, slot: Slot): boolean => {
  const at = slot.tokens[0] ?? -1
  return (
    top(slot)?.kind === 'member' &&
    /^(i|in)$/.test(frame.words[at - 1]?.token.folded ?? '') &&
    frame.targets.some(other => top(other)?.kind === 'lines' && other.tokens.at(-1) === at - 2)
  )
}

const sideOfBudget = /^(intakts|kostnads|inkomst|utgifts)sidan$|^side$/
/** `Posten X på intäktssidan`: the side says where a line is. */
const isSideOf = (frame: Frame, slot: Slot): boolean => {
  const first = frame.words[(slot.tokens[0] ?? 0) - 1]?.token.folded ?? ''
  const onSide = /^(pa|on|the)$/.test(first) && sideOfBudget.test(frame.words[slot.tokens.at(-1) ?? -1]?.token.folded ?? '')
  return onSide && frame.targets.some(other => other !== slot && (isSpecific(other) || conceptId(other) === 'brought-forward'))
}

/** The parts that name what is asked for: specific ones where there are any, else concepts; words that only qualify them are left out. */
export const mainTargets = (frame: Frame): readonly Slot[] => {
  const groups = frame.targets.some(slot => top(slot)?.kind === 'municipalities')
  const named = frame.targets.filter(
    slot => !(groups && conceptId(slot) === 'contributions-municipalities') && !isPlaceOf(frame, slot) && !isSideOf(frame, slot),
  )
  const targets = named.filter(slot => !saysOnlyThatOwed(slot, named))
  const specific = targets.filter(isSpecific)
  const concepts = targets.filter(slot => !isSpecific(slot))
  const carriesOwn = (slot: Slot): boolean => !isModifier(slot) && !generic.has(conceptId(slot) ?? '')
  const meaningful = concepts.filter(carriesOwn)
  if (specific.length > 0)
    return targets.filter(
      slot =>
        isSpecific(slot) ||
        (meaningful.includes(slot) && !specific.some(other => top(other)?.kind === 'municipalities' || top(other)?.kind === 'member')),
    )
  return meaningful.length > 0 ? narrowest(frame, meaningful) : concepts.filter(slot => !isModifier(slot) || concepts.length === 1)
}
const owed: ReadonlySet<string> = new Set(['liabilities', 'current-liabilities'])
/** `Skulden till Leda20`: what is owed to somebody that is named is not all that is owed. */
const saysOnlyThatOwed = (slot: Slot, targets: readonly Slot[]): boolean =>
  owed.has(conceptId(slot) ?? '') && top(slot)?.kind === 'concept' && targets.some(other => other !== slot && isSpecific(other))
const narrows = /^(fran|av|till|for|i|hos|from|of|by|to)$/
/** `Bidragen från kommunerna`: of a concept and a part of it that a preposition ties to it, the part alone is meant. */
const narrowest = (frame: Frame, slots: readonly Slot[]): readonly Slot[] =>
  slots.filter(
    wide =>
      !slots.some(narrow => {
        const [outer, inner] = [conceptId(wide), conceptId(narrow)]
        const start = narrow.tokens[0] ?? -1
        const tied = start - (wide.tokens.at(-1) ?? 0) === 2 && narrows.test(frame.words[start - 1]?.token.folded ?? '')
        return tied && outer !== undefined && inner !== undefined && outer !== inner && isWithin(inner as ConceptId, outer as ConceptId)
      }),
  )

const generic: ReadonlySet<string> = new Set(['initiative', 'initiatives', 'contributions', 'total-costs'])
