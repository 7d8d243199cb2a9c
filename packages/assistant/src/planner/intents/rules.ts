import { type Calculation, evaluate, type Period, type Scenario } from '@finsam/domain'
import { sizeWords } from '../../answer/wording.ts'
import { fold } from '../../words/fold.ts'
import type { Slot } from '../choose-links.ts'
import { answered, asksBack, type Draft, type DraftFigure } from '../draft.ts'
import { hasCue, topicsOf } from '../frame.ts'
import { triesFor } from '../pick-point.ts'
import { conceptId, factQuery, hasConcept, lookup, run, type Scope } from '../scope.ts'
import type { RuleName } from './rule-sentences.ts'
import {
  balanceSentence,
  identitySentence,
  identitySides,
  isIdentity,
  limitSentence,
  partsOfSplit,
  splitSentence,
  undecidedSentence,
} from './rule-sentences.ts'
import { isYes, sideAsked, withYesNo } from './rule-side.ts'
import { asksWhether } from './whether.ts'

const numbersSaid = (scope: Scope): ReadonlySet<number> =>
  new Set([...scope.frame.amounts, ...(scope.prior?.amounts ?? [])].map(({ amount }) => amount.value))

const namesAll = (folded: string, ...words: readonly RegExp[]): boolean => words.every(word => word.test(folded))
const opening = /\b(ingaende|ib|opening|rullar|rulla|rolls?)\b/

/** The identity of double-entry bookkeeping that a question names by its parts: what opens and what comes to it, against what closes. */
const identityIn = (folded: string): RuleName | undefined => {
  if (/kassaflod|cash flow/.test(folded)) return 'cash-flow'
  if (namesAll(folded, opening, /kapital|equity/) && !/\bbalansera\w* resultat/.test(folded)) return 'equity-rollforward'
  if (/(balansrakning|balansbudget|balance sheet|tillgangarna lika stora|assets equal)/.test(folded)) return 'balance-identity'
  return undefined
}

const ofAll: ReadonlySet<string | undefined> = new Set(['contributions', 'total-income', 'total-costs', 'available-funds', 'result'])
/** Whether a part names all that comes in or goes out: whether a part of the costs is covered is no rule. */
const isOfAll = (slot: Slot): boolean => ofAll.has(conceptId(slot))

const ruleIn = (scope: Scope): RuleName | undefined => {
  const { frame, prior } = scope
  const folded = fold(scope.text)
  const numbers = numbersSaid(scope)
  const topics = new Set([...topicsOf(frame), ...(prior ? topicsOf(prior) : [])])
  const holds = hasCue(frame, 'hold', 'tie') || asksWhether(scope)
  const identity = holds && !/\b(sign|signs|tecken|tecknet|minustecken\w*)\b/.test(folded) ? identityIn(folded) : undefined
  if (identity) return identity
  const legalSplit =
    /(lagstad|lagens|enligt lag|statutory|legal|the law|50 ?\/ ?25)/.test(folded) &&
    /(fordelning|split|delning|50 ?\/ ?25|andelar|shares)/.test(folded)
  if (holds && ((numbers.has(50) && numbers.has(25)) || legalSplit)) return 'contribution-split'
  if (holds && topics.has('limit') && !hasCue(frame, 'when')) return 'ten-percent-limit'
  const equity = hasConcept(frame, 'equity') || hasConcept(frame, 'closing-equity') || /kapital|equity/.test(folded)
  const compares = /\b(under|over|inom|ryms|above|below|within|exceed\w*|overstig\w*)\b/.test(folded)
  if ((holds || compares || hasCue(frame, 'exceeded')) && topics.has('ceiling') && equity) return 'equity-ceiling'
  if (
    equity &&
    asksWhether(scope) &&
    /\b(for (stort|hogt|mycket)|sa (stort|mycket)|too (large|big|high|much)|(so|this) much)\b/.test(folded)
  )
    return 'equity-ceiling'
  const meets = /^(?:(?:och|men|sa)\s+)?(gar|gick)\b[^,]*\b(ihop|runt)\W*$/.test(folded)
  if (
    holds &&
    (hasCue(frame, 'covers') || meets) &&
    !scope.every &&
    frame.targets.every(isOfAll) &&
    /(balans|balance|ihop|runt|break even|tack|cover|racker)/.test(folded)
  )
    return 'balance'
  return undefined
}

/** The scenario and period that a check is on: those of the first point that the association prints. */
const placeFor = (scope: Scope, association: string): { readonly scenario?: Scenario; readonly period?: Period } => {
  const [point] = scope.frame.points
  if (!point) return {}
  const attempt = triesFor(scope.library, association, point)
    .flat()
    .find(one => evaluate(scope.library, lookup(association, { concept: 'contributions' }, one.scenario, one.period)).ok)
  return attempt
    ? { ...(attempt.scenario ? { scenario: attempt.scenario } : {}), ...(attempt.period ? { period: attempt.period } : {}) }
    : {}
}

const asksDistance = /\b(hur (langt|mycket) (over|under|fran)|how (far|much) (over|above|below|from))\b/
/** `Hur långt över taket?`: how far equity is from its ceiling, where the ceiling is an amount. */
const distanceTo = (scope: Scope, association: string, [equity, ceiling]: readonly Calculation[]): Calculation | undefined => {
  const limit = ceiling?.fact
  if (!equity || !limit || ceiling.result.unit !== 'kr' || equity.result.unit !== 'kr' || !asksDistance.test(fold(scope.text)))
    return undefined
  const to = lookup(association, { concept: 'closing-equity' }, equity.scenario, equity.period)
  return run(scope, { op: 'change', from: factQuery(limit), to, as: 'amount' })
}

const checked = (scope: Scope, rule: RuleName, association: string): Draft | undefined => {
  const outcome = evaluate(scope.library, { op: 'check', rule, association, ...placeFor(scope, association) })
  if (!outcome.ok || !outcome.value.verdict) return undefined
  const check = outcome.value
  const asksAmounts = /\b(belopp|beloppen|kronor|summor|amount|amounts|sek|kr)\b/.test(fold(scope.text))
  const parts: readonly Calculation[] =
    rule === 'contribution-split'
      ? asksAmounts
        ? partsOfSplit(check)
        : check.inputs
      : isIdentity(rule)
        ? identitySides(check)
        : check.inputs.slice(0, 2)
  const figures: DraftFigure[] = parts.map(calculation => ({ calculation }))
  if (check.verdict?.state === 'undecided') return asksBack('rule', undecidedSentence(scope, association, check), figures)
  const told =
    rule === 'contribution-split'
      ? splitSentence(scope, association, check)
      : isIdentity(rule)
        ? identitySentence(scope, association, check, rule)
        : rule === 'balance'
          ? balanceSentence(scope, association, check)
          : limitSentence(scope, association, check, rule)
  const [side, kept] = [sideAsked(scope), check.verdict?.holds === true]
  const sentence = withYesNo(told, kept, side, scope.language)
  const verdict = { holds: isYes(kept, side), rule }
  const distance = rule === 'equity-ceiling' ? distanceTo(scope, association, parts) : undefined
  if (distance)
    return answered(
      'rule',
      `${sentence} ${scope.language === 'sv' ? 'Skillnaden är' : 'The difference is'} ${sizeWords(distance, scope.language)}.`,
      [{ calculation: distance }, ...figures],
      { verdict },
    )
  return answered('rule', sentence, rule === 'balance' ? figures.slice(0, 1) : figures, { verdict })
}

/** Whether a rule holds: the legal split, the limit of decrease, the equity ceiling, the balance. */
export const ruleCheck = (scope: Scope): Draft | undefined => {
  const rule = ruleIn(scope)
  const [association] = scope.associations
  return rule && association && scope.associations.length === 1 ? checked(scope, rule, association) : undefined
}
