import type { Citation, Figure } from '@finsam/assistant'
import { useState } from 'preact/hooks'
import { formatValue } from '../format.ts'
import { fill } from '../words/swedish.ts'
import { useWords } from '../words/words.ts'
import { useSourceHref } from './editions.ts'
import { KindMark } from './kind-mark.tsx'
import { scrollRegion } from './scroll-region.ts'
import { usePlace } from './source-list.tsx'

interface FigureTableProps {
  readonly figures: readonly Figure[]
  readonly opened: string | undefined
  readonly panel: string
  readonly open: (figure: string) => void
}

/** Every figure of the answer in one row: what it is, its value, how it was read, where it stands. */
export function FigureTable({ figures, opened, panel, open }: FigureTableProps) {
  const { language, w } = useWords()
  const [by, setBy] = useState<'label' | 'value'>()
  if (figures.length === 0) return null
  const sorted = by
    ? figures.toSorted(by === 'value' ? (a, b) => b.value - a.value : (a, b) => a.label.localeCompare(b.label, 'sv'))
    : figures
  const head = (column: 'label' | 'value', name: string) => (
    <th
      scope="col"
      class={column === 'value' ? 'number' : ''}
      aria-sort={by !== column ? 'none' : column === 'value' ? 'descending' : 'ascending'}
    >
      <button type="button" title={fill(w.sortBy, { column: name })} onClick={() => setBy(by === column ? undefined : column)}>
        {name}
      </button>
    </th>
  )
  const cited = figures.flatMap(figure => figure.sources)
  return (
    <details class="figures" open={figures.length <= 12}>
      <summary>
        {w.figures} ({figures.length})
      </summary>
      <div {...scrollRegion(w.figures)}>
        <table>
          <thead>
            <tr>
              {head('label', w.figure)}
              {head('value', w.value)}
              <th scope="col">{w.kind}</th>
              <th scope="col">{w.source}</th>
            </tr>
          </thead>
          <tbody>
            {sorted.map(figure => (
              <tr key={figure.id} class={`role-${figure.role}`}>
                <th scope="row">{figure.label}</th>
                <td class="number">
                  <button
                    type="button"
                    class="figure"
                    title={w.openFigure}
                    aria-expanded={opened === figure.id}
                    aria-controls={panel}
                    onClick={() => open(figure.id)}
                  >
                    {formatValue(figure.value, figure.unit, language)}
                  </button>
                </td>
                <td>
                  <KindMark kind={figure.kind} />
                </td>
                <td>
                  <Places figure={figure} cited={cited} />
                </td>
              </tr>
            ))}
          </tbody>
        </table>
      </div>
    </details>
  )
}

const placesShown = 3

/** The first places that a figure rests on; the others stand in its trace. */
function Places({ figure: { sources }, cited }: { readonly figure: Figure; readonly cited: readonly Citation[] }) {
  const place = usePlace()
  const hrefTo = useSourceHref()
  const linesOf = (document: string) => cited.filter(other => other.document === document).map(other => other.line)
  return (
    <>
      {sources.slice(0, placesShown).map(source => (
        <a key={`${source.document} ${source.line}`} class="place" href={hrefTo(source.document, source.line, linesOf(source.document))}>
          {source.document}, {place(source)}
        </a>
      ))}
      {sources.length > placesShown && '…'}
    </>
  )
}
