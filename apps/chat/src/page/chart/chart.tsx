import type { Answer } from '@finsam/assistant'
import { useId } from 'preact/hooks'
import { SortableTable } from '../answer/sortable-table.tsx'
import { formatValue } from '../format.ts'
import { useWords } from '../words/words.ts'
import { Bars } from './bars.tsx'
import { Curve } from './curve.tsx'
import { Patterns } from './patterns.tsx'
import { Shares } from './shares.tsx'
import { useWidth } from './use-width.ts'

export type ChartData = NonNullable<Answer['chart']>
export interface DrawingProps {
  readonly data: ChartData
  readonly width: number
  readonly fills: string
  readonly show: (value: number) => string
}

const drawings = { bar: Bars, line: Curve, share: Shares }

/** A picture of the answer's points (its title is seen where it says more than the question above), and the same figures as a table: the picture alone never carries anything. */
export function Chart({ data, titled }: { readonly data: ChartData; readonly titled: boolean }) {
  const { language, w } = useWords()
  const [box, width] = useWidth()
  const fills = useId()
  const show = (value: number) => formatValue(value, data.unit, language)
  const Drawing = drawings[data.kind]
  const { height, drawing } = Drawing({ data, width, fills, show })
  return (
    <figure class="chart">
      <figcaption class={titled ? '' : 'hidden'}>{data.title}</figcaption>
      <div ref={box}>
        <svg role="img" aria-label={`${w.chart}: ${data.title}`} width={width} height={height} viewBox={`0 0 ${width} ${height}`}>
          <Patterns id={fills} />
          {drawing}
        </svg>
      </div>
      <details>
        <summary>{w.chartTable}</summary>
        <SortableTable
          caption={data.title}
          columns={[w.figure, w.value]}
          rows={data.points.map(point => [point.label, show(point.value)])}
        />
      </details>
    </figure>
  )
}
