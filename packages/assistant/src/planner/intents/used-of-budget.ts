import { yearOf } from '@finsam/domain'
import { amountWords, associationWords } from '../../answer/wording.ts'
import { fold } from '../../words/fold.ts'
import { cellsOf } from '../cells.ts'
import { answered, type Draft } from '../draft.ts'
import { pointsBack } from '../follow-up.ts'
import { hasCue } from '../frame.ts'
import { mainTargets } from '../main-targets.ts'
import type { TimeMention } from '../meaning.ts'
import type { Pick } from '../pick-target.ts'
import type { Point } from '../points.ts'
import { run, type Scope } from '../scope.ts'
import { gather, pickLabel, totalsOfColumn, wholeBudget } from './look-up.ts'
import { shareDraft } from './share-draft.ts'

const ofBudget =
  /\b(av|of)\s+((sin|sitt|hela|its|the|arets|de|den|det|what was|whole|full|full-year|annual|yearly)\s+)*(ars|helars|halvars|period)?(budget|budgeten|budgetens|budgeterat|budgeterade|budgeted|bevilja\w*|anslag\w*|granted|grant)\b/
const used =
  /\b(anvande|forbruk\w*|gjort av med|anvant|anvands|anvandes|utnyttja\w*|spenderat|upparbetat|utfall\w*|gatt at|used|spent|consumed|outcome)\b/
const left = /\b(kvar|aterstar|oanvan\w*|outnyttja\w*|oforbruk\w*|(blev|blir|blivit) over|left|unspent|unused|remain\w*)\b/
const budgets = /\b\w*(budget|bevilja|anslag|grant)\w*/

interface Pair {
  readonly outcome: Pick
  readonly budget: Pick
}

const ofOwn = /\b(av|of)\s+((de|den|det|its|the)\s+)?(helarsbudget\w*|bevilja\w*|full-year budget|granted|grant)\b/
/** Whether the whole that a question names is what was granted to the part, or its budget of the whole year: nothing else may stand for it. */
export const namesOwnBudget = (scope: Scope): boolean => ofOwn.test(fold(scope.text))

/** `Vad har X kostat, och hur stor del av helårsbudgeten är det?`: what has been used is what the clause before asked for. */
const goesBack = ({ frame, prior }: Scope): boolean => prior !== undefined && pointsBack(frame)

/** `Hur många procent av sin budget har X förbrukat`: a line's outcome by its own budget of the whole year. */
export const usedOfBudget = (scope: Scope): Draft | undefined => {
  const said = fold(scope.text)
  const asked = ofBudget.test(said) && (used.test(said) || (namesOwnBudget(scope) && goesBack(scope)))
  const pair = asked ? outcomeAndBudget(scope) : undefined
  return pair && shareDraft(scope, pair.outcome, pair.budget, mainTargets(scope.frame)[0])
}

/** `Hur mycket är kvar av det beviljade?`: the budget of the whole year without what has been spent. */
export const leftOfBudget = (scope: Scope): Draft | undefined => {
  const said = fold(scope.text)
  const { language, frame } = scope
  const pair = left.test(said) && budgets.test(said) && !hasCue(frame, 'share', 'list', 'project') ? outcomeAndBudget(scope) : undefined
  const calculation = pair && run(scope, { op: 'change', from: pair.outcome.query, to: pair.budget.query, as: 'amount' })
  if (!pair || !calculation || calculation.result.value < 0) return undefined
  const [budget, outcome] = [pair.budget, pair.outcome].map(pick => `${pickLabel(scope, pick)} ${amountWords(pick.calculation, language)}`)
  const place = associationWords(scope.library, pair.budget.association)
  const amount = amountWords(calculation, language)
  const sentence =
    language === 'sv' ? `${amount} är kvar (${place}): ${budget}, ${outcome}.` : `${amount} is left (${place}): ${budget}, ${outcome}.`
  return answered('left', sentence, [{ calculation }], { confidence: Math.min(pair.budget.certainty, pair.outcome.certainty) })
}

/** What has been used `i augusti` is what has been used by then. */
const upTo = (time: TimeMention | undefined): TimeMention | undefined => {
  if (!time?.month) return time
  const { month, ...day } = time
  return day
}

const outcomeAndBudget = (scope: Scope): Pair | undefined => {
  const { frame, prior } = scope
  const said = fold(scope.text)
  const before = prior && pointsBack(frame) ? prior : frame
  const own = mainTargets(frame)
  const named = own.length > 0 ? own : mainTargets(before)
  const slots = totalsOfColumn(scope) ?? (named.length > 0 ? named : wholeBudget(scope).slice(0, 1))
  if (slots.length !== 1) return undefined
  const time = upTo([...before.points, ...frame.points].find(point => point.time)?.time)
  const at = (scenario: 'actual' | 'budget', point: Partial<Point>): Pick | undefined => {
    const own: Scope = { ...scope, frame: { ...frame, points: [{ at: 0, tokens: [], scenario, ...point }] } }
    return gather(own, cellsOf(own, slots), 'money').picks[0]
  }
  const outcome = at('actual', time ? { time } : {})
  const year = outcome?.calculation.period && yearOf(outcome.calculation.period)
  const ofPart = /\b(halvars|period)budget/.test(said)
  const budget = year === undefined ? undefined : at('budget', ofPart ? (time ? { time } : {}) : { time: { year, full: true } })
  return outcome && budget && { outcome, budget }
}
