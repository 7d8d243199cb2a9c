/** A cell of the whole problem, by its number. */
export type CellId = number

export interface Term {
  readonly cell: CellId
  readonly weight: number
}

export type EquationKind = 'sum' | 'result' | 'copy' | 'column-difference' | 'column-sum' | 'chain' | 'same-quantity' | 'balance'

/** Σ weight × value = 0, up to the rounding of its cells. The first term is the total, with weight −1. */
export interface Equation {
  readonly kind: EquationKind
  readonly terms: readonly Term[]
  /** How far the printed cells may be off together: three standard deviations of rounding, at most half a step each. */
  readonly slack: number
  /** The coarsest step of its cells. */
  readonly step: number
}

/** Three standard deviations of the rounding of `steps`, at most half a step each: what printed cells may be off together. */
export function roundingSlack(steps: readonly number[]): number {
  const worst = steps.reduce((sum, step) => sum + step / 2, 0)
  const spread = 3 * Math.sqrt(steps.reduce((sum, step) => sum + (step * step) / 12, 0))
  return Math.min(worst, spread) + 1e-6
}

/** Builds an equation from its terms and their steps. */
export const equation = (kind: EquationKind, terms: readonly Term[], steps: readonly number[]): Equation => ({
  kind,
  terms,
  slack: roundingSlack(steps),
  step: coarsest(steps),
})

/** The coarsest of some steps. */
export const coarsest = (steps: readonly number[]): number => steps.reduce((most, step) => Math.max(most, step), 1e-3)
