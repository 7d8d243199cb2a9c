import type { DrawingProps } from './chart.tsx'
import { patternCount } from './patterns.tsx'

const legendRow = 24

/** One bar cut into parts of the whole, and a legend that names each part by its fill. Parts below zero cannot be drawn and have no width. */
export function Shares({ data: { points }, width, fills, show }: DrawingProps) {
  const sizes = points.map(point => Math.max(0, point.value))
  const total = sizes.reduce((sum, size) => sum + size, 0) || 1
  const starts = sizes.map((_, at) => (sizes.slice(0, at).reduce((sum, size) => sum + size, 0) / total) * width)
  const fill = (at: number) => `url(#${fills}-${at % patternCount})`
  const drawing = points.map((point, at) => (
    <g key={point.label}>
      <rect class="bar" x={starts[at]} y="0" width={((sizes[at] ?? 0) / total) * width} height="32" fill={fill(at)} />
      <rect class="bar" x="0" y={44 + at * legendRow} width="16" height="16" fill={fill(at)} />
      <text x="24" y={57 + at * legendRow}>
        {point.label}
      </text>
      <text x={width} y={57 + at * legendRow} class="value">
        {show(point.value)}
      </text>
    </g>
  ))
  return { height: 44 + points.length * legendRow, drawing }
}
