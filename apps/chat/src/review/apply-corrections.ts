import type { AssistantContext } from '@finsam/assistant'
import { type Cell, createLibrary, type DocumentReading, type Library } from '@finsam/domain'
import type { CellPlace, Correction } from '../contract/records.ts'

const keyOf = ({ document, statement, line, column, printed }: CellPlace): string =>
  JSON.stringify([document, statement, line, column, printed])

/** The last word on each cell. */
export const lastWords = (corrections: readonly Correction[]): ReadonlyMap<string, Correction> =>
  new Map(corrections.map(correction => [keyOf(correction), correction]))

const confirmed = ({ printed, step }: Cell, amount: number): Cell => ({ amount, status: 'confirmed', printed, ...(step ? { step } : {}) })

/**
 * A reading with every corrected cell confirmed. A correction whose cell is gone, or is printed otherwise since, changes nothing.
 */
export function withCorrections(reading: DocumentReading, words: ReadonlyMap<string, Correction>): DocumentReading {
  const document = reading.document.id
  const statements = reading.statements.map(statement => ({
    ...statement,
    lines: statement.lines.map(line => ({
      ...line,
      values: Object.fromEntries(
        Object.entries(line.values).map(([column, cell]) => {
          const word = words.get(keyOf({ document, statement: statement.id, line: line.id, column, printed: cell.printed }))
          return [column, word ? confirmed(cell, word.after) : cell]
        }),
      ),
    })),
  }))
  return { ...reading, statements }
}

/** A library in which people's corrections hold. */
export function correctedLibrary(library: Library, corrections: readonly Correction[]): Library {
  if (corrections.length === 0) return library
  const words = lastWords(corrections)
  return createLibrary(
    library.readings.map(reading => withCorrections(reading, words)),
    { associations: [...library.associations] },
  )
}

/** Contexts with corrections applied; worked out once for each state of documents and corrections. */
export function correcting(corrections: () => readonly Correction[]): (context: AssistantContext) => AssistantContext {
  let known: { readonly from: AssistantContext; readonly count: number; readonly context: AssistantContext } | undefined
  return context => {
    const { length: count } = corrections()
    if (known?.from.library !== context.library || known.count !== count)
      known = { from: context, count, context: { ...context, library: correctedLibrary(context.library, corrections()) } }
    return known.context
  }
}
