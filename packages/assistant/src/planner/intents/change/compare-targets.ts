import { fold } from '../../../words/fold.ts'
import type { Slot } from '../../choose-links.ts'
import { hasCue } from '../../frame.ts'
import { mainTargets } from '../../main-targets.ts'
import { conceptId, type Scope } from '../../scope.ts'

const between =
  /\b(an|than|minus|jamfort|versus|vs|compared|mot|against|exceed\w*|overstig\w*|oversteg|understig\w*|understeg|overskrid\w*|overskred|och|and|eller|or)\b/i
const before = /\b(mellan|between|skillnad\w*|differen\w*)\b/i
/** Whether the words between two parts, or those before both, set them against each other. */
const comparesBetween = ({ frame }: Scope, one: Slot, other: Slot): boolean => {
  const said = (from: number, to: number): string =>
    fold(
      frame.words
        .slice(from, to)
        .map(({ token }) => token.text)
        .join(' '),
    )
  const [first, second] = [one, other].toSorted((a, b) => (a.tokens[0] ?? 0) - (b.tokens[0] ?? 0))
  if (!first || !second) return false
  const middle = said((first.tokens.at(-1) ?? 0) + 1, second.tokens[0] ?? 0)
  const joined = /^(och|and|eller|or)$/
  if (
    /^(the|arets|de)?$/.test(middle) &&
    /\b(overstig\w*|oversteg|understig\w*|understeg|overskrid\w*|exceed\w*)\b/.test(said(frame.clause.from, first.tokens[0] ?? 0))
  )
    return true
  if (between.test(middle) && !middle.split(' ').some(word => joined.test(word))) return true
  return middle.split(' ').some(word => joined.test(word)) && before.test(said(frame.clause.from, first.tokens[0] ?? 0))
}

/** Two concepts set against each other: `hur mycket större är kostnaderna än intäkterna`. */
export const compareTargets = (scope: Scope): readonly Slot[] => {
  const concepts = scope.frame.targets.filter(slot => !['participants', 'population'].includes(conceptId(slot) ?? ''))
  const [one, other] = concepts
  const compares = one !== undefined && other !== undefined && comparesBetween(scope, one, other)
  return compares &&
    concepts.length === 2 &&
    concepts.every(slot => conceptId(slot) !== undefined) &&
    hasCue(scope.frame, 'change', 'exceeded', 'undershot')
    ? concepts
    : mainTargets(scope.frame)
}

/** `By how much do costs exceed income`: one of two amounts over, or under, the other. */
export const exceedsOther = (scope: Scope): boolean => hasCue(scope.frame, 'exceeded', 'undershot') && compareTargets(scope).length === 2
