import { bothLanguages } from '../explain/words.ts'
import type { Words } from '../model/language.ts'
import { refusal, success } from '../model/result.ts'
import { isMoney, type Unit } from '../model/unit.ts'
import type { Calculation, Note } from './calculation.ts'
import type { Outcome } from './context.ts'
import { addIntervals, divideIntervals, scaleInterval, subtractIntervals, valueIn } from './interval.ts'
import { comparisonNotes, labelsOf, mixtureNotes, step, unitsAgree, unitsDiffer } from './step.ts'

const directionOf = (value: number): 'higher' | 'lower' | 'equal' => (value > 0 ? 'higher' : value < 0 ? 'lower' : 'equal')

/** Adding a line twice, or a total to its own addend, counts money twice. */
function overlapNotes(inputs: readonly Calculation[]): readonly Note[] {
  const ids = inputs.flatMap(({ quantity }) => (quantity ? [quantity.id] : []))
  const twice = ids.find((id, index) => ids.indexOf(id) !== index)
  return twice ? [{ code: 'counted-twice', parameters: { quantity: twice } }] : []
}

/** The sum of amounts of one unit; intervals add. */
export function sumOf(inputs: readonly Calculation[], label?: Words): Outcome {
  const [first] = inputs
  if (!first || inputs.some(input => !unitsAgree(input.result.unit, first.result.unit))) return unitsDiffer(inputs)
  if (inputs.length === 1 && !label) return success(first)
  const result = valueIn(addIntervals(inputs.map(input => input.result)), first.result.unit)
  const words = label ?? { sv: labelsOf(inputs, 'sv'), en: labelsOf(inputs, 'en') }
  return success(step('sum', words, result, inputs, {}, [...mixtureNotes(inputs), ...overlapNotes(inputs)]))
}

const noDivision = ({ label }: Calculation): Outcome =>
  refusal('division-by-zero', {
    sv: `${label.sv} är noll, så det går inte att räkna andel, kvot eller procent av det.`,
    en: `${label.en} is zero, so there is no share, ratio or percent of it.`,
  })

/** The part in percent of the whole. */
export function shareOf(part: Calculation, whole: Calculation): Outcome {
  if (!unitsAgree(part.result.unit, whole.result.unit)) return unitsDiffer([part, whole])
  if (whole.result.value === 0) return noDivision(whole)
  const result = valueIn(divideIntervals(part.result, whole.result, 100), 'percent')
  const label = { sv: `${part.label.sv} i procent av ${whole.label.sv}`, en: `${part.label.en} in percent of ${whole.label.en}` }
  return success(step('share', label, result, [part, whole], {}, mixtureNotes([part, whole])))
}

/** A change in percent needs something to be a percent of: from a deficit to a surplus there is only the amount. */
const noPercent = (from: Calculation, to: Calculation): Outcome =>
  refusal('percent-of-negative', {
    sv: `${from.label.sv} är negativt och ${to.label.sv} inte, så en ändring i procent säger inget; fråga efter skillnaden i kronor.`,
    en: `${from.label.en} is negative and ${to.label.en} is not, so a change in percent means nothing; ask for the difference in kronor.`,
  })

function percentChange(from: Calculation, to: Calculation, base: Pick<Calculation, 'operation' | 'label' | 'direction'>): Outcome {
  if (from.result.value === 0) return noDivision(from)
  if (from.result.value < 0 && to.result.value >= 0) return noPercent(from, to)
  const sign = Math.sign(from.result.value)
  const ratio = divideIntervals(to.result, from.result, sign * 100)
  const percent = { value: ratio.value - sign * 100, low: ratio.low - sign * 100, high: ratio.high - sign * 100 }
  const ofSize: readonly Note[] = sign < 0 ? [{ code: 'percent-of-deficit', parameters: {} }] : []
  const { operation, label, direction } = base
  const notes = [...ofSize, ...comparisonNotes([from, to])]
  return success(step(operation, label, valueIn(percent, 'percent'), [from, to], direction ? { direction } : {}, notes))
}

/**
 * to − from, or that in percent of from. Percentages differ by percentage points. Between two deficits the percent is of the first one's size,
 * so that a growing deficit is no growth, and a note says so; from a deficit to a surplus it is refused.
 */
export function changeOf(
  from: Calculation,
  to: Calculation,
  as: 'amount' | 'percent',
  operation: 'change' | 'variance' = 'change',
): Outcome {
  if (!unitsAgree(from.result.unit, to.result.unit)) return unitsDiffer([from, to])
  const difference = subtractIntervals(to.result, from.result)
  const direction = directionOf(difference.value)
  const label = { sv: `${to.label.sv} jämfört med ${from.label.sv}`, en: `${to.label.en} compared with ${from.label.en}` }
  if (as === 'percent') return percentChange(from, to, { operation, label, direction })
  const unit = from.result.unit === 'percent' ? 'percentage_points' : from.result.unit
  return success(step(operation, label, valueIn(difference, unit), [from, to], { direction }, comparisonNotes([from, to])))
}

const ratioUnit = (numerator: Unit, denominator: Unit): Unit => {
  if (isMoney(numerator) && denominator === 'participants') return 'kr_per_participant'
  if (isMoney(numerator) && denominator === 'persons') return 'kr_per_person'
  return isMoney(numerator) && !isMoney(denominator) ? 'kr' : 'ratio'
}

/** One amount by another: kronor per person or participant, kronor per other count, else a plain ratio. */
export function ratioOf(numerator: Calculation, denominator: Calculation): Outcome {
  if (isMoney(denominator.result.unit) && !isMoney(numerator.result.unit)) return unitsDiffer([numerator, denominator])
  if (denominator.result.value === 0) return noDivision(denominator)
  const unit = ratioUnit(numerator.result.unit, denominator.result.unit)
  const factor = unit === 'kr_per_person' || unit === 'kr_per_participant' ? 0.01 : 1
  const result = valueIn(divideIntervals(numerator.result, denominator.result, factor), unit)
  const label = { sv: `${numerator.label.sv} per ${denominator.label.sv}`, en: `${numerator.label.en} per ${denominator.label.en}` }
  return success(step('ratio', label, result, [numerator, denominator], {}, comparisonNotes([numerator, denominator])))
}

/** An amount times a factor. */
export function scaleBy(input: Calculation, factor: number): Outcome {
  const result = valueIn(scaleInterval(input.result, factor), input.result.unit)
  const label = { sv: `${input.label.sv} × ${factor}`, en: `${input.label.en} × ${factor}` }
  return success(step('scale', label, result, [input, { ...factorLeaf(factor) }], {}))
}
const factorLeaf = (factor: number): Calculation => ({
  operation: 'constant',
  label: bothLanguages(String(factor)),
  result: { value: factor, low: factor, high: factor, unit: 'ratio' },
  inputs: [],
  trust: { status: 'confirmed', mapping: 'confirmed' },
  notes: [],
})
