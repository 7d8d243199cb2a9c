import type { Calculation, EvaluationFailure } from '../calculate/calculation.ts'
import type { Context } from '../calculate/context.ts'
import { fullTrust, joinNotes, weakestTrust } from '../calculate/trust.ts'
import type { Finding } from '../model/finding.ts'
import { given } from '../model/given.ts'
import type { Words } from '../model/language.ts'
import type { Period } from '../model/period.ts'
import type { Scenario } from '../model/reading.ts'
import type { Result } from '../model/result.ts'
import type { SourceRef } from '../model/source.ts'
import type { Query } from '../query/query.ts'

/** The rules that can be asked for, and `all`. */
export type RuleId = Extract<Query, { op: 'check' }>['rule']

/** What a rule is checked on. A scenario and period left out are the association's main document's own. */
export interface Scope {
  readonly association: string
  readonly document?: string
  readonly scenario?: Scenario
  readonly period?: Period
}

/** A rule that money of an association should follow, where it comes from, and how it is checked. */
export interface Rule {
  readonly id: Exclude<RuleId, 'all'>
  readonly name: Words
  readonly states: Words
  /** The law's paragraph, or that the document itself sets it. */
  readonly source: Words
  /** Whether it holds, on what amounts, with a finding for each breach; a failure where the documents do not print what it needs. */
  readonly check: (context: Context, scope: Scope) => Result<Calculation, EvaluationFailure>
}

/**
 * The first printed place under a calculation, where a finding about it points.
 * @example placeOf(share) // { document: 'plan-2024', line: 382, text: 'Summa individ-insatser - 13 925 000 kr' }
 */
export function placeOf(calculation: Calculation): SourceRef | undefined {
  const own = calculation.quantity?.printings[0]?.source ?? calculation.fact?.source
  if (own) return own
  for (const input of calculation.inputs) {
    const place = placeOf(input)
    if (place) return place
  }
  return undefined
}

const nowhere: SourceRef = { document: '', line: 1, text: '' }

/** A finding at the first place of the first input, the others beside it. Amounts among the parameters are in kronor. */
export function findingAt(
  code: string,
  severity: Finding['severity'],
  inputs: readonly Calculation[],
  parameters: Finding['parameters'],
  arithmetic?: string,
): Finding {
  const places = inputs.flatMap(input => placeOf(input) ?? [])
  const [at = nowhere, ...others] = places
  return { code, severity, parameters, at, ...(arithmetic ? { arithmetic } : {}), ...(others.length > 0 ? { others } : {}) }
}

/** Where a verdict applies; a selector will do. */
interface Placed {
  readonly association: string
  readonly scenario?: Scenario | undefined
  readonly period?: Period | undefined
}

/** The outcome of a check: whether the rule holds, on what amounts, and the findings where it does not. */
export function verdictOf(
  rule: Rule['id'],
  label: Words,
  result: Calculation['result'],
  inputs: readonly Calculation[],
  outcome: { readonly holds: boolean; readonly findings: readonly Finding[]; readonly scope: Placed },
): Calculation {
  const { scope } = outcome
  return {
    operation: 'check',
    label,
    result,
    inputs,
    association: scope.association,
    ...given({ period: scope.period, scenario: scope.scenario }),
    verdict: { holds: outcome.holds, rule },
    findings: outcome.findings,
    trust: inputs.length > 0 ? weakestTrust(inputs) : fullTrust,
    notes: joinNotes(inputs),
  }
}

export const kronor = (öre: number): number => öre / 100
