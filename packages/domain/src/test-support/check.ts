import type { Calculation } from '../calculate/calculation.ts'
import { evaluate } from '../calculate/evaluate.ts'
import type { Library } from '../library/library.ts'
import type { Fact } from '../model/reading.ts'
import type { Query } from '../query/query.ts'
import { got } from './build.ts'

export type Check = Extract<Query, { op: 'check' }>

export const outcomeOf = (library: Library, rule: Check['rule'], more: Partial<Check> = {}) =>
  evaluate(library, { op: 'check', rule, association: 'alfa', ...more })

/** A rule as it came out on Alfa; one that cannot be checked fails the test. */
export const check = (library: Library, rule: Check['rule'], more: Partial<Check> = {}): Calculation => got(outcomeOf(library, rule, more))

/** Whether a rule holds, or the code of why it cannot be checked. */
export const codeOf = (library: Library, rule: Check['rule'], more: Partial<Check> = {}): string => {
  const outcome = outcomeOf(library, rule, more)
  return outcome.ok ? `holds: ${outcome.value.verdict?.holds}` : outcome.failure.code
}

export const findingCodes = ({ findings = [] }: Calculation): readonly string[] => findings.map(({ code }) => code)

/** A number that the prose of Alfa's plan states, such as a ceiling. */
export const statedFact = (value: Fact['value'], unit: string, words: string, more: Partial<Fact> = {}): Fact => ({
  id: `${words}-${JSON.stringify(value)}`,
  kind: 'policy',
  subject: words,
  attribute: 'nivå',
  value,
  unit,
  printed: `${JSON.stringify(value)} ${unit}`,
  context: words,
  source: { document: 'plan', line: 70, text: words },
  ...more,
})
