/** To what the amounts of a column are mostly rounded, and how much likelier a rounded amount is there than another, in nats. */
export interface Roundness {
  readonly step: number
  readonly nats: number
}

const steps = [100_000, 10_000, 1_000, 100] as const
const fewest = 4
/** The most that roundness may say: no more than half of what makes one explanation stand alone. */
const mostNats = 2.3

/**
 * What the amounts of a column are rounded to: the coarsest step of which more than half of the amounts are multiples, at least
 * four; undefined where there is none. Budgets are rounded, accounts are not.
 *
 * @example roundnessOf([606_000, 1_453_000, 120_000, 595_400, 40_000]) // → { step: 1_000, nats: 2.3 }
 */
export function roundnessOf(values: readonly (number | null)[]): Roundness | undefined {
  const sizes = values.flatMap(value => (value ? [Math.abs(value)] : []))
  for (const step of steps) {
    const able = sizes.filter(size => size >= step)
    const round = able.filter(size => size % step === 0).length
    if (round < fewest || round * 2 <= sizes.length) continue
    const share = (round + 0.5) / (able.length + 1)
    return { step, nats: Math.min(mostNats, Math.log((share * (step - 1)) / (1 - share))) }
  }
  return undefined
}

/** How much dearer a change from one amount to another is for what its column is rounded to; negative where it becomes round. */
export function roundnessCost(roundness: Roundness | undefined, from: number, to: number): number {
  if (!roundness) return 0
  const isRound = (value: number): number => (value !== 0 && Math.abs(value) % roundness.step === 0 ? 1 : 0)
  return from === 0 || to === 0 ? 0 : roundness.nats * (isRound(from) - isRound(to))
}
