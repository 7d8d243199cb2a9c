import { type CellWord, type Correction, correctionOfCell, type DocumentReading, type Library, type Result } from '@finsam/domain'
import type { CorrectionLog } from '@finsam/indexer'
import type { CorrectionRequest } from '../contract/records.ts'

/** Whether a reading still has the cell that somebody looked at, printed as they saw it. */
export function isCellOf(reading: DocumentReading, { statement, line, column, printed }: CorrectionRequest): boolean {
  const lines = reading.statements.find(({ id }) => id === statement)?.lines
  return lines?.find(({ id }) => id === line)?.values[column]?.printed === printed
}

/** What was said about a cell, by whom; the clock is the server's. */
export const wordOf = ({ document, statement, line, column, printed, amount, why = '' }: CorrectionRequest, who: string): CellWord => ({
  place: { document, statement, line, column },
  printed,
  amount,
  why,
  who,
  at: new Date().toISOString(),
})

/** Keeps a person's word on a cell. */
export async function recordCorrection(library: Library, log: CorrectionLog, word: CellWord): Promise<Result<Correction>> {
  const correction = correctionOfCell(library, word)
  if (correction.ok) await log.append(correction.value)
  return correction
}
