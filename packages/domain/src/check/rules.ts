import type { Calculation, EvaluationFailure } from '../calculate/calculation.ts'
import type { Context, Outcome } from '../calculate/context.ts'
import { unknownAssociation } from '../calculate/failures.ts'
import { readingsOf } from '../calculate/readings.ts'
import { joinNotes, weakestTrust } from '../calculate/trust.ts'
import { given } from '../model/given.ts'
import { type Result, success } from '../model/result.ts'
import type { Query } from '../query/query.ts'
import { budgetBalance } from './budget-balance.ts'
import { contributionSplit } from './contribution-split.ts'
import { equityCeiling } from './equity-ceiling.ts'
import { handOver } from './hand-over.ts'
import { balanceIdentity, cashFlow, equityRollforward } from './identities.ts'
import { liquidity } from './liquidity.ts'
import { notApplicable } from './not-applicable.ts'
import { planYears } from './plan-years.ts'
import { samePrintings } from './printings.ts'
import type { Rule, Scope } from './rule.ts'
import { printedShares } from './shares.ts'
import { sums } from './sums.ts'
import { tenPercentLimit } from './ten-percent-limit.ts'
import { printedVariance } from './variance.ts'

/**
 * Every rule, in the order in which a document is gone through.
 * @example rules.map(({ id }) => id)[0] // 'contribution-split'
 */
export const rules: readonly Rule[] = [
  contributionSplit,
  sums,
  budgetBalance,
  balanceIdentity,
  equityRollforward,
  equityCeiling,
  tenPercentLimit,
  cashFlow,
  liquidity,
  planYears,
  printedVariance,
  printedShares,
  samePrintings,
  handOver,
]

/** A rule's outcome under every reading of the ambiguous amounts below it: where they differ it is undecided. */
function decided(rule: Rule, context: Context, scope: Scope): Outcome {
  const shown = rule.check(context, scope)
  if (!shown.ok || context.readings.size > 0) return shown
  const outcomes = readingsOf(shown.value).map(readings => rule.check(context.reading(readings), scope))
  const [first] = outcomes
  if (!first) return shown
  const verdicts = new Set(outcomes.map(outcome => outcome.ok && outcome.value.verdict?.holds))
  if (verdicts.size === 1) return first.ok && first.value.verdict?.holds !== shown.value.verdict?.holds ? first : shown
  return success({ ...shown.value, verdict: { holds: false, rule: rule.id, state: 'undecided' } })
}

/** The outcome of every rule that the documents allow to be checked. */
export function checkAll(context: Context, scope: Scope): readonly Calculation[] {
  return rules.flatMap(rule => {
    const outcome = decided(rule, context, scope)
    return outcome.ok ? [outcome.value] : []
  })
}

function everyRule(context: Context, scope: Scope): Result<Calculation, EvaluationFailure> {
  const inputs = checkAll(context, scope)
  if (inputs.length === 0)
    return notApplicable(context, scope, name => ({
      sv: `Ingen regel går att pröva på dokumenten för ${name}.`,
      en: `No rule can be checked on the documents of ${name}.`,
    }))
  const findings = inputs.flatMap(input => input.findings ?? [])
  const open = inputs.filter(({ verdict }) => verdict?.state === 'undecided').length
  const broken = inputs.filter(({ verdict }) => verdict?.holds === false && !verdict.state).length
  return success({
    operation: 'check',
    label: { sv: `Brutna regler av ${inputs.length} prövade`, en: `Broken rules of ${inputs.length} checked` },
    result: { value: broken, low: broken, high: broken, unit: 'count' },
    inputs,
    association: scope.association,
    verdict: { holds: broken + open === 0, rule: 'all', ...(broken === 0 && open > 0 ? { state: 'undecided' } : {}) },
    findings,
    trust: weakestTrust(inputs),
    notes: joinNotes(inputs),
  })
}

/** Checks one rule, or all that can be checked, on the documents of an association. */
export function evaluateCheck(context: Context, query: Extract<Query, { op: 'check' }>): Result<Calculation, EvaluationFailure> {
  const { library } = context
  if (!library.association(query.association)) return unknownAssociation(library, query.association)
  const { association, document, scenario, period } = query
  const scope: Scope = { association, ...given({ document, scenario, period }) }
  if (query.rule === 'all') return everyRule(context, scope)
  const rule = rules.find(({ id }) => id === query.rule)
  if (!rule) throw new Error(`rule ${query.rule} has no check`)
  return decided(rule, context, scope)
}
