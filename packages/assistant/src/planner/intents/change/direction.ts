import { isMoney, yearOf } from '@finsam/domain'
import { type Direction, type DirectionKind, directionIn } from '../../../lexicon/directions.ts'
import { fold } from '../../../words/fold.ts'
import type { Cell } from '../../cells.ts'
import { type Draft, refused } from '../../draft.ts'
import { hasCue } from '../../frame.ts'
import type { Pick } from '../../pick-target.ts'
import { clauseText, type Scope } from '../../scope.ts'
import { asksWhether, yesNo } from '../whether.ts'
import { exceedsOther } from './compare-targets.ts'

/** One of two figures that are held against each other, with the part of the question that it was picked for. */
interface Side {
  readonly pick: Pick
  readonly cell: Cell
}

interface Assertion {
  readonly way: Direction
  readonly moves: boolean
  /** `Bättre` of a cost is less of it. */
  readonly judges: boolean
}

const judging = /\b(battre|samre|better|worse)\b/
const isCost = ({ library }: Scope, { pick }: Side): boolean => {
  const key = pick.calculation.quantity?.line
  return key !== undefined && library.line(key)?.nature === 'cost'
}

/** Which way a question takes a difference to go: `hur mycket minskade`, `hur mycket dyrare`, `överskred`. */
const assertionIn = (scope: Scope): Assertion | undefined => {
  if (hasCue(scope.frame, 'not')) return undefined
  const limits = hasCue(scope.frame, 'exceeded', 'undershot')
  const kinds: readonly DirectionKind[] = limits ? ['movement', 'comparison', 'limit'] : ['movement', 'comparison']
  const said = clauseText(scope)
  const way = directionIn(said, kinds)
  return way && { way, moves: directionIn(said, ['movement']) !== undefined, judges: judging.test(fold(said)) }
}

const against = /^(än|than|mot|gentemot|against|versus|vs|jämfört|jämförelse|compared)$/iu

const placeOf = (scope: Scope, { cell }: Side, { cell: other }: Side): number | undefined => {
  if (cell.point && cell.point.at !== other.point?.at) return cell.point.at
  if (cell.slot !== other.slot) return cell.slot.tokens[0]
  return cell.association === other.association ? undefined : scope.frame.associations.find(({ ids }) => ids.includes(cell.association))?.at
}

/** The side that stands behind `än` or `jämfört med`. */
const behindMarker = (scope: Scope, one: Side, other: Side): Side | undefined => {
  const { words, clause } = scope.frame
  const at = words.findIndex(({ token }, index) => index >= clause.from && index < clause.to && against.test(token.text))
  const [first, second] = [placeOf(scope, one, other), placeOf(scope, other, one)]
  if (at < 0 || first === undefined || second === undefined || first === second) return undefined
  const behind = [
    { side: one, place: first },
    { side: other, place: second },
  ].filter(({ place }) => place > at)
  return behind.toSorted((a, b) => a.place - b.place)[0]?.side
}

/** `Överstiger kostnaderna intäkterna?` holds the first that is said against the second. */
const saidSecond = (scope: Scope, one: Side, other: Side): Side | undefined => {
  const [first, second] = [placeOf(scope, one, other), placeOf(scope, other, one)]
  if (first === undefined || second === undefined || first === second) return undefined
  return first > second ? one : other
}

const yearOfSide = ({ pick }: Side): number => (pick.calculation.period ? yearOf(pick.calculation.period) : 0)

/** The side that a question holds the other against: the earlier year of a movement, what stands behind `än`, the budget, the opening balance. */
const referenceOf = (scope: Scope, one: Side, other: Side, { moves }: Assertion): Side | undefined => {
  if (moves && yearOfSide(one) !== yearOfSide(other)) return yearOfSide(one) < yearOfSide(other) ? one : other
  const marked = behindMarker(scope, one, other)
  if (marked) return marked
  const implied = [one, other].filter(({ cell }) => cell.point?.tokens.length === 0)
  if (implied.length === 1) return implied[0]
  if (exceedsOther(scope)) return saidSecond(scope, one, other)
  const opening = [one, other].filter(({ cell }) => cell.point?.time?.edge === 'opening')
  if (opening.length === 1) return opening[0]
  const budgets = [one, other].filter(({ pick }) => pick.calculation.scenario === 'budget')
  return budgets.length === 1 ? budgets[0] : undefined
}

const result = /\b(resultat\w*|result|results|netto\w*)\b/
/** A deficit grows as its amount falls below zero. */
const sizesOf = (scope: Scope, sides: readonly Side[]): readonly number[] => {
  const values = sides.map(({ pick }) => pick.calculation.result.value)
  const deficit = hasCue(scope.frame, 'deficit') && !hasCue(scope.frame, 'surplus')
  const owed = values.every(value => value < 0) && !result.test(fold(scope.text))
  return deficit || owed ? values.map(value => -value) : values
}

const denials = {
  sv: {
    moves: { up: 'Det är ingen ökning', down: 'Det är ingen minskning' },
    compares: { up: 'Det är inte högre', down: 'Det är inte lägre' },
  },
  en: {
    moves: { up: 'There is no increase', down: 'There is no decrease' },
    compares: { up: 'It is not higher', down: 'It is not lower' },
  },
} as const

const changes = /\b(andra[rsdt]?\w*|forandra\w*|skilj\w*|chang\w*|differ\w*)\b/
/** `Ändras kostnaden mellan 2024 och 2026?`: whether the two differ, whichever way. */
const whetherChanged = (scope: Scope, one: Side, other: Side, draft: Draft): Draft => {
  const holds = one.pick.calculation.result.value !== other.pick.calculation.result.value
  return { ...draft, sentence: `${yesNo(holds, scope.language)}. ${draft.sentence}`, verdict: { holds, rule: 'comparison' } }
}

/**
 * A difference with what the question takes for granted about it: a question for yes or no gets its verdict, one that asks
 * how much something rose where it fell is told so and refused. What points neither way stays as it is.
 */
export const asAsserted = (scope: Scope, one: Side, other: Side, draft: Draft): Draft => {
  const assertion = assertionIn(scope)
  if (!assertion && asksWhether(scope) && changes.test(fold(scope.text))) return whetherChanged(scope, one, other, draft)
  const reference = assertion && referenceOf(scope, one, other, assertion)
  if (!assertion || !reference) return draft
  const subject = reference === one ? other : one
  const [mine = 0, base = 0] = sizesOf(scope, [subject, reference])
  const up = (assertion.way === 'up') !== (assertion.judges && isCost(scope, subject))
  const holds = up ? mine > base : mine < base
  if (asksWhether(scope))
    return { ...draft, sentence: `${yesNo(holds, scope.language)}. ${draft.sentence}`, verdict: { holds, rule: 'comparison' } }
  if (holds || mine === base || !isMoney(subject.pick.calculation.result.unit)) return draft
  const denial = denials[scope.language][assertion.moves ? 'moves' : 'compares'][assertion.way]
  return refused('premise', 'false-premise', `${denial}. ${draft.sentence}`, {
    inputs: draft.figures,
    nearest: [draft.sentence.replace(/\.$/, '')],
    confidence: 0.9,
  })
}
