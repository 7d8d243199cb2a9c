import { conceptOf } from '../concepts/concept-table.ts'
import { bothLanguages } from '../explain/words.ts'
import { given } from '../model/given.ts'
import type { Words } from '../model/language.ts'
import { isInstant, periodKey } from '../model/period.ts'
import type { Nature } from '../model/reading.ts'
import { type Result, refusal, success } from '../model/result.ts'
import { isMoney, type Unit } from '../model/unit.ts'
import type { Calculation, EvaluationFailure, Note, Value } from './calculation.ts'
import { addIntervals, divideIntervals, scaleInterval, subtractIntervals, valueIn } from './interval.ts'
import { joinNotes, weakestTrust } from './trust.ts'

type Outcome = Result<Calculation, EvaluationFailure>

const heads: ReadonlySet<Unit> = new Set<Unit>(['persons', 'participants', 'count'])
/** Units that add and compare: the same, or two names for heads. */
export const unitsAgree = (one: Unit, other: Unit): boolean => one === other || (heads.has(one) && heads.has(other))

const unitsOf = (inputs: readonly Calculation[], glue: string): string => [...new Set(inputs.map(({ result }) => result.unit))].join(glue)

const unitsDiffer = (inputs: readonly Calculation[]): Outcome =>
  refusal('units-differ', {
    sv: `Belopp i ${unitsOf(inputs, ' och ')} går inte att lägga ihop eller jämföra; fråga efter belopp av ett slag.`,
    en: `Amounts in ${unitsOf(inputs, ' and ')} do not add or compare; ask for amounts of one unit.`,
  })

const shared = <Part>(
  inputs: readonly Calculation[],
  of: (input: Calculation) => Part | undefined,
  key: (part: Part) => string,
): Part | undefined => {
  const [first] = inputs
  const part = first && of(first)
  return part !== undefined &&
    inputs.every(input => {
      const other = of(input)
      return other !== undefined && key(other) === key(part)
    })
    ? part
    : undefined
}

/** What all inputs have in common, so that the result can say it too. */
function commonPlace(inputs: readonly Calculation[]): Pick<Calculation, 'association' | 'period' | 'scenario'> {
  const association = shared(inputs, input => input.association, String)
  const period = shared(inputs, input => input.period, periodKey)
  const scenario = shared(inputs, input => input.scenario, String)
  return given({ association, period, scenario })
}

/** A step over inputs: trust of the weakest, every note, and the place they share. */
export function step(
  operation: Calculation['operation'],
  label: Words,
  result: Value,
  inputs: readonly Calculation[],
  more: Partial<Calculation> = {},
  notes: readonly Note[] = [],
): Calculation {
  return {
    operation,
    label,
    result,
    inputs,
    ...commonPlace(inputs),
    ...more,
    trust: weakestTrust(inputs),
    notes: joinNotes(inputs, [...notes, ...(more.notes ?? [])]),
  }
}

const directionOf = (value: number): 'higher' | 'lower' | 'equal' => (value > 0 ? 'higher' : value < 0 ? 'lower' : 'equal')

/** Things that are added or compared though they are not of one kind; the asker chose them, the reader is told. */
function mixtureNotes(inputs: readonly Calculation[]): readonly Note[] {
  const scenarios = new Set(inputs.flatMap(({ scenario }) => (scenario ? [scenario === 'plan' ? 'budget' : scenario] : [])))
  const lengths = new Set(inputs.flatMap(lengthOf))
  return [
    ...(scenarios.size > 1 ? [{ code: 'mixed-scenarios', parameters: { scenarios: [...scenarios].join(', ') } }] : []),
    ...(lengths.size > 1 ? [{ code: 'mixed-periods', parameters: {} }] : []),
  ]
}

const stocks: ReadonlySet<Nature | undefined> = new Set<Nature>(['equity', 'asset', 'liability', 'cash'])
/** The months that an amount is of; none for a balance, which is of a day, whatever span its table is about. */
const lengthOf = ({ period, concept }: Calculation): readonly number[] =>
  !period || isInstant(period) || stocks.has(conceptOf(concept ?? '')?.nature)
    ? []
    : [Math.round((Date.parse(period.to) - Date.parse(period.from)) / 2_629_800_000)]

/** Adding a line twice, or a total to its own addend, counts money twice. */
function overlapNotes(inputs: readonly Calculation[]): readonly Note[] {
  const ids = inputs.flatMap(({ quantity }) => (quantity ? [quantity.id] : []))
  const twice = ids.find((id, index) => ids.indexOf(id) !== index)
  return twice ? [{ code: 'counted-twice', parameters: { quantity: twice } }] : []
}

const listed = (inputs: readonly Calculation[], language: 'sv' | 'en'): string => inputs.map(({ label }) => label[language]).join(' + ')

/** The sum of amounts of one unit; intervals add. */
export function sumOf(inputs: readonly Calculation[], label?: Words): Outcome {
  const [first] = inputs
  if (!first || inputs.some(input => !unitsAgree(input.result.unit, first.result.unit))) return unitsDiffer(inputs)
  if (inputs.length === 1 && !label) return success(first)
  const result = valueIn(addIntervals(inputs.map(input => input.result)), first.result.unit)
  const words = label ?? { sv: listed(inputs, 'sv'), en: listed(inputs, 'en') }
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

/** Other scenarios and years are what comparisons are made of; other lengths are not. */
const comparisonNotes = (inputs: readonly Calculation[]): readonly Note[] =>
  mixtureNotes(inputs).filter(({ code }) => code === 'mixed-periods')

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

function averageOf(inputs: readonly Calculation[], unit: Unit): Outcome {
  const result = valueIn(scaleInterval(addIntervals(inputs.map(input => input.result)), 1 / inputs.length), unit)
  const label = { sv: `Genomsnitt av ${listed(inputs, 'sv')}`, en: `Average of ${listed(inputs, 'en')}` }
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
