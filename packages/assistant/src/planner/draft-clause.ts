import type { Draft } from './draft.ts'
import { asksForProse } from './facts/asks-telling.ts'
import { asksProse, factQuestionOf } from './facts/fact-question.ts'
import { hasCue } from './frame.ts'
import { arithmeticCheck } from './intents/arithmetic-check.ts'
import { atPace } from './intents/at-pace.ts'
import { breakEven } from './intents/break-even.ts'
import { change } from './intents/change/change.ts'
import { asksTimes } from './intents/change/compared.ts'
import { covers } from './intents/covers.ts'
import { everyResult } from './intents/every-result.ts'
import { everyYear } from './intents/every-year.ts'
import { facts, factsFirst, statedFact } from './intents/facts.ts'
import { factsBeside } from './intents/facts-beside.ts'
import { filter } from './intents/filter.ts'
import { fundsLast } from './intents/funds-last.ts'
import { goalsJudged } from './intents/goals-judged.ts'
import { goalsReached } from './intents/goals-reached.ts'
import { listing } from './intents/listing.ts'
import { locate, nearestPassages } from './intents/locate.ts'
import { lookUp } from './intents/look-up.ts'
import { overruns } from './intents/overruns.ts'
import { perMonth } from './intents/per-month.ts'
import { perUnit } from './intents/per-unit.ts'
import { placeReadings } from './intents/place-readings.ts'
import { portion } from './intents/portion.ts'
import { premises } from './intents/premises.ts'
import { printedTwice } from './intents/printed-twice.ts'
import { project, unusedCondition } from './intents/project.ts'
import { rank } from './intents/rank.ts'
import { rankChanges } from './intents/rank-changes.ts'
import { ruleCheck } from './intents/rules.ts'
import { series } from './intents/series.ts'
import { share } from './intents/share.ts'
import { signQuestion } from './intents/sign-question.ts'
import { sourceYear } from './intents/source-year.ts'
import { threshold } from './intents/threshold.ts'
import { total } from './intents/total.ts'
import { leftOfBudget } from './intents/used-of-budget.ts'
import { volumes } from './intents/volumes.ts'
import { whetherEqual } from './intents/whether-equal.ts'
import { whetherFirst } from './intents/whether-first.ts'
import { without } from './intents/without.ts'
import { askForYear } from './last-year.ts'
import { allReadings } from './open-readings.ts'
import type { Scope } from './scope.ts'
import { askForAssociation, giveUp, veto } from './veto.ts'

type Read = (scope: Scope) => Draft | undefined

/** A way of asking. */
interface Intent {
  readonly read: Read
  /** It makes sense only where an amount is asked for, not a name, a date or an employer. */
  readonly ofAmount: boolean
  /** Its refusal stands: what the question takes for granted, or asks a place for, no other way can mend. */
  readonly decides: boolean
}
const any = (read: Read): Intent => ({ read, ofAmount: false, decides: false })
const amount = (read: Read): Intent => ({ read, ofAmount: true, decides: false })
const deciding = (read: Read): Intent => ({ read, ofAmount: false, decides: true })

/** The ways of asking, the most particular first. */
const intents: readonly Intent[] = [
  deciding(locate),
  any(fundsLast),
  any(breakEven),
  any(printedTwice),
  any(covers),
  any(ruleCheck),
  any(threshold),
  any(whetherFirst),
  any(whetherEqual),
  any(goalsReached),
  any(goalsJudged),
  any(factsBeside),
  any(signQuestion),
  any(everyResult),
  any(filter),
  any(statedFact),
  deciding(premises),
  any(arithmeticCheck),
  deciding(atPace),
  any(project),
  deciding(unusedCondition),
  any(overruns),
  any(placeReadings),
  any(sourceYear),
  amount(volumes),
  any(factsFirst),
  any(everyYear),
  any(series),
  amount(leftOfBudget),
  amount(perMonth),
  amount(perUnit),
  amount(share),
  amount(rankChanges),
  amount(change),
  amount(rank),
  amount(portion),
  amount(without),
  amount(total),
  any(listing),
  amount(lookUp),
  any(facts),
]

/** What answers a clause: of the first way of asking that fits it and that nothing vetoes; else why it is not answered, with the nearest passages. */
export const draftClause = async (scope: Scope): Promise<Draft> => {
  const personal =
    asksProse(factQuestionOf(scope)) &&
    scope.frame.points.every(({ measure }) => measure === undefined) &&
    !hasCue(scope.frame, 'highest', 'lowest', 'rank') &&
    !asksTimes(scope.text)
  let refusal: Draft | undefined
  for (const { read, ofAmount, decides } of intents) {
    const draft = personal && ofAmount ? undefined : read(scope)
    if (!draft) continue
    const judged = askForYear(scope, veto(scope, draft))
    if (judged.status !== 'unanswerable' || isFinal(judged) || decides) return withPassages(scope, allReadings(scope, judged))
    refusal ??= judged
  }
  return withPassages(scope, ofItsKind(scope, refusal) ?? (scope.associations.length === 0 ? askForAssociation(scope) : giveUp(scope)))
}

/** That an amount is not printed says nothing where a goal, a name or a reason was asked for. */
const ofItsKind = (scope: Scope, refusal: Draft | undefined): Draft | undefined =>
  refusal?.reason?.code === 'not-printed' && scope.associations.length > 0 && asksForProse(factQuestionOf(scope))
    ? { ...giveUp(scope), intent: refusal.intent }
    : refusal

/** What a question takes for granted is not so: no other way of asking can mend that. */
const isFinal = (draft: Draft): boolean => draft.reason?.code === 'false-premise'

const withPassages = async (scope: Scope, draft: Draft): Promise<Draft> =>
  draft.status === 'unanswerable' && (draft.passages ?? []).length === 0 ? { ...draft, passages: await nearestPassages(scope) } : draft
