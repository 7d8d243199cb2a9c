import { cellOf, type Grid, type GridCell, type GridReading } from '../reconcile/grid.ts'
import type { CellPrint } from '../tables/digit-groups.ts'
import type { RawRow, RawTable } from '../tables/raw-table.ts'
import type { RowMeaning } from './row-roles.ts'

/** The numbers of a table as the reconciler sees them. */
export function gridOf(table: RawTable, meanings: readonly RowMeaning[]): Grid {
  return {
    columns: table.columns,
    ...(table.shares ? { shares: table.shares } : {}),
    rows: table.rows.flatMap((row, index) => {
      const meaning = meanings[index]
      if (!meaning) return []
      return [
        {
          label: row.label,
          heading: row.section.split(' / ').at(-1) ?? '',
          sectionIndex: row.sectionIndex,
          depth: Math.min(40, row.draft.indent) + (/^[-–—•]\s/.test(row.label) ? 2 : 0),
          role: meaning.role,
          readings: readingsOf(row, table.columns, meaning.role.total === 'strong'),
        },
      ]
    }),
  }
}

function readingsOf(row: RawRow, columns: number, total: boolean): readonly GridReading[] {
  const known = new Map<CellPrint, GridCell>()
  const cellFor = (print: CellPrint | undefined, lost: boolean): GridCell => {
    if (!print) return cellOf(undefined, false, lost)
    const cell = known.get(print) ?? cellOf(print, row.dashed)
    known.set(print, cell)
    return cell
  }
  const printsNone = row.readings[0]?.cells.every(cell => !cell) === true
  const readings = row.readings.map(reading => {
    const lost = total && printsNone && reading.cells.every(other => !other)
    const note = reading.note ? Number(reading.note.text) : undefined
    return {
      cost: reading.cost,
      toLabel: reading.toLabel,
      ...(note ? { note } : {}),
      ...(reading.lacksPercents ? { lacksPercents: true as const } : {}),
      cells: reading.cells.map(cell => cellFor(cell, lost)),
    }
  })
  if (readings.length > 0) return readings
  return [{ cost: 0, toLabel: 0, cells: Array.from({ length: columns }, () => cellOf(undefined, false, total)) }]
}
