import type { Cell, Line, Statement } from '@finsam/domain'
import { amountOf, isLegible, takeApart } from '../../number/printed-number.ts'
import { cellKey, provedCells } from './proved-cells.ts'

/** What a cell's print shows by itself; none where it is blank or illegible. */
function shownBy({ printed }: Cell): number[] {
  if (!/\d/.test(printed)) return []
  const number = takeApart(printed)
  return isLegible(number) ? [amountOf(number.negative, number.digits, number.decimals)] : []
}

/** A cell that nothing proves: what was read, or read from a sum, and what its print shows. */
const unproved = (cell: Cell, amount: number): Cell => ({
  ...cell,
  status: 'ambiguous',
  alternatives: [...new Set([amount, ...(cell.status === 'printed' ? [] : shownBy(cell))])].sort((a, b) => a - b),
})

/**
 * Figures that text recognition read, and figures that sums of such ones gave, are `ambiguous` until another sum of the statement proves them:
 * a misread digit looks like any other.
 */
export function flagUnproved(statement: Statement, recognisedLines: ReadonlySet<number>): Statement {
  if (recognisedLines.size === 0) return statement
  const proved = provedCells(statement)
  const flagged = (line: Line, column: string, cell: Cell): Cell =>
    cell.status === 'ambiguous' || cell.status === 'confirmed' || cell.amount === null || proved.has(cellKey(line.id, column))
      ? cell
      : unproved(cell, cell.amount)
  return {
    ...statement,
    lines: statement.lines.map(line =>
      recognisedLines.has(line.sourceLine)
        ? {
            ...line,
            values: Object.fromEntries(Object.entries(line.values).map(([column, cell]) => [column, flagged(line, column, cell)])),
          }
        : line,
    ),
  }
}
