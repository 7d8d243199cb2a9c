import type { Equation } from './equation.ts'
import type { Problem } from './problem.ts'
import { residual } from './residual.ts'

/** Equations that do not hold, gathered where they share cells, those that leave the fewest ways first. */
export function clustersOf(
  problem: Problem,
  values: readonly (number | null)[],
  touching: readonly (readonly Equation[])[],
): readonly (readonly Equation[])[] {
  const broken = new Set(problem.equations.filter(equation => Math.abs(residual(equation, values) ?? 0) > equation.slack))
  const clusters: Equation[][] = []
  while (broken.size > 0) {
    const [first] = broken
    if (!first) break
    broken.delete(first)
    const cluster = [first]
    for (let at = 0; at < cluster.length; at += 1) {
      for (const term of cluster[at]?.terms ?? []) {
        for (const other of touching[term.cell] ?? []) {
          if (!broken.delete(other)) continue
          cluster.push(other)
        }
      }
    }
    clusters.push(cluster.sort((a, b) => a.terms.length - b.terms.length))
  }
  return clusters
}
