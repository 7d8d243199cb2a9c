import { COSTS } from '../number/costs.ts'

/** An amount of a cost with a minus where costs are printed plain, or without one where they are printed with a minus. */
const refund = 3.4

/**
 * How much the printed amounts of costs speak for a convention that prints costs with a minus, in nats; negative where they
 * speak for plain ones. A minus is easily lost, and seldom stands where none was meant.
 *
 * @example costSign([-40, -30, 25]) // → 3.8: two minus signs against one that may be lost
 */
export const costSign = (amounts: readonly number[]): number =>
  amounts.reduce((sum, amount) => sum + (amount === 0 ? 0 : amount < 0 ? refund : -COSTS.lostMinus.nats), 0)
