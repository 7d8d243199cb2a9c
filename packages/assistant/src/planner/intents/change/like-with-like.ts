import { yearOf } from '@finsam/domain'
import { amountWords } from '../../../answer/wording.ts'
import type { Cell } from '../../cells.ts'
import type { Pick } from '../../pick-target.ts'
import type { Scope } from '../../scope.ts'
import { pickLabel } from '../look-up.ts'

export const yearOfPick = (pick: Pick): number => (pick.calculation.period ? yearOf(pick.calculation.period) : 0)

/** What is planned and what is budgeted are both set beforehand. */
const kindOf = (pick: Pick): string | undefined => (pick.calculation.scenario === 'plan' ? 'budget' : pick.calculation.scenario)

/** Of several figures of a year the one in the scenario of the figure that it is held against: budget with budget or plan. */
export const likeWithLike = (clear: readonly Pick[], open: readonly Pick[]): Pick | undefined => {
  const [only, ...others] = clear
  if (!only || others.length > 0 || only.calculation.scenario === undefined) return undefined
  const like = open.filter(pick => kindOf(pick) === kindOf(only))
  return like.length === 1 ? like[0] : undefined
}
export const inCellOrder = (cells: readonly Cell[], picks: readonly Pick[]): readonly Pick[] => {
  const placeOf = (pick: Pick): number => cells.findIndex(({ point }) => point?.time?.year === yearOfPick(pick))
  return picks.toSorted((one, other) => placeOf(one) - placeOf(other))
}
export const alsoPrinted = (scope: Scope, open: readonly Pick[], chosen: Pick): string => {
  const others = open
    .filter(pick => pick !== chosen)
    .map(pick => `${pickLabel(scope, pick)} ${amountWords(pick.calculation, scope.language)}`)
    .join('; ')
  return scope.language === 'sv'
    ? `Lika jämförs med lika; dokumenten har också ${others}.`
    : `Like is compared with like; the documents also have ${others}.`
}
