import { createLibrary } from '../library/create-library.ts'
import type { Library, Printing, Quantity } from '../library/library.ts'
import { scaleOf, toBase } from '../library/printing.ts'
import type { Finding } from '../model/finding.ts'
import type { Cell, DocumentReading } from '../model/reading.ts'
import { isExact, type PlacedCell, placedCell, quantityAt, sameKind } from './correct-cell.ts'
import type { CellPlace, Correction } from './correction.ts'

/** Why a correction changes nothing. */
export type UnusedReason =
  /** No document prints the amount: it was withdrawn, or its line or period is another now. */
  | 'unknown-quantity'
  /** All print of the amount is legible and reads otherwise than what the person saw. */
  | 'printed-otherwise'
  /** The number is of another unit than the amount, or too large to be exact. */
  | 'not-an-amount'

/** A library in which people's corrections hold, and which of them do. */
export interface Corrected {
  readonly library: Library
  /** The corrections that hold, the last word on each quantity. */
  readonly applied: readonly Correction[]
  readonly unused: readonly { readonly correction: Correction; readonly reason: UnusedReason }[]
}

interface Confirmation {
  readonly place: CellPlace
  readonly cell: Cell
}

const keyOf = ({ statement, line, column }: Omit<CellPlace, 'document'>): string => JSON.stringify([statement, line, column])

const lineKeyOf = (quantity: string): string => quantity.slice(0, Math.max(0, quantity.lastIndexOf('|')))

const quantityOf = (library: Library, id: string): Quantity | undefined =>
  library.line(lineKeyOf(id))?.quantities.find(quantity => quantity.id === id)

/** The correction's amount in öre, or as it is for what is not money. */
const baseAmount = ({ after, unit }: Correction): number => toBase(after, unit)

/**
 * Whether a correction speaks of a printing: the characters that the person saw, or print that left the amount open and allows it.
 * Legible print of other characters stands as it is, and disagrees visibly where it does.
 */
function speaksOf(correction: Correction, printing: Printing): boolean {
  const { printed } = correction
  if (printed === undefined || printing.printed === printed) return true
  if (printing.status === 'printed') return false
  const known = [...(printing.value === null ? [] : [printing.value]), ...(printing.alternatives ?? [])]
  return known.length === 0 || printing.printed === '' || known.includes(baseAmount(correction))
}

/** The cell as the person says it: no proof and no other readings are left; a finer unit than the table's is a finer amount. */
function confirmed({ cell, unit, sign }: PlacedCell, correction: Correction): Cell {
  const scale = scaleOf(correction.unit) / scaleOf(unit)
  const step = correction.unit === unit ? cell.step : Math.min(scale, cell.step ?? 1)
  return {
    amount: sign * correction.after * scale + 0,
    status: 'confirmed',
    printed: cell.printed,
    ...(step === undefined ? {} : { step }),
  }
}

type Spoken = { readonly confirmations: readonly Confirmation[] } | { readonly reason: UnusedReason }

/** The corrected quantity; where no line bears its name any more, the one in the very cell that the person saw. */
function correctedQuantity(library: Library, { quantity, place, printed }: Correction): Quantity | undefined {
  const known = quantityOf(library, quantity)
  if (known || !place || placedCell(library.reading(place.document), place)?.cell.printed !== printed) return known
  return quantityAt(library, place)
}

function spokenOf(library: Library, correction: Correction): Spoken {
  const quantity = correctedQuantity(library, correction)
  if (!quantity) return { reason: 'unknown-quantity' }
  if (!sameKind(correction.unit, quantity.unit) || !isExact(correction.after, correction.unit)) return { reason: 'not-an-amount' }
  const confirmations = quantity.printings.flatMap((printing): readonly Confirmation[] => {
    if (!speaksOf(correction, printing)) return []
    const found = placedCell(library.reading(printing.document), printing)
    const { document, statement, line, column } = printing
    return found ? [{ place: { document, statement, line, column }, cell: confirmed(found, correction) }] : []
  })
  return confirmations.length > 0 ? { confirmations } : { reason: 'printed-otherwise' }
}

/** Findings about how a confirmed cell was read are settled. */
function isSettled(reading: DocumentReading, cells: ReadonlyMap<string, Cell>, { code, parameters, at }: Finding): boolean {
  const { statement, column } = parameters
  if (!code.startsWith('value-') || statement === undefined || column === undefined) return false
  const lines = reading.statements.find(({ id }) => id === statement)?.lines.filter(({ sourceLine }) => sourceLine === at.line) ?? []
  return lines.some(({ id }) => cells.has(keyOf({ statement: String(statement), line: id, column: String(column) })))
}

function withCells(reading: DocumentReading, cells: ReadonlyMap<string, Cell>): DocumentReading {
  const statements = reading.statements.map(statement => ({
    ...statement,
    lines: statement.lines.map(line => ({
      ...line,
      values: Object.fromEntries(
        Object.entries(line.values).map(([column, cell]) => [
          column,
          cells.get(keyOf({ statement: statement.id, line: line.id, column })) ?? cell,
        ]),
      ),
    })),
  }))
  return { ...reading, statements, findings: reading.findings.filter(finding => !isSettled(reading, cells, finding)) }
}

function withConfirmations(library: Library, confirmations: readonly Confirmation[]): Library {
  const byDocument = Map.groupBy(confirmations, ({ place }) => place.document)
  const readings = library.readings.map(reading => {
    const own = byDocument.get(reading.document.id)
    return own ? withCells(reading, new Map(own.map(({ place, cell }) => [keyOf(place), cell]))) : reading
  })
  return createLibrary(readings, { associations: [...library.associations] })
}

/** The last word on each quantity. */
export const lastWords = (corrections: readonly Correction[]): readonly Correction[] => [
  ...new Map(corrections.map(correction => [correction.quantity, correction])).values(),
]

/**
 * A library in which people's corrections hold: what prints a corrected quantity is `confirmed`, exact within its printed precision,
 * and settles every sum, share and rule that it goes into. The given library stays as it is; the order of corrections counts only
 * where two speak of one quantity, and then the last holds. A correction is never dropped in silence: see `unused`.
 *
 * @param library     built from the documents as read, without corrections in it
 * @param corrections oldest first
 * @example correctLibrary(library, [{ quantity: 'alfa/kansli|budget 2024-01-01..2024-12-31 kr', unit: 'tkr', before: null, after: 717, … }]).library
 */
export function correctLibrary(library: Library, corrections: readonly Correction[]): Corrected {
  if (corrections.length === 0) return { library, applied: [], unused: [] }
  const spoken = lastWords(corrections).map(correction => ({ correction, spoken: spokenOf(library, correction) }))
  const applied = spoken.flatMap(one => ('confirmations' in one.spoken ? [one.correction] : []))
  const unused = spoken.flatMap(one => ('reason' in one.spoken ? [{ correction: one.correction, reason: one.spoken.reason }] : []))
  const confirmations = spoken.flatMap(one => ('confirmations' in one.spoken ? one.spoken.confirmations : []))
  return { library: confirmations.length > 0 ? withConfirmations(library, confirmations) : library, applied, unused }
}
