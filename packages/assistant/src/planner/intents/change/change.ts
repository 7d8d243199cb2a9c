import type { Query } from '@finsam/domain'
import { fold } from '../../../words/fold.ts'
import { besideUnused } from '../../beside.ts'
import { type Cell, cellsOf } from '../../cells.ts'
import type { Draft } from '../../draft.ts'
import { inherit, pointsBack } from '../../follow-up.ts'
import { hasCue } from '../../frame.ts'
import { mainTargets } from '../../main-targets.ts'
import { type Pick, pickTarget } from '../../pick-target.ts'
import { overSameSpan } from '../../same-span.ts'
import { clauseText, run, type Scope } from '../../scope.ts'
import { askWhich, gather, wantedOf } from '../look-up.ts'
import { compareTargets, exceedsOther } from './compare-targets.ts'
import { asksTimes, compared, timesAs } from './compared.ts'
import { asAsserted } from './direction.ts'
import { withOutcome, withOwnPeriod, withYearBefore } from './ends.ts'
import { alsoPrinted, inCellOrder, likeWithLike, yearOfPick } from './like-with-like.ts'

const startsWithFrom = /\b(fran|from|mellan|between)\b/i
const isOutcome = (pick: Pick): boolean => pick.calculation.scenario === 'actual' || pick.calculation.scenario === 'forecast'

/** Which of two figures the change starts from: the earlier year, the budget of the same year, else the one named second. */
const ordered = (scope: Scope, one: Pick, other: Pick): readonly [from: Pick, to: Pick] => {
  if (one.association !== other.association) return [other, one]
  const years = yearOfPick(one) - yearOfPick(other)
  if (years !== 0) return years < 0 ? [one, other] : [other, one]
  if (isOutcome(one) !== isOutcome(other)) return isOutcome(one) ? [other, one] : [one, other]
  return startsWithFrom.test(fold(scope.text)) ? [one, other] : [other, one]
}

/** `Och mot prognosen 2022?` */
const opensAgainst = ({ frame: { words, clause } }: Scope): boolean => {
  const [first, second] = words.slice(clause.from, clause.from + 2).map(({ token }) => token.folded)
  return against.test(/^(och|and|men|but)$/.test(first ?? '') ? (second ?? '') : (first ?? ''))
}
const against = /^(mot|gentemot|against|versus|vs)$/

/** An amount held against itself tells of nothing. */
const sameQuantity = (one: Pick, other: Pick): boolean =>
  one.calculation.quantity !== undefined && one.calculation.quantity.id === other.calculation.quantity?.id

/** `How far is that from what had been budgeted`: the figure before against this one. */
const againstPrior = (scope: Scope): Draft | undefined => {
  const { prior, frame } = scope
  if (!prior || !(pointsBack(frame) || opensAgainst(scope)) || frame.points.length > 1 || frame.associations.length > 1) return undefined
  const before: Scope = {
    ...scope,
    frame: prior,
    associations: prior.associations.length > 0 ? prior.associations.flatMap(({ ids }) => ids) : scope.associations,
  }
  const [there] = gather(before, cellsOf(before, mainTargets(prior)), wantedOf(before)).picks
  const merged: Scope = { ...scope, frame: inherit(frame, prior) }
  const [here] = gather(merged, cellsOf(merged, mainTargets(merged.frame)), wantedOf(merged)).picks
  if (!there || !here || JSON.stringify(there.query) === JSON.stringify(here.query)) return undefined
  return compared(scope, here, there)
}

const oneOfEach = (cells: readonly Cell[]): readonly Cell[] => cells.slice(0, 2)

/** Two figures each divided by the count beside them: `mer per invånare än`. */
const perHead = (scope: Scope, pick: Pick, cell: Cell): Pick | undefined => {
  const kind = scope.frame.denominator
  if (kind !== 'population' && kind !== 'participants') return pick
  const count = pickTarget(scope.library, cell.association, cell.slot, cell.point, kind === 'population' ? 'population' : 'count')
  if (count.kind !== 'one') return undefined
  const query: Query = { op: 'ratio', numerator: pick.query, denominator: count.pick.query }
  const calculation = run(scope, query)
  return calculation && { ...pick, query, calculation }
}

const comparesTwo =
  /\b(mer|mindre|hogre|lagre|storre|dyrare|billigare|fler|farre|battre|samre|more|less|higher|lower|larger|smaller|fewer|better|worse)\b.*\b(an|than)\b/i

/** Difference, increase, decrease, comparison of two figures. */
export const change = (scope: Scope): Draft | undefined => {
  const { frame } = scope
  const said = fold(clauseText(scope))
  const fromTo = frame.points.length === 2 && mainTargets(frame).length === 1 && /\b(fran|from)\b.*\b(till|to)\b/i.test(fold(scope.text))
  const asked =
    fromTo ||
    (opensAgainst(scope) && scope.prior !== undefined) ||
    asksTimes(scope.text) ||
    comparesTwo.test(said) ||
    hasCue(frame, 'change') ||
    exceedsOther(scope) ||
    (hasCue(frame, 'exceeded', 'undershot') && !hasCue(frame, 'list') && /budget/.test(fold(scope.text))) ||
    (hasCue(frame, 'tie', 'share') === false &&
      frame.points.length === 2 &&
      /\b(mot|jamfort|vs|versus|against|than|an)\b/i.test(fold(scope.text)))
  if (!asked || scope.associations.length === 0) return undefined
  const back = againstPrior(scope)
  if (back) return back
  const slots = compareTargets(scope)
  if (besideUnused(scope, slots).length > 0) return undefined
  const cells = withOutcome(scope, withYearBefore(scope, withOwnPeriod(scope, cellsOf(scope, slots))))
  if (cells.length !== 2) return undefined
  const { picks: clear, open, missing } = gather(scope, oneOfEach(cells), wantedOf(scope))
  if (missing.length > 0) return undefined
  const like = likeWithLike(clear, open)
  const picks = like ? inCellOrder(cells, [...clear, like]) : clear
  const [one, other] =
    picks.length === 2
      ? picks.map((pick, at) => {
          const cell = cells[at]
          return cell && perHead(scope, pick, cell)
        })
      : picks
  if (!one || !other) return open.length > 0 ? askWhich(scope, 'change', open) : undefined
  const overTime = one.association === other.association && cells.every(({ point }) => point?.time?.edge)
  const [first, to] = overTime ? [one, other] : ordered(scope, one, other)
  if (asksTimes(scope.text)) return startsWithFrom.test(fold(scope.text)) ? timesAs(scope, to, first) : timesAs(scope, one, other)
  const from = isOutcome(to) ? overSameSpan(scope, first, to) : first
  if (sameQuantity(from, to)) return undefined
  const draft = compared(scope, from, to)
  const told = draft && like ? { ...draft, notes: [...draft.notes, alsoPrinted(scope, open, like)] } : draft
  const [mine, others] = cells
  return told && mine && others ? asAsserted(scope, { pick: one, cell: mine }, { pick: other, cell: others }, told) : told
}
