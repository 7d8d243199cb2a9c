import { amountColumns, type Grid } from './grid.ts'
import type { Choice } from './structure.ts'

/** A column that the rows show to be the difference of two others (`netto`, `avvikelse`) or the sum of several. */
export interface ColumnRelation {
  readonly column: number
  readonly kind: 'difference' | 'sum'
  readonly of: readonly number[]
}

const valueAt = (grid: Grid, choice: Choice, row: number, column: number): number | null => {
  const reading = grid.rows[row]?.readings[choice[row] ?? 0]
  return reading?.cells[column]?.base ?? null
}

/** Finds difference and sum columns from the figures: at least four rows show it and four in five of those that could. */
export function findColumnRelations(grid: Grid, choice: Choice): readonly ColumnRelation[] {
  const amounts = amountColumns(grid)
  if (amounts.length < 3 || grid.columns > 14) return []
  const found: ColumnRelation[] = []
  for (const column of amounts.slice(1)) {
    const best = pairs(amounts, column)
      .map(of => ({ of, ...support(grid, choice, column, of) }))
      .filter(({ holds, could }) => holds >= 4 && holds >= could * 0.8)
      .sort((a, b) => b.holds - a.holds || nearness(column, a.of) - nearness(column, b.of))[0]
    if (best) found.push({ column, kind: 'difference', of: best.of })
  }
  return withoutCircles([...found, ...sumColumns(grid, choice)])
}

const nearness = (column: number, of: readonly number[]): number => of.reduce((sum, other) => sum + Math.abs(column - other), 0)

function pairs(columns: readonly number[], column: number): readonly (readonly number[])[] {
  const next = columns[columns.indexOf(column) + 1] ?? column
  return columns.flatMap((a, at) => columns.slice(at + 1).flatMap(b => (a !== column && b !== column && b <= next ? [[a, b]] : [])))
}

function support(grid: Grid, choice: Choice, column: number, of: readonly number[]): { readonly holds: number; readonly could: number } {
  let holds = 0
  let could = 0
  for (let row = 0; row < grid.rows.length; row += 1) {
    const total = valueAt(grid, choice, row, column)
    const [a, b] = of.map(other => valueAt(grid, choice, row, other))
    if (total === null || a === null || b === null || a === undefined || b === undefined || grid.rows[row]?.role.apart) continue
    if (total === 0 && a === 0 && b === 0) continue
    could += 1
    if (Math.abs(Math.abs(total) - Math.abs(a - b)) <= 1.5) holds += 1
  }
  return { holds, could }
}

/** The last column of amounts as the sum of all before it. */
function sumColumns(grid: Grid, choice: Choice): readonly ColumnRelation[] {
  const amounts = amountColumns(grid)
  const [column, of] = [amounts.at(-1) ?? 0, amounts.slice(0, -1)]
  let holds = 0
  let could = 0
  for (let row = 0; row < grid.rows.length; row += 1) {
    const total = valueAt(grid, choice, row, column)
    const parts = of.map(other => valueAt(grid, choice, row, other))
    if (total === null || parts.some(part => part === null) || parts.filter(part => part !== 0).length < 2) continue
    could += 1
    if (Math.abs(total - parts.reduce((sum: number, part) => sum + (part ?? 0), 0)) <= 1.5) holds += 1
  }
  return holds >= 3 && holds >= could * 0.8 ? [{ column, kind: 'sum', of }] : []
}

/** Of three columns each of which is the difference of the others, the last is the result. */
function withoutCircles(relations: readonly ColumnRelation[]): readonly ColumnRelation[] {
  const kept: ColumnRelation[] = []
  for (const relation of [...relations].sort((a, b) => b.column - a.column)) {
    const clash = kept.some(other => [...other.of, other.column].sort().join() === [...relation.of, relation.column].sort().join())
    if (!clash && !kept.some(other => other.column === relation.column)) kept.push(relation)
  }
  return kept.sort((a, b) => a.column - b.column)
}
