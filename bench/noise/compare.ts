import type { Cell, Statement } from '@finsam/domain'
import type { Lawful } from './lawful.ts'
import type { Laid } from './print.ts'

export interface Tally {
  cells: number
  right: number
  flagged: number
  missing: number
  wrong: number
}

export const emptyTally = (): Tally => ({ cells: 0, right: 0, flagged: 0, missing: 0, wrong: 0 })

/** What a reader says of a cell: its value (null: it does not know) and whether it marks the value as open. */
export interface Said {
  readonly value: number | null
  readonly flagged: boolean
}

/** Compares what was read with what was meant, over the cells that stand in some sum. Zero where nothing is said counts as right. */
export function compare(lawful: Lawful, said: (row: number, column: number) => Said | undefined, tally: Tally): void {
  const summed = new Set(lawful.rows.flatMap((row, index) => (row.parts.length > 0 ? [index, ...row.parts.map(part => part.row)] : [])))
  lawful.rows.forEach((row, index) => {
    if (!summed.has(index)) return
    row.values.forEach((value, column) => {
      const cell = said(index, column)
      tally.cells += 1
      if (cell && cell.value === value) tally.right += 1
      else if (!cell || cell.value === null) tally[value === 0 ? 'right' : 'missing'] += 1
      else if (cell.flagged) tally.flagged += 1
      else tally.wrong += 1
    })
  })
}

/** The cells of statements by the place where their row stands. */
export function cellsBySpot(statements: readonly Statement[], laid: Laid): (row: number, column: number) => Said | undefined {
  const rows = new Map<string, readonly (Cell | undefined)[]>()
  const counts = new Map<number, number>()
  for (const statement of statements) {
    for (const line of statement.lines) {
      const nth = counts.get(line.sourceLine) ?? 0
      counts.set(line.sourceLine, nth + 1)
      rows.set(
        `${line.sourceLine}/${nth}`,
        statement.columns.map(column => line.values[column.id]),
      )
    }
  }
  return (row, column) => {
    const spot = laid.spots[row]
    const cell = spot ? rows.get(`${spot.line}/${spot.nth}`)?.[column] : undefined
    return cell ? { value: cell.amount, flagged: cell.status === 'ambiguous' } : undefined
  }
}
