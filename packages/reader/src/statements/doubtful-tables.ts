import type { EquationKind } from '../reconcile/equation.ts'
import type { Solution, SolvedCell } from '../reconcile/problem.ts'
import type { DraftStatement } from './draft-statement.ts'
import type { WholeProblem } from './whole-problem.ts'

/** From so many totals on, a table tells by them whether it was read as it was meant. */
const fewest = 2
/** What sums rows. */
const ofRows: ReadonlySet<EquationKind> = new Set(['sum', 'result', 'balance'])

/**
 * Marks the cells of a table ambiguous of whose totals nearly none is met by its rows in any column: not its source erred so often,
 * but its reading. Cells that some equation or percent confirms stay, and so does a table whose source prints wrong here and there.
 */
export function doubtTables(drafts: readonly DraftStatement[], problem: WholeProblem, solution: Solution): Solution {
  const cells = [...solution.cells]
  drafts.forEach((draft, statement) => {
    const { rows, columns } = draft.sheet.grid
    const idsOf = (row: number): readonly number[] => Array.from({ length: columns }, (_, column) => problem.idOf(statement, row, column))
    const isMet = (row: number): boolean =>
      idsOf(row).some(
        id => cells[id]?.value && solution.cells[id]?.proof.some(({ kind, terms }) => ofRows.has(kind) && terms[0]?.cell === id),
      )
    const totals = totalsOverItems(draft)
    const met = totals.filter(isMet).length
    if (totals.length < fewest || met * 3 > totals.length) return
    rows.forEach((_, row) => {
      for (const id of idsOf(row)) cells[id] = doubted(cells[id]) ?? cells[id] ?? missing
    })
  })
  return { ...solution, cells }
}

/** The rows that call themselves totals and stand under items of their own: those of an overview, which prints totals alone, prove nothing. */
const totalsOverItems = ({ sheet }: DraftStatement): readonly number[] =>
  sheet.grid.rows.flatMap((row, at) => {
    const above = sheet.grid.rows[at - 1]?.role
    return row.role.total === 'strong' && !row.role.apart && above?.total === 'none' && !above.apart ? [at] : []
  })

const missing: SolvedCell = { value: null, status: 'missing', alternatives: [], proof: [], checked: false }

/** A cell as open; undefined where an equation or a percent confirms it, or it is open already. */
const doubted = (cell: SolvedCell | undefined): SolvedCell | undefined =>
  cell && cell.status === 'printed' && cell.value !== null && cell.proof.length === 0 && !cell.checked
    ? { ...cell, status: 'ambiguous', alternatives: [cell.value], checked: false }
    : undefined
