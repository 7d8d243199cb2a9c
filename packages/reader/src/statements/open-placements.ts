import { MARGIN } from '../number/costs.ts'
import type { EquationKind } from '../reconcile/equation.ts'
import type { GridReading } from '../reconcile/grid.ts'
import type { Solution, SolvedCell } from '../reconcile/problem.ts'
import type { DraftStatement } from './draft-statement.ts'
import type { WholeProblem } from './whole-problem.ts'

/** How near a rival must be where every column has its number. */
const complete = 1.5

/** Equations that reach beyond a table prove a cell whatever its neighbours are. */
const beyond: ReadonlySet<EquationKind> = new Set(['chain', 'same-quantity'])

/**
 * Marks cells ambiguous where another reading of their row, about as likely, puts another value there and no equation that
 * holds proves the one chosen: rows with fewer numbers than columns, digits that group in several ways. A sum that holds as
 * well with two of its rows read anew proves neither of them.
 */
export function openPlacements(drafts: readonly DraftStatement[], problem: WholeProblem, solution: Solution): Solution {
  const cells = [...solution.cells]
  drafts.forEach((draft, statement) => {
    draft.sheet.grid.rows.forEach((row, index) => {
      const chosen = row.readings[draft.sheet.choice[index] ?? 0]
      if (!chosen) return
      const reach = chosen.cells.some(cell => cell.printed === '') ? MARGIN : complete
      const rivals = row.readings.filter(reading => reading !== chosen && reading.cost <= chosen.cost + reach)
      const joint = [...(draft.sheet.rivals.get(index) ?? [])].flatMap(reading => row.readings[reading] ?? [])
      if (rivals.length === 0 && joint.length === 0) return
      for (let column = 0; column < draft.sheet.grid.columns; column += 1) {
        const id = problem.idOf(statement, index, column)
        const own = chosen.cells[column]
        const printed = own?.printed ?? ''
        const elsewhere = joint.filter(reading => reading.cells[column] !== own)
        const valuesOf = (readings: readonly GridReading[]): readonly number[] => readings.map(reading => reading.cells[column]?.base ?? 0)
        const proved = cells[id]?.proof.some(equation => beyond.has(equation.kind)) === true
        const opened =
          openCell(cells[id], valuesOf([chosen, ...rivals]), printed) ??
          (proved ? undefined : openAnyway(cells[id], valuesOf(elsewhere), printed))
        if (opened) cells[id] = opened
      }
    })
  })
  return { ...solution, cells }
}

function openCell(solved: SolvedCell | undefined, values: readonly number[], printed: string): SolvedCell | undefined {
  return solved?.checked ? undefined : openAnyway(solved, values, printed)
}

function openAnyway(solved: SolvedCell | undefined, values: readonly number[], printed: string): SolvedCell | undefined {
  if (/^[*†¹²³]+$/.test(printed)) return undefined
  if (!solved || solved.status === 'ambiguous') return undefined
  const others = [...new Set([...values, ...(solved.value === null ? [] : [solved.value])])]
  if (others.length < 2) return undefined
  const value = printed === '' ? null : solved.value
  return { value, status: 'ambiguous', alternatives: others.sort((a, b) => a - b).slice(0, 12), proof: [], checked: false }
}
