import type { Calculation } from '../calculate/calculation.ts'
import { given } from '../model/given.ts'
import type { Language } from '../model/language.ts'
import type { SourceRef } from '../model/source.ts'
import { formatAmount } from './format-amount.ts'
import type { ExplainStyle } from './formula.ts'
import { periodWords, scenarioWords } from './words.ts'

/** One row of a calculation's table: how deep it lies, what it is, its amount and where it stands. */
export interface ExplanationRow {
  readonly depth: number
  readonly label: string
  readonly association?: string
  readonly scenario?: string
  readonly period?: string
  readonly amount: string
  readonly sources: readonly SourceRef[]
}

function rowOf(calculation: Calculation, depth: number, language: Language, style: ExplainStyle): ExplanationRow {
  const { label, name, association, scenario, period, result, quantity, fact } = calculation
  return {
    depth,
    label: name ? `${name}: ${label[language]}` : label[language],
    ...given({ association }),
    ...(scenario ? { scenario: scenarioWords(scenario)[language] } : {}),
    ...(period ? { period: periodWords(period)[language] } : {}),
    amount: formatAmount(result.value, result.unit, language, style),
    sources: quantity ? quantity.printings.map(({ source }) => source) : fact ? [fact.source] : [],
  }
}

/**
 * The result and, below it, everything that went into it, as rows for a table.
 * @example rowsOf(share, 'sv').map(({ depth, label, amount }) => [depth, label, amount]) // [[0, 'Administrationens andel', '16,9 %'], [1, 'Summa administration, budget 2026', '1 050 000 kr'], …]
 */
export function rowsOf(calculation: Calculation, language: Language, style: ExplainStyle = {}, depth = 0): readonly ExplanationRow[] {
  const inner = calculation.ordered ?? calculation.inputs
  return [rowOf(calculation, depth, language, style), ...inner.flatMap(input => rowsOf(input, language, style, depth + 1))]
}
