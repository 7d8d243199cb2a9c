/** How a cost grows with the number of passages: cost ≈ factor × passages ^ exponent. */
export interface CostCurve {
  readonly factor: number
  readonly exponent: number
}

/** Least squares over logarithms; undefined for fewer than two sizes. */
export function fitCost(points: readonly { readonly size: number; readonly cost: number }[]): CostCurve | undefined {
  if (points.length < 2) return undefined
  const logs = points.map(({ size, cost }) => ({ x: Math.log(size), y: Math.log(Math.max(cost, 1e-9)) }))
  const mean = (of: (point: { x: number; y: number }) => number) => logs.reduce((sum, point) => sum + of(point), 0) / logs.length
  const [x, y] = [mean(point => point.x), mean(point => point.y)]
  const exponent = mean(point => (point.x - x) * (point.y - y)) / mean(point => (point.x - x) ** 2)
  return { exponent, factor: Math.exp(y - exponent * x) }
}
