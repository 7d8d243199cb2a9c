import type { Equation } from './equation.ts'

/** Σ weight × value; undefined where a value is unknown. */
export function residual(equation: Equation, values: readonly (number | null)[]): number | undefined {
  let sum = 0
  for (const term of equation.terms) {
    const value = values[term.cell]
    if (value === null || value === undefined) return undefined
    sum += term.weight * value
  }
  return sum
}

/** Takes binary dust off a sum of decimals. */
export const clean = (value: number): number => Math.round(value * 1e6) / 1e6
