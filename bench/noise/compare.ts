import type { Cell, Finding, Statement } from '@finsam/domain'
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

export type Reader = (row: number, column: number) => Said | undefined

/**
 * Compares what was read with what was meant, over the cells that stand in some sum. `right`: the same, as far as the rounding
 * of its sums can tell; `flagged`: another value, but marked as open or in a sum that a finding says does not hold or proves nothing; `missing`:
 * no value given; zero where nothing is said counts as right.
 */
export function compare(lawful: Lawful, said: Reader, tally: Tally): void {
  const tolerance = tolerances(lawful)
  lawful.rows.forEach((row, index) => {
    const allowed = tolerance.get(index)
    if (allowed === undefined) return
    row.values.forEach((value, column) => {
      const cell = said(index, column)
      tally.cells += 1
      if (!cell || cell.value === null) tally[value === 0 ? 'right' : 'missing'] += 1
      else if (Math.abs(cell.value - value) <= allowed) tally.right += 1
      else if (cell.flagged) tally.flagged += 1
      else tally.wrong += 1
    })
  })
}

/** For each row that stands in a sum, how far its sums let a printed amount be off: three standard deviations of their rounding. */
function tolerances(lawful: Lawful): ReadonlyMap<number, number> {
  const found = new Map<number, number>()
  lawful.rows.forEach((row, index) => {
    if (row.parts.length === 0) return
    const count = row.parts.length + 1
    const allowed = Math.min(count / 2, 3 * Math.sqrt(count / 12))
    for (const member of [index, ...row.parts.map(part => part.row)]) found.set(member, Math.max(found.get(member) ?? 0, allowed))
  })
  return found
}

/** The cells of statements by the place where their row stands. */
export function cellsBySpot(statements: readonly Statement[], findings: readonly Finding[], laid: Laid): Reader {
  const rows = new Map<string, readonly { readonly cell: Cell | undefined; readonly doubted: boolean }[]>()
  const counts = new Map<number, number>()
  const doubts = doubted(findings)
  for (const statement of statements) {
    for (const line of statement.lines) {
      const nth = counts.get(line.sourceLine) ?? 0
      counts.set(line.sourceLine, nth + 1)
      const cells = statement.columns.map(column => ({
        cell: line.values[column.id],
        doubted: doubts.has(`${statement.id}/${column.id}/${line.sourceLine}`) || doubts.has(`${statement.id}//${line.sourceLine}`),
      }))
      rows.set(`${line.sourceLine}/${nth}`, cells)
    }
  }
  return (row, column) => {
    const spot = laid.spots[row]
    const found = spot ? rows.get(`${spot.line}/${spot.nth}`)?.[column] : undefined
    return found?.cell
      ? { value: found.cell.amount, flagged: found.cell.status === 'ambiguous' || (found.doubted && found.cell.status === 'printed') }
      : undefined
  }
}

/** Percents that do not fit, and cells that stand in a sum of which a finding says that it does not hold or proves nothing; without a column where it says so of a whole row. */
function doubted(findings: readonly Finding[]): ReadonlySet<string> {
  const found = new Set<string>()
  for (const finding of findings) {
    if (!/-differs$|^sum-unproved$|^percent-differs-from-amounts$/.test(finding.code)) continue
    const amounts = finding.code === 'percent-differs-from-amounts' ? [] : (finding.others ?? [])
    for (const place of [finding.at, ...amounts]) found.add(`${finding.parameters.statement}/${finding.parameters.column}/${place.line}`)
  }
  return found
}
