import { type Calculation, evaluate, type Library, rules } from '@finsam/domain'
import type { RuleOutcome } from '../contract/draft.ts'

function outcomeOf({ verdict, label, findings = [] }: Calculation): readonly RuleOutcome[] {
  if (!verdict) return []
  const [first] = findings
  const rule = rules.find(known => known.id === verdict.rule)
  return [
    {
      rule: verdict.rule,
      label: rule?.name ?? label,
      ...(rule ? { states: rule.states, source: rule.source } : {}),
      holds: verdict.holds,
      arithmetic: findings.flatMap(({ arithmetic }) => arithmetic ?? []),
      ...(first ? { at: first.at } : {}),
    },
  ]
}

/** Every rule of money that can be tried on a document, as it came out; none where its association has nothing to try. */
export function ruleOutcomes(library: Library, association: string, document: string): readonly RuleOutcome[] {
  const checked = evaluate(library, { op: 'check', rule: 'all', association, document })
  return checked.ok ? checked.value.inputs.flatMap(outcomeOf) : []
}
