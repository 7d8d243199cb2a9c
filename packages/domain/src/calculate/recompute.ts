import { refusal, success } from '../model/result.ts'
import { allOf } from './all.ts'
import type { Calculation } from './calculation.ts'
import type { Outcome } from './context.ts'
import { changeOf, ratioOf, scaleBy, shareOf, sumOf } from './operations.ts'
import { aggregate, filterBy, rankOf, seriesOf } from './rank.ts'

const isFalling = ({ ordered = [] }: Calculation): boolean => (ordered[0]?.result.value ?? 0) >= (ordered.at(-1)?.result.value ?? 0)

function stepAgain(calculation: Calculation, inputs: readonly Calculation[]): Outcome {
  const [first, second] = inputs
  const { operation, result } = calculation
  if (!first) return success(calculation)
  if (operation === 'sum') return sumOf(inputs)
  if (operation === 'scale' && second) return scaleBy(first, second.result.value)
  if (operation === 'average' || operation === 'min' || operation === 'max') return aggregate(operation, inputs)
  if (operation === 'rank') return rankOf(inputs, isFalling(calculation) ? 'highest' : 'lowest')
  if (operation === 'series') return seriesOf(inputs)
  if (operation === 'filter') return filterBy(inputs, {})
  if (!second) return success(calculation)
  if (operation === 'share') return shareOf(first, second)
  if (operation === 'ratio') return ratioOf(first, second)
  const relative = result.unit === 'percent' && first.result.unit !== 'percent'
  if (operation === 'change' || operation === 'variance') return changeOf(first, second, relative ? 'percent' : 'amount', operation)
  return refusal('rule-not-applicable', {
    sv: `”${operation}” räknas ut av dokumenten, inte bara av sina delar.`,
    en: `A "${operation}" is computed from its documents, not from its inputs alone.`,
  })
}

/**
 * Computes a calculation again from its leaves: what a stored explanation says must come out of its own cells.
 * Checks and projections need the library and are refused.
 * @returns the calculation anew; `rule-not-applicable` for what needs the library
 * @example recompute(got) // the same result, from the cells that a stored explanation holds
 */
export function recompute(calculation: Calculation): Outcome {
  const inputs = allOf(calculation.inputs, recompute)
  return inputs.ok ? stepAgain(calculation, inputs.value) : inputs
}
