import type { Value } from './calculation.ts'

/** The bounds that printed precision leaves open; the exact value lies in them. */
export interface Interval {
  readonly value: number
  readonly low: number
  readonly high: number
}

/** Öre stay exact integers; a sum beyond them is a bug of the caller's data, not a rounding matter. */
export function assertExact(öre: number): number {
  if (!Number.isSafeInteger(öre)) throw new RangeError(`${öre} is no exact amount in öre`)
  return öre === 0 ? 0 : öre
}

export const addIntervals = (terms: readonly Interval[]): Interval => ({
  value: terms.reduce((sum, term) => sum + term.value, 0),
  low: terms.reduce((sum, term) => sum + term.low, 0),
  high: terms.reduce((sum, term) => sum + term.high, 0),
})

/** to − from. */
export const subtractIntervals = (to: Interval, from: Interval): Interval => ({
  value: to.value - from.value,
  low: to.low - from.high,
  high: to.high - from.low,
})

/** Bounds of floating-point steps, widened by what those may have rounded away; exact values stay exact. */
function outward(low: number, high: number, value: number): Interval {
  if (low === high) return { value, low, high }
  const slip = Number.EPSILON * 4 * Math.max(Math.abs(low), Math.abs(high))
  return { value, low: low - slip, high: high + slip }
}

/** factor × one over the other, by the four corners; unbounded where the divisor may be zero. */
export function divideIntervals(numerator: Interval, denominator: Interval, factor = 1): Interval {
  const value = (factor * numerator.value) / denominator.value
  if (denominator.low <= 0 && denominator.high >= 0) return { value, low: Number.NEGATIVE_INFINITY, high: Number.POSITIVE_INFINITY }
  const corners = [numerator.low, numerator.high].flatMap(top => [denominator.low, denominator.high].map(bottom => (factor * top) / bottom))
  return outward(Math.min(...corners), Math.max(...corners), value)
}

export function scaleInterval(interval: Interval, factor: number): Interval {
  const bounds = [interval.low * factor, interval.high * factor]
  return { value: interval.value * factor, low: Math.min(...bounds), high: Math.max(...bounds) }
}

/** Whole öre: the value to the nearest, the bounds outward, so that the interval still holds every true value. */
export const wholeÖre = ({ value, low, high }: Interval): Interval => ({
  value: assertExact(Math.round(value)),
  low: Math.floor(low),
  high: Math.ceil(high),
})

/** A value with its unit; money becomes whole öre. */
export const valueIn = (interval: Interval, unit: Value['unit']): Value =>
  unit === 'kr' ? { ...wholeÖre(interval), unit } : { ...interval, value: interval.value === 0 ? 0 : interval.value, unit }
