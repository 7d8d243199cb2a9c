import { MARGIN } from '../number/costs.ts'
import type { CellId, Equation, EquationKind } from '../reconcile/equation.ts'
import { type GridReading, showsValue } from '../reconcile/grid.ts'
import type { Solution, SolvedCell } from '../reconcile/problem.ts'
import type { DraftStatement } from './draft-statement.ts'
import type { WholeProblem } from './whole-problem.ts'

/** How near a rival must be where every column has its number, or lacks only its percents. */
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
  const takers = takersOf(problem, solution)
  drafts.forEach((draft, statement) => {
    draft.sheet.grid.rows.forEach((row, index) => {
      const chosen = row.readings[draft.sheet.choice[index] ?? 0]
      if (!chosen) return
      const reach = !chosen.lacksPercents && chosen.cells.some(cell => cell.printed === '') ? MARGIN : complete
      const rivals = row.readings.filter(reading => reading !== chosen && reading.cost <= chosen.cost + reach)
      const ids = chosen.cells.map((_, column) => problem.idOf(statement, index, column))
      const free = rivals.filter(reading => suits(reading, ids, solution, takers))
      const joint = [...free, ...[...(draft.sheet.rivals.get(index) ?? [])].flatMap(reading => row.readings[reading] ?? [])]
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
          (proved
            ? undefined
            : openAnyway(
                cells[id],
                elsewhere.map(reading => valueUnder(reading, column, cells[id])),
                printed,
              ))
        if (opened) cells[id] = opened
      }
    })
  })
  return { ...solution, cells }
}

/** The lost cells that take up whatever their one equation that holds leaves over, by that equation: it proves no other cell. */
function takersOf(problem: WholeProblem, solution: Solution): ReadonlyMap<Equation, readonly CellId[]> {
  const takers = new Map<Equation, CellId[]>()
  solution.cells.forEach((solved, id) => {
    const [only, ...others] = solved.proof
    const cell = problem.cells[id]?.cell
    const lost = solved.status === 'derived' || (solved.status === 'ambiguous' && cell?.printed === '')
    if (!lost || solved.value === cell?.base || !only || others.length > 0) return
    takers.set(only, [...(takers.get(only) ?? []), id])
  })
  return takers
}

/** A row's value under another reading: a cell that shows none keeps what was derived for it. */
const valueUnder = (reading: GridReading, column: number, solved: SolvedCell | undefined): number => {
  const cell = reading.cells[column]
  return cell && showsValue(cell) ? (cell.base ?? 0) : solved?.status === 'derived' ? (solved.value ?? 0) : 0
}

/** Whether the equations of a row that hold and prove anything would hold as well with another reading of it: one that a lost cell of the row takes up does, as long as the reading loses a cell of it, too. */
function suits(reading: GridReading, ids: readonly CellId[], solution: Solution, takers: ReturnType<typeof takersOf>): boolean {
  const values = new Map(ids.map((id, column) => [id, valueUnder(reading, column, solution.cells[id])]))
  const own = new Set(ids.flatMap(id => solution.cells[id]?.proof ?? []))
  const unprinted = new Set(ids.filter((_, column) => !reading.cells[column] || reading.cells[column].printed === ''))
  return [...own].every(
    equation =>
      takers.get(equation)?.some(id => !values.has(id) || equation.terms.some(term => unprinted.has(term.cell))) ||
      Math.abs(
        equation.terms.reduce((sum, { cell, weight }) => sum + weight * (values.get(cell) ?? solution.cells[cell]?.value ?? 0), 0),
      ) <= equation.slack,
  )
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
