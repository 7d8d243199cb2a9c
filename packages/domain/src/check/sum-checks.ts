import { given } from '../model/given.ts'
import type { Words } from '../model/language.ts'
import type { CellStatus, DocumentReading } from '../model/reading.ts'
import type { SourceRef } from '../model/source.ts'
import { additionStatus, additionsOf, additionText, type RoundingVerdict, roundingVerdict } from './additions.ts'

/** One printed total, tried against the rows that it sums. */
export interface SumCheck {
  readonly statement: string
  readonly line: string
  readonly column: string
  /** The addition with its numbers, in the unit of the line. */
  readonly arithmetic: Words
  /** How far rounding explains the difference; `ambiguous` where a cell of it can be read in several ways, so that it proves nothing. */
  readonly verdict: RoundingVerdict | 'ambiguous'
  /** How its least sure cell was read: one that ties with a `repaired` cell does not tie as it is printed. */
  readonly status: CellStatus
  readonly at: SourceRef
}

/**
 * Every printed total of a document beside the rows that it sums, column by column, in the order of the document.
 * A total with a row that could not be read is left out: it proves nothing.
 *
 * @source the document's own totals; rounding as XBRL Calculations 1.1, round-to-nearest
 * @example sumChecks(reading)[0]?.arithmetic.sv // '591 + 250 = 841'
 */
export function sumChecks(reading: DocumentReading): readonly SumCheck[] {
  const document = reading.document.id
  return additionsOf(reading).map(addition => {
    const { statement, column, total } = addition
    const status = additionStatus(addition)
    return {
      statement: statement.title,
      line: total.label,
      column: column.label,
      arithmetic: { sv: additionText(addition, 'sv'), en: additionText(addition, 'en') },
      verdict: status === 'ambiguous' ? status : roundingVerdict(addition),
      status,
      at: { document, line: total.sourceLine, text: total.text, ...given({ page: total.page }) },
    }
  })
}
