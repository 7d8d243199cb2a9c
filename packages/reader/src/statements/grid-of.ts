import { cellOf, type Grid, type GridReading } from '../reconcile/grid.ts'
import type { RawRow, RawTable } from '../tables/raw-table.ts'
import type { RowMeaning } from './row-roles.ts'

/** The numbers of a table as the reconciler sees them. */
export function gridOf(table: RawTable, meanings: readonly RowMeaning[]): Grid {
  return {
    columns: table.columns,
    rows: table.rows.flatMap((row, index) => {
      const meaning = meanings[index]
      if (!meaning) return []
      return [
        {
          label: row.label,
          sectionIndex: row.sectionIndex,
          role: meaning.role,
          readings: readingsOf(row, table.columns, meaning.role.total === 'strong'),
        },
      ]
    }),
  }
}

function readingsOf(row: RawRow, columns: number, total: boolean): readonly GridReading[] {
  const readings = row.readings.map(reading => ({
    cost: reading.cost,
    toLabel: reading.toLabel,
    cells: reading.cells.map(cell => cellOf(cell, row.dashed, total && reading.cells.every(other => !other))),
  }))
  if (readings.length > 0) return readings
  return [{ cost: 0, toLabel: 0, cells: Array.from({ length: columns }, () => cellOf(undefined, false, total)) }]
}
