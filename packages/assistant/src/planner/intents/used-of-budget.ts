import { yearOf } from '@finsam/domain'
import { fold } from '../../words/fold.ts'
import type { Draft } from '../draft.ts'
import type { Pick } from '../pick-target.ts'
import type { Point } from '../points.ts'
import { cellsOf, mainTargets, type Scope } from '../scope.ts'
import { gather, totalsOfColumn, wholeBudget } from './look-up.ts'
import { shareDraft } from './share-draft.ts'

const ofBudget =
  /\b(av|of)\s+((sin|sitt|hela|its|the|arets|den|det|what was|whole|full|full-year|annual|yearly)\s+)*(ars|helars|halvars|period)?(budget|budgeten|budgetens|budgeterat|budgeterade|budgeted|bevilja\w*|anslag\w*|granted|grant)\b/
const used =
  /\b(anvande|forbruk\w*|gjort av med|anvant|anvands|anvandes|utnyttja\w*|spenderat|upparbetat|utfall\w*|gatt at|used|spent|consumed|outcome)\b/
/** `Hur många procent av sin budget har X förbrukat`: a line's outcome by its own budget of the whole year. */
export const usedOfBudget = (scope: Scope): Draft | undefined => {
  const { frame } = scope
  const said = fold(scope.text)
  const named = mainTargets(frame)
  const slots = totalsOfColumn(scope) ?? (named.length > 0 ? named : wholeBudget(scope).slice(0, 1))
  if (!ofBudget.test(said) || !used.test(said) || slots.length !== 1) return undefined
  const time = frame.points.find(point => point.time)?.time
  const at = (scenario: 'actual' | 'budget', point: Partial<Point>): Pick | undefined => {
    const own: Scope = { ...scope, frame: { ...frame, points: [{ at: 0, tokens: [], scenario, ...point }] } }
    return gather(own, cellsOf(own, slots), 'money').picks[0]
  }
  const outcome = at('actual', time ? { time } : {})
  const year = outcome?.calculation.period && yearOf(outcome.calculation.period)
  const ofPart = /\b(halvars|period)budget/.test(said)
  const budget = year === undefined ? undefined : at('budget', ofPart ? (time ? { time } : {}) : { time: { year, full: true } })
  return outcome && budget && shareDraft(scope, outcome, budget, slots[0])
}
