import type { DrawingProps } from './chart.tsx'

const row = 46

/** Lying bars from one zero line, each under its label and beside its value; what is below zero goes left, hatched. */
export function Bars({ data: { points }, width, fills, show }: DrawingProps) {
  const low = Math.min(0, ...points.map(point => point.value))
  const high = Math.max(0, ...points.map(point => point.value))
  const at = (value: number) => ((value - low) / (high - low || 1)) * width
  const drawing = points.map(({ label, value }, index) => (
    <g key={label} transform={`translate(0 ${index * row})`}>
      <text y="15">{label}</text>
      <text x={width} y="15" class="value">
        {show(value)}
      </text>
      <rect
        class="bar"
        x={Math.min(at(0), at(value))}
        y="22"
        width={Math.max(1, Math.abs(at(value) - at(0)))}
        height="14"
        fill={`url(#${fills}-${value < 0 ? 1 : 0})`}
      />
    </g>
  ))
  const height = points.length * row
  return { height, drawing: [...drawing, low < 0 && <line class="zero" x1={at(0)} x2={at(0)} y1="0" y2={height} />] }
}
