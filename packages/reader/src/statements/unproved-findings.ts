import type { Finding, SourceRef, Statement } from '@finsam/domain'
import type { Equation } from '../reconcile/equation.ts'
import { digitsOf, unseenDamage } from '../reconcile/noise-level.ts'
import { mostDoubt } from '../reconcile/spent.ts'
import type { Settled } from './assemble.ts'
import type { DraftStatement } from './draft-statement.ts'
import type { Spot } from './finding-places.ts'

export interface UnprovedTask {
  readonly settled: Settled
  readonly statements: readonly Statement[]
  readonly spots: readonly Spot[]
  readonly at: (spot: Spot) => SourceRef
  readonly columnOf: (spot: Spot) => string
}

const mostOthers = 60
/** From this share of digits damaged unseen on, a result without costs above it is told as well. */
const noisy = 0.002

/**
 * What proves nothing: sums that hold only because a cell was read from them, totals whose rows could not be made out, and in a damaged
 * text rows that no sum has.
 */
export function unprovedFindings(task: UnprovedTask): readonly Finding[] {
  const { drafts, problem, solution } = task.settled
  const unseen = unseenDamage(problem.cells.map(({ cell }) => cell))
  const checked = new Set(problem.equations.flatMap(({ terms }) => terms.map(({ cell }) => cell)))
  return [
    ...solution.unproved.flatMap(equation => spentFinding(task, equation)),
    ...drafts.flatMap((draft, statement) => {
      const totals = loneTotals(draft)
      const told = new Set(totals.flatMap(({ row, others }) => [row, ...others]))
      const doubtful = (row: number): boolean =>
        !told.has(row) && unseen * uncheckedDigits(task.settled, statement, row, checked) > mostDoubt
      return [...totals, ...(unseen > noisy ? uncheckedRows(draft, doubtful) : [])].map(({ row, others }) =>
        loneFinding(task, statement, row, others),
      )
    }),
  ]
}

/** The digits of a row of which no cell stands in an equation; 0 where one does. */
function uncheckedDigits({ drafts, problem }: Settled, statement: number, row: number, checked: ReadonlySet<number>): number {
  const ids = Array.from({ length: drafts[statement]?.sheet.grid.columns ?? 0 }, (_, column) => problem.idOf(statement, row, column))
  if (ids.some(id => checked.has(id))) return 0
  return ids.flatMap(id => problem.cells[id]?.cell ?? []).reduce((sum, cell) => sum + digitsOf(cell), 0)
}

function spentFinding(task: UnprovedTask, equation: Equation): readonly Finding[] {
  const [total] = equation.terms
  const spot = total ? task.spots[total.cell] : undefined
  if (!spot) return []
  const others = equation.terms.slice(1).flatMap(term => task.spots[term.cell] ?? [])
  return [finding(task, spot, task.columnOf(spot), others)]
}

const loneFinding = (task: UnprovedTask, statement: number, row: number, others: readonly number[]): Finding =>
  finding(
    task,
    { statement, row, column: 0 },
    '',
    others.map(other => ({ statement, row: other, column: 0 })),
  )

const finding = (task: UnprovedTask, spot: Spot, column: string, others: readonly Spot[]): Finding => ({
  code: 'sum-unproved',
  severity: 'info',
  parameters: {
    statement: task.statements[spot.statement]?.id ?? '',
    label: task.statements[spot.statement]?.lines[spot.row]?.label ?? '',
    column,
  },
  at: task.at(spot),
  ...(others.length > 0 ? { others: others.slice(0, mostOthers).map(task.at) } : {}),
})

interface LoneRow {
  readonly row: number
  readonly others: readonly number[]
}

/** The doubtful rows of a table that has sums, told together. */
function uncheckedRows({ sheet }: DraftStatement, doubtful: (row: number) => boolean): readonly LoneRow[] {
  if (sheet.sums.length === 0) return []
  const [row, ...others] = sheet.grid.rows.flatMap(({ role }, index) => (!role.apart && doubtful(index) ? [index] : []))
  return row === undefined ? [] : [{ row, others }]
}

/** Totals that no sum was found for, with the rows above them that no other sum has. */
function loneTotals(draft: DraftStatement): readonly LoneRow[] {
  const { grid, sums, choice } = draft.sheet
  const damaged = unseenDamage(grid.rows.flatMap((row, index) => row.readings[choice[index] ?? 0]?.cells ?? [])) > noisy
  const summed = new Set(sums.map(sum => sum.total))
  const taken = new Set(sums.flatMap(sum => sum.parts.map(part => part.row)))
  return grid.rows.flatMap((row, index): readonly LoneRow[] => {
    const result = row.role.total === 'result' && (damaged || grid.rows.slice(0, index).some(other => other.role.cost))
    const named = row.role.total === 'strong' || result
    if (!named || row.role.apart || summed.has(index)) return []
    const others: number[] = []
    for (let above = index - 1; above >= 0 && others.length < mostOthers; above -= 1) {
      if (summed.has(above) && !taken.has(above)) others.push(above)
      else if (grid.rows[above]?.role.total === 'strong') break
      else if (!taken.has(above)) others.push(above)
    }
    return others.length === 0 && row.role.total === 'strong' ? [] : [{ row: index, others }]
  })
}
