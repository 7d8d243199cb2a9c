import { type Calculation, evaluate, formulaOf, type Language, type Library, rules, type SourceRef, type Verdict } from '@finsam/domain'

interface InBoth<Told> {
  readonly sv: Told
  readonly en: Told
}

/** One rule of money as it came out on a document. */
export interface RuleOutcome {
  readonly rule: string
  readonly label: InBoth<string>
  /** What the rule asks, and where it comes from. */
  readonly states?: InBoth<string>
  readonly source?: InBoth<string>
  readonly holds: boolean
  /**
   * Where a plain no says too much: nothing decides it, or nothing binds the association. Where a plain yes does: `corrected`, it holds only with
   * amounts that were read otherwise than they are printed.
   */
  readonly state?: NonNullable<Verdict['state']> | 'corrected'
  /** The sums that were tried, with their numbers. */
  readonly arithmetic: InBoth<string[]>
  readonly at?: SourceRef
}

/** A breach tells its own sum; else the formulas that were tried, or the printed amounts where nothing was computed. */
function arithmeticOf({ inputs, findings = [] }: Calculation, language: Language): string[] {
  const told = findings.flatMap(({ arithmetic }) => arithmetic ?? [])
  if (told.length > 0) return told
  const computed = inputs.filter(input => input.inputs.length > 0)
  if (computed.length > 0) return computed.map(input => formulaOf(input, language))
  return inputs.map(input => `${input.label[language]}: ${formulaOf(input, language)}`)
}

const correctedStatuses: ReadonlySet<string> = new Set(['repaired', 'derived'])

function stateOf(verdict: Verdict, { trust }: Calculation): RuleOutcome['state'] {
  return verdict.holds && correctedStatuses.has(trust.status) ? 'corrected' : verdict.state
}

function outcomeOf(calculation: Calculation): readonly RuleOutcome[] {
  const { verdict, label, findings = [] } = calculation
  if (!verdict) return []
  const [first] = findings
  const rule = rules.find(known => known.id === verdict.rule)
  const state = stateOf(verdict, calculation)
  return [
    {
      rule: verdict.rule,
      label: rule?.name ?? label,
      ...(rule ? { states: rule.states, source: rule.source } : {}),
      holds: verdict.holds,
      ...(state ? { state } : {}),
      arithmetic: { sv: arithmeticOf(calculation, 'sv'), en: arithmeticOf(calculation, 'en') },
      ...(first ? { at: first.at } : {}),
    },
  ]
}

/** Every rule of money that can be tried on a document, as it came out; none where its association has nothing to try. */
export function ruleOutcomes(library: Library, association: string, document: string): readonly RuleOutcome[] {
  const checked = evaluate(library, { op: 'check', rule: 'all', association, document })
  return checked.ok ? checked.value.inputs.flatMap(outcomeOf) : []
}
