import type { DrawingProps } from './chart.tsx'

const letterWidth = 7.8

/** A text that would run over its width ends in an ellipsis; the table below the picture has it whole. */
const shortened = (text: string, width: number): string => {
  const most = Math.max(8, Math.floor(width / letterWidth))
  return text.length <= most ? text : `${text.slice(0, most - 1)}…`
}

/** Lying bars from one zero line, each under its label and value; what is below zero goes left, hatched. */
export function Bars({ data: { points }, width, fills, show }: DrawingProps) {
  const low = Math.min(0, ...points.map(point => point.value))
  const high = Math.max(0, ...points.map(point => point.value))
  const at = (value: number) => ((value - low) / (high - low || 1)) * width
  // Where one label and its value do not fit beside each other, all labels stand above their values.
  const stacked = points.some(({ label, value }) => (label.length + show(value).length + 2) * letterWidth > width) && width < 480
  const row = stacked ? 64 : 46
  const drawing = points.map(({ label, value }, index) => (
    <g key={label} transform={`translate(0 ${index * row})`}>
      <text y="15">{shortened(label, stacked ? width : width - (show(value).length + 2) * letterWidth)}</text>
      <text x={stacked ? 0 : width} y={stacked ? 33 : 15} class={stacked ? 'own-line' : 'value'}>
        {show(value)}
      </text>
      <rect
        class="bar"
        x={Math.min(at(0), at(value))}
        y={row - 24}
        width={Math.max(1, Math.abs(at(value) - at(0)))}
        height="14"
        fill={`url(#${fills}-${value < 0 ? 1 : 0})`}
      />
    </g>
  ))
  const height = points.length * row
  return { height, drawing: [low < 0 && <line class="zero" x1={at(0)} x2={at(0)} y1="0" y2={height} />, ...drawing] }
}
