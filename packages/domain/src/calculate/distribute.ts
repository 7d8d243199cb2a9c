import { refusal, success } from '../model/result.ts'
import { allOf } from './all.ts'
import type { Calculation } from './calculation.ts'
import type { Outcome } from './context.ts'
import { shareOf, sumOf } from './operations.ts'
import { step } from './step.ts'

/**
 * Splits whole units by weights so that the parts are whole and sum to the total: each gets the whole part of its due,
 * and the largest remainders get one more (*största rest*), the earlier of equal ones first.
 *
 * @param total   whole units (öre), any sign
 * @param weights none negative, at least one positive
 * @example distributeWhole(100, [1, 1, 1]) // [34, 33, 33]
 */
export function distributeWhole(total: number, weights: readonly number[]): readonly number[] {
  const sum = weights.reduce((known, weight) => known + weight, 0)
  if (!Number.isSafeInteger(total)) throw new RangeError(`${total} is no whole amount`)
  if (!(sum > 0) || weights.some(weight => weight < 0 || !Number.isFinite(weight))) throw new RangeError('weights are positive and finite')
  const size = Math.abs(total)
  const dues = weights.map(weight => exactDue(size, weight, sum))
  const wholes = dues.map(({ whole }) => whole)
  let left = size - wholes.reduce((known, whole) => known + whole, 0)
  const byRemainder = dues.map(({ rest }, index) => ({ rest, index })).toSorted((one, other) => other.rest - one.rest)
  for (const { index } of byRemainder) {
    if (left <= 0) break
    wholes[index] = (wholes[index] ?? 0) + 1
    left--
  }
  return wholes.map(whole => (total < 0 && whole !== 0 ? -whole : whole))
}

/** The whole part and the remainder of size × weight / sum; whole weights are divided exactly. */
function exactDue(size: number, weight: number, sum: number): { readonly whole: number; readonly rest: number } {
  if (Number.isSafeInteger(weight) && Number.isSafeInteger(sum)) {
    const product = BigInt(size) * BigInt(weight)
    const [whole, rest] = [product / BigInt(sum), product % BigInt(sum)]
    return { whole: Number(whole), rest: Number(rest) / sum }
  }
  const due = (size / sum) * weight
  return { whole: Math.floor(due), rest: due - Math.floor(due) }
}

/**
 * An amount split by a key: one part for each weight, in their order, as `ordered`; the parts sum to the amount exactly.
 * Each part has its weight and the amount as inputs.
 */
export function distributeBy(amount: Calculation, weights: readonly Calculation[]): Outcome {
  if (weights.length === 0 || weights.some(({ result }) => result.value < 0) || weights.every(({ result }) => result.value === 0))
    return refusal('division-by-zero', {
      sv: 'En fördelning behöver vikter som inte är negativa och inte alla noll.',
      en: 'A distribution needs weights that are not negative and not all zero.',
    })
  const total = sumOf(weights, { sv: 'Fördelningsnyckel', en: 'Distribution key' })
  if (!total.ok) return total
  const shares = allOf(weights, weight => shareOf(weight, total.value))
  if (!shares.ok) return shares
  const values = distributeWhole(
    amount.result.value,
    weights.map(({ result }) => result.value),
  )
  const parts = weights.map((weight, index): Calculation => {
    const share = shares.value[index] ?? weight
    const value = values[index] ?? 0
    const slack =
      amount.result.high - amount.result.low + Math.abs((amount.result.value * (share.result.high - share.result.low)) / 100) + 1
    const result = { value, low: Math.floor(value - slack), high: Math.ceil(value + slack), unit: amount.result.unit }
    return step('distribute', weight.label, result, [amount, share], {})
  })
  return success(step('distribute', amount.label, amount.result, [amount, ...weights], { ordered: parts }))
}
