import type { SourceRef, Statement } from '@finsam/domain'
import type { TextDocument } from '../text/text-document.ts'
import { lineIndex, type Settled } from './assemble.ts'

/** Where a cell stands: statement, row and column, by number. */
export interface Spot {
  readonly statement: number
  readonly row: number
  readonly column: number
}

/** Where each cell of the whole problem stands, by its number. */
export function spotsOf(settled: Settled): readonly Spot[] {
  return settled.drafts.flatMap((draft, statement) =>
    draft.sheet.grid.rows.flatMap((_, row) =>
      Array.from({ length: draft.sheet.grid.columns }, (_, column) => ({ statement, row, column })),
    ),
  )
}

/** The place in the document that a finding about a cell points to: its line. */
export function placeOfSpot(document: TextDocument, settled: Settled, statements: readonly Statement[], spot: Spot): SourceRef {
  const line = statements[spot.statement]?.lines[lineIndex(settled.drafts[spot.statement], spot.row, spot.column)]
  return {
    document: document.id,
    hash: document.hash,
    ...(line?.page === undefined ? {} : { page: line.page }),
    line: line?.sourceLine ?? 1,
    text: (line?.text ?? '').slice(0, 400),
  }
}

/** The id of the column that a cell stands in; empty where there is none. */
export const columnIdAt = (settled: Settled, statements: readonly Statement[], spot: Spot): string =>
  statements[spot.statement]?.columns[settled.drafts[spot.statement]?.columnOfRow?.[spot.row] ?? spot.column]?.id ?? ''
