import { gridOf } from '../../packages/reader/src/statements/grid-of.ts'
import { meaningsOf } from '../../packages/reader/src/statements/row-roles.ts'
import { blockTables } from '../../packages/reader/src/tables/block-tables.ts'
import { findTables } from '../../packages/reader/src/tables/find-tables.ts'
import { kindLines } from '../../packages/reader/src/tables/kinded-text.ts'
import type { TextDocument } from '../../packages/reader/src/text/text-document.ts'
import type { Said } from './compare.ts'
import type { Laid } from './print.ts'

/** Reads tables without any arithmetic: each row by its cheapest reading, each cell as it stands. */
export function readPlainly(document: TextDocument, laid: Laid): (row: number, column: number) => Said | undefined {
  const rows = new Map<string, readonly (number | null)[]>()
  const counts = new Map<number, number>()
  for (const table of findTables(kindLines(document).lines).flatMap(blockTables)) {
    const grid = gridOf(table, meaningsOf(table))
    table.rows.forEach((row, index) => {
      const nth = counts.get(row.draft.line) ?? 0
      counts.set(row.draft.line, nth + 1)
      rows.set(
        `${row.draft.line}/${nth}`,
        (grid.rows[index]?.readings[0]?.cells ?? []).map(cell => (cell.printed === '' ? null : cell.base)),
      )
    })
  }
  return (row, column) => {
    const spot = laid.spots[row]
    const value = spot ? rows.get(`${spot.line}/${spot.nth}`)?.[column] : undefined
    return value === undefined ? undefined : { value, flagged: false }
  }
}
