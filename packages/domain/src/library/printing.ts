import type { ConceptId } from '../concepts/concept.ts'
import type { Period } from '../model/period.ts'
import { dayBefore, isInstant } from '../model/period.ts'
import type { Cell, Column, Line, Statement } from '../model/reading.ts'
import type { SourceRef } from '../model/source.ts'
import { isMoney, kronorPer, type Unit } from '../model/unit.ts'
import type { Printing } from './library.ts'

const öre = 100
const exactUnits: ReadonlySet<Unit> = new Set<Unit>([
  'persons',
  'participants',
  'meetings',
  'contacts',
  'count',
  'year',
  'years',
  'months',
  'text',
])

/** Öre (or base units) per printed unit: 100 000 for `tkr`, 1 for `percent`. */
export const scaleOf = (unit: Unit): number => (isMoney(unit) ? (kronorPer(unit) ?? 1) * öre : 1)

/** An amount in a printed unit as base units; money as whole öre. */
export function toBase(amount: number, unit: Unit): number {
  const scaled = amount * scaleOf(unit)
  const value = isMoney(unit) ? Math.round(scaled) : scaled
  if (isMoney(unit) && !Number.isSafeInteger(value)) throw new RangeError(`an amount of ${amount} ${unit} does not fit in exact öre`)
  return value === 0 ? 0 : value
}

/** Half the step of the printed precision, in base units: what rounding may have taken away. Counts are exact. */
function slackOf(cell: Cell, unit: Unit): number {
  if (exactUnits.has(unit)) return 0
  const decimals = /[.,](\d{1,6})\D*$/.exec(cell.printed)?.[1]
  const step = cell.step ?? (decimals && decimals.length !== 3 ? 10 ** -decimals.length : 1)
  const half = (step * scaleOf(unit)) / 2
  return isMoney(unit) ? Math.round(half) : half
}

const openings: ReadonlySet<ConceptId | undefined> = new Set<ConceptId | undefined>(['opening-equity', 'opening-cash'])

/**
 * When an amount of a column applies to this line: in a balance column, a result is of the year so far,
 * and an opening balance stands at the end of the year before.
 */
export function periodOf(statement: Statement, line: Line, column: Column, concept: ConceptId | undefined): Period | null {
  const { period } = column
  if (period === null || statement.kind !== 'balance' || !isInstant(period)) return period
  const yearStart = `${period.at.slice(0, 4)}-01-01`
  if (openings.has(concept)) return { at: dayBefore(yearStart) }
  return line.nature === 'result' ? { from: yearStart, to: period.at } : period
}

/** −1 where the statement prints costs with a minus: in the library a cost is positive. A printed variance keeps its sign. */
export const signOf = (statement: Statement, line: Line, column: Column): 1 | -1 =>
  statement.costSign === 'negative' && line.nature === 'cost' && column.scenario !== 'variance' ? -1 : 1

/** The unit that a cell's amount is printed in: the line's, else the column's, else the statement's; a population counts persons. */
export const unitOf = (statement: Statement, line: Line, column: Column): Unit => {
  const unit = line.unit ?? column.unit ?? statement.unit
  return column.measure === 'population' && unit === 'count' ? 'persons' : unit
}

type Writable<Shape> = { -readonly [Key in keyof Shape]: Shape[Key] }

/** One cell as a printing: base units, the sign of the library, and the interval that its printed precision leaves open. */
export function printingOf(document: string, statement: Statement, line: Line, column: Column, cell: Cell, source: SourceRef): Printing {
  const unit = unitOf(statement, line, column)
  const sign = signOf(statement, line, column)
  const value = cell.amount === null ? null : toBase(sign * cell.amount, unit)
  const slack = slackOf(cell, unit)
  const printing: Writable<Printing> = {
    document,
    statement: statement.id,
    line: line.id,
    column: column.id,
    source,
    printed: cell.printed,
    status: cell.status,
    value,
    low: value === null ? Number.NEGATIVE_INFINITY : value - slack,
    high: value === null ? Number.POSITIVE_INFINITY : value + slack,
  }
  if (cell.proof !== undefined) printing.proof = cell.proof
  if (cell.alternatives) {
    printing.alternatives = cell.alternatives.map(amount => toBase(sign * amount, unit))
    const known = value === null ? printing.alternatives : [value, ...printing.alternatives]
    printing.low = Math.min(...known) - slack
    printing.high = Math.max(...known) + slack
  }
  return printing
}
