import { useState } from 'preact/hooks'
import { parseShown } from '../format.ts'
import { fill } from '../words/swedish.ts'
import { type Language, useWords } from '../words/words.ts'
import { scrollRegion } from './scroll-region.ts'

interface TableProps {
  readonly caption: string
  readonly columns: readonly string[]
  readonly rows: readonly (readonly string[])[]
  /** In which the cells are written; left out, that of the page. */
  readonly written?: Language
}

const isNumeric = (rows: TableProps['rows'], column: number, language: Language): boolean =>
  rows.length > 0 &&
  rows.every(row => /^$|^[−–-]?\s?[\d−–-]/.test(row[column]?.trim() ?? '')) &&
  rows.some(row => parseShown(row[column] ?? '', language) !== undefined)

function compare(a: string, b: string, numeric: boolean, language: Language): number {
  if (!numeric) return a.localeCompare(b, 'sv')
  return (parseShown(a, language) ?? Number.NEGATIVE_INFINITY) - (parseShown(b, language) ?? Number.NEGATIVE_INFINITY)
}

/** A table that sorts by any column: numbers by value, words by the Swedish alphabet. */
export function SortableTable({ caption, columns, rows, written }: TableProps) {
  const { language, w } = useWords()
  const spoken = written ?? language
  const [order, setOrder] = useState<{ readonly column: number; readonly down: boolean }>()
  const numeric = columns.map((_, column) => column > 0 && isNumeric(rows, column, spoken))
  const sorted = order
    ? [...rows].sort(
        (a, b) => compare(a[order.column] ?? '', b[order.column] ?? '', numeric[order.column] ?? false, spoken) * (order.down ? -1 : 1),
      )
    : rows
  const press = (column: number) =>
    setOrder(order?.column === column ? { column, down: !order.down } : { column, down: numeric[column] ?? false })
  return (
    <div {...scrollRegion(caption)}>
      <table>
        <caption>{caption}</caption>
        <thead>
          <tr>
            {columns.map((name, column) => (
              <th
                key={name}
                scope="col"
                class={numeric[column] ? 'number' : ''}
                aria-sort={order?.column !== column ? 'none' : order.down ? 'descending' : 'ascending'}
              >
                <button type="button" title={fill(w.sortBy, { column: name })} onClick={() => press(column)}>
                  {name}
                </button>
              </th>
            ))}
          </tr>
        </thead>
        <tbody>
          {sorted.map((row, at) => (
            <tr key={at}>
              {row.map((cell, column) =>
                column === 0 ? (
                  <th key={column} scope="row">
                    {cell}
                  </th>
                ) : (
                  <td key={column} class={numeric[column] ? 'number' : ''}>
                    {cell}
                  </td>
                ),
              )}
            </tr>
          ))}
        </tbody>
      </table>
    </div>
  )
}
