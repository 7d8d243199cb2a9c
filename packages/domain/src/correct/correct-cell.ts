import type { Library, Printing, Quantity } from '../library/library.ts'
import { scaleOf, signOf, unitOf } from '../library/printing.ts'
import type { Cell, Column, DocumentReading, Line, Statement } from '../model/reading.ts'
import { type Result, refusal, success } from '../model/result.ts'
import { baseUnit, type Unit } from '../model/unit.ts'
import type { CellPlace, Correction } from './correction.ts'

/** A cell with the table, row and column that say what it means. */
export interface PlacedCell {
  readonly statement: Statement
  readonly line: Line
  readonly column: Column
  readonly cell: Cell
  /** The unit that the cell's amount is in. */
  readonly unit: Unit
  /** −1 where the table prints with a minus what the library holds as positive. */
  readonly sign: 1 | -1
}

/** The cell at a place of a reading; undefined where there is none. */
export function placedCell(reading: DocumentReading | undefined, place: CellPlace): PlacedCell | undefined {
  const statement = reading?.statements.find(({ id }) => id === place.statement)
  const line = statement?.lines.find(({ id }) => id === place.line)
  const column = statement?.columns.find(({ id }) => id === place.column)
  const cell = line?.values[place.column]
  return statement && line && column && cell
    ? { statement, line, column, cell, unit: unitOf(statement, line, column), sign: signOf(statement, line, column) }
    : undefined
}

const isAt = (place: CellPlace, { document, statement, line, column }: Printing): boolean =>
  document === place.document && statement === place.statement && line === place.line && column === place.column

/**
 * The amount that a cell of a document prints; undefined where the document has no such cell.
 * @example quantityAt(library, { document: 'plan', statement: 'budget', line: 'l2', column: 'b2024' })?.id // 'alfa/kansli|budget 2024-01-01..2024-12-31 kr'
 */
export function quantityAt(library: Library, place: CellPlace): Quantity | undefined {
  const association = library.document(place.document)?.association
  if (association === undefined) return undefined
  for (const { quantities } of library.linesOf(association))
    for (const quantity of quantities) if (quantity.printings.some(printing => isAt(place, printing))) return quantity
  return undefined
}

/** A person's word on a cell, as it was given beside the table: the amount in the table's own unit and sign. */
export interface CellWord {
  readonly place: CellPlace
  /** The characters that the person saw in the cell. */
  readonly printed: string
  readonly amount: number
  readonly why: string
  readonly who: string
  /** When, as ISO 8601; the clock is the caller's. */
  readonly at: string
}

/**
 * Makes a correction of what a person says about a cell.
 *
 * @returns the correction, keyed by the cell's quantity; `unknown-cell` where the document has no such cell or prints other characters in it
 *   by now; `not-an-amount` where the number does not fit in exact öre
 * @example correctionOfCell(library, { place, printed: 'Y', amount: 717, why: 'Enligt originalet', who: 'Eva', at: now })
 */
export function correctionOfCell(
  library: Library,
  { place, printed, amount, why, who, at }: CellWord,
): Result<Correction, 'unknown-cell' | 'not-an-amount'> {
  const found = placedCell(library.reading(place.document), place)
  const quantity = found && quantityAt(library, place)
  if (!found || !quantity || found.cell.printed !== printed)
    return refusal('unknown-cell', {
      sv: 'Dokumentet har ingen sådan cell, eller så har det lästs in på nytt. Ladda dokumentet igen.',
      en: 'The document has no such cell, or it has been read anew since. Load the document again.',
    })
  if (!isExact(amount, found.unit))
    return refusal('not-an-amount', {
      sv: `${amount} är inget belopp i ${found.unit}; ange ett tal med högst 13 siffror.`,
      en: `${amount} is no amount in ${found.unit}; give a number of at most 13 digits.`,
    })
  const { unit, sign, cell } = found
  const before = cell.amount === null ? null : sign * cell.amount + 0
  return success({ quantity: quantity.id, unit, before, after: sign * amount + 0, printed, place, why, who, at })
}

/** Whether an amount can be held: finite, and as money within exact öre. */
export const isExact = (amount: number, unit: Unit): boolean => Number.isSafeInteger(Math.round(amount * scaleOf(unit)))

/** Whether two units are of one kind: money and money, persons and persons. */
export const sameKind = (one: Unit, other: Unit): boolean => baseUnit(one) === baseUnit(other)
