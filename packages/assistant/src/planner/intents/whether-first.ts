import { cellsOf } from '../cells.ts'
import type { Slot } from '../choose-links.ts'
import type { Draft } from '../draft.ts'
import { isSpecific } from '../follow-up.ts'
import { mainTargets } from '../main-targets.ts'
import type { Scope } from '../scope.ts'
import { candidatePicks } from './candidate-lines.ts'
import { gather } from './look-up.ts'
import { orderOf, rankPicks } from './rank.ts'
import { asksWhether, yesNo } from './whether.ts'

const without = (scope: Scope, slot: Slot): Scope => ({
  ...scope,
  frame: { ...scope.frame, targets: scope.frame.targets.filter(other => other !== slot) },
})

/** `Är NOVA den dyraste insatsen?`: yes or no, with the ranking that decides. */
export const whetherFirst = (scope: Scope): Draft | undefined => {
  const [association] = scope.associations
  const order = orderOf(scope)
  const named = mainTargets(scope.frame).filter(isSpecific)
  const [slot] = named
  if (!association || scope.associations.length !== 1 || !order || !slot || named.length > 1 || !asksWhether(scope)) return undefined
  if (scope.frame.denominator !== undefined) return undefined
  const [own] = gather(scope, cellsOf(scope, [slot]), 'money').picks
  const line = own?.calculation.quantity?.line
  const others = without(scope, slot)
  const candidates = candidatePicks(others, association)
  if (line === undefined || candidates.length < 2 || candidates.every(pick => pick.calculation.quantity?.line !== line)) return undefined
  const draft = rankPicks(others, candidates, order)
  if (!draft) return undefined
  const holds = draft.figures.some(({ calculation }) => calculation.quantity?.line === line)
  return { ...draft, sentence: `${yesNo(holds, scope.language)}. ${draft.sentence}`, verdict: { holds, rule: 'ranking' } }
}
