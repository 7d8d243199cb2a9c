import { given } from '../model/given.ts'
import { success } from '../model/result.ts'
import type { Unit } from '../model/unit.ts'
import type { Calculation, Note, Value } from './calculation.ts'
import type { Outcome } from './context.ts'
import { addIntervals, scaleInterval, valueIn } from './interval.ts'
import { labelsOf, mixtureNotes, step, unitsAgree, unitsDiffer } from './step.ts'

function averageOf(inputs: readonly Calculation[], unit: Unit): Outcome {
  const result = valueIn(scaleInterval(addIntervals(inputs.map(input => input.result)), 1 / inputs.length), unit)
  const label = { sv: `Genomsnitt av ${labelsOf(inputs, 'sv')}`, en: `Average of ${labelsOf(inputs, 'en')}` }
  return success(step('average', label, result, inputs, {}, mixtureNotes(inputs)))
}

const sorted = (inputs: readonly Calculation[], order: 'highest' | 'lowest'): readonly Calculation[] =>
  inputs.toSorted((one, other) => (order === 'highest' ? other.result.value - one.result.value : one.result.value - other.result.value))

/** Neighbours whose intervals overlap may stand in the other order. */
function closenessNotes(ordered: readonly Calculation[]): readonly Note[] {
  const [first, second] = ordered
  if (!first || !second) return []
  if (first.result.value === second.result.value) return [{ code: 'tied', parameters: { first: first.label.sv, second: second.label.sv } }]
  const overlap = first.result.low <= second.result.high && second.result.low <= first.result.high
  return overlap ? [{ code: 'order-within-rounding', parameters: { first: first.label.sv, second: second.label.sv } }] : []
}

/** Average, minimum or maximum of amounts of one unit. */
export function aggregate(operation: 'average' | 'min' | 'max', inputs: readonly Calculation[]): Outcome {
  const [first] = inputs
  if (!first || inputs.some(input => !unitsAgree(input.result.unit, first.result.unit))) return unitsDiffer(inputs)
  if (operation === 'average') return averageOf(inputs, first.result.unit)
  const ordered = sorted(inputs, operation === 'max' ? 'highest' : 'lowest')
  const [chosen] = ordered
  const pick = operation === 'max' ? Math.max : Math.min
  const result: Value = {
    value: chosen?.result.value ?? 0,
    low: pick(...inputs.map(input => input.result.low)),
    high: pick(...inputs.map(input => input.result.high)),
    unit: first.result.unit,
  }
  return success(step(operation, chosen?.label ?? first.label, result, inputs, { ordered, ...placeOf(chosen) }, closenessNotes(ordered)))
}
const placeOf = (chosen: Calculation | undefined): Partial<Calculation> => ({
  ...given({ association: chosen?.association, period: chosen?.period, scenario: chosen?.scenario }),
})

/** The amounts from the highest or lowest; the result is the first. Definitions that differ between associations stay in the notes. */
export function rankOf(inputs: readonly Calculation[], order: 'highest' | 'lowest'): Outcome {
  const outcome = aggregate(order === 'highest' ? 'max' : 'min', inputs)
  return outcome.ok ? success({ ...outcome.value, operation: 'rank' }) : outcome
}

/** The amounts above and below the bounds (base units: öre for money); the result is how many. */
export function filterBy(
  inputs: readonly Calculation[],
  bounds: { readonly above?: number | undefined; readonly below?: number | undefined },
): Outcome {
  const passes = ({ result: { value } }: Calculation): boolean =>
    (bounds.above === undefined || value > bounds.above) && (bounds.below === undefined || value < bounds.below)
  const chosen = inputs.filter(passes)
  const result: Value = { value: chosen.length, low: chosen.length, high: chosen.length, unit: 'count' }
  const label = { sv: `Antal av ${inputs.length}`, en: `Number out of ${inputs.length}` }
  return success(step('filter', label, result, inputs, { ordered: [...chosen, ...inputs.filter(input => !passes(input))] }))
}

/** The amounts in order of time; the result is the last. */
export function seriesOf(inputs: readonly Calculation[]): Outcome {
  const when = ({ period }: Calculation): string => (period ? ('at' in period ? period.at : period.to) : '')
  const ordered = inputs.toSorted((one, other) => (when(one) < when(other) ? -1 : when(one) > when(other) ? 1 : 0))
  const last = ordered.at(-1)
  if (!last) return unitsDiffer(inputs)
  return success(step('series', last.label, last.result, inputs, { ordered, ...placeOf(last) }, mixtureNotes(inputs)))
}
