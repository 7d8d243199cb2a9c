import type { DocumentReading, Failure, Library } from '@finsam/domain'
import type { CellPlace, Correction, CorrectionRequest } from '../contract/records.ts'
import type { Records } from '../records/records.ts'
import { readingOf } from '../routes/known-documents.ts'
import type { Language } from '../server/language.ts'

export const unknownCell = (language: Language): Failure => ({
  code: 'unknown-cell',
  message:
    language === 'en'
      ? 'The document has no such cell, or it has been read anew since. Load the page again.'
      : 'Cellen finns inte i dokumentet, eller så har dokumentet lästs in på nytt. Ladda om sidan.',
})

function cellOf(reading: DocumentReading | undefined, place: CellPlace) {
  const statement = reading?.statements.find(({ id }) => id === place.statement)
  const cell = statement?.lines.find(({ id }) => id === place.line)?.values[place.column]
  return cell?.printed === place.printed ? cell : undefined
}

/** Whether a reading still has the cell that somebody looked at, printed as they saw it. */
export const isCellOf = (reading: DocumentReading, place: CellPlace): boolean => cellOf(reading, place) !== undefined

/** Keeps a person's word on a cell; undefined where the document has no such cell. */
export async function recordCorrection(
  library: Library,
  records: Records,
  { amount, why, ...place }: CorrectionRequest,
  who: string,
): Promise<Correction | undefined> {
  const cell = cellOf(readingOf(library, place.document), place)
  if (!cell) return undefined
  const correction = { ...place, before: cell.amount, after: amount, why, who, at: new Date().toISOString() }
  await records.corrections.append(correction)
  return correction
}
