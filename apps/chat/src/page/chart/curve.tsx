import type { DrawingProps } from './chart.tsx'

const height = 220
const letterWidth = 7.8
const edge = { left: 8, right: 8, top: 28, bottom: 26 }

/** A line through points in order, with a dot and value at each; the zero line is drawn where it lies in view. */
export function Curve({ data: { points }, width, show }: DrawingProps) {
  const values = points.map(point => point.value)
  const [low, high] = [Math.min(0, ...values), Math.max(0, ...values)]
  const step = (width - edge.left - edge.right) / Math.max(1, points.length)
  const x = (at: number) => edge.left + step * (at + 0.5)
  const y = (value: number) => edge.top + (1 - (value - low) / (high - low || 1)) * (height - edge.top - edge.bottom)
  const inside = (at: number, text: string) =>
    Math.min(Math.max(x(at), (text.length * letterWidth) / 2), width - (text.length * letterWidth) / 2)
  const labelEvery = Math.ceil((points.length * Math.max(...points.map(point => show(point.value).length + 1)) * letterWidth) / width)
  const drawing = (
    <>
      <line class="zero" x1="0" x2={width} y1={y(0)} y2={y(0)} />
      <polyline class="curve" points={points.map((point, at) => `${x(at)},${y(point.value)}`).join(' ')} />
      {points.map((point, at) => (
        <g key={point.label}>
          <circle class="point" cx={x(at)} cy={y(point.value)} r="4" />
          {(points.length - 1 - at) % labelEvery === 0 && (
            <>
              <text x={inside(at, show(point.value))} y={y(point.value) - 10} class="middle">
                {show(point.value)}
              </text>
              <text x={inside(at, point.label)} y={height - 6} class="middle">
                {point.label}
              </text>
            </>
          )}
        </g>
      ))}
    </>
  )
  return { height, drawing }
}
