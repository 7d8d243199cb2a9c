import type { Correction, DocumentReading } from '@finsam/domain'
import type { CorrectionView } from '../contract/review.ts'

/** What people have said about the cells of a document, in its own words, the oldest first. */
export const correctionViews = (corrections: readonly Correction[], reading: DocumentReading): readonly CorrectionView[] =>
  corrections.flatMap(({ place, unit, before, after, who, at, why }) => {
    if (place?.document !== reading.document.id) return []
    const statement = reading.statements.find(({ id }) => id === place.statement)
    const line = statement?.lines.find(({ id }) => id === place.line)
    const column = statement?.columns.find(({ id }) => id === place.column)
    const holds = line?.values[place.column]?.status === 'confirmed'
    return [{ label: line?.label ?? place.line, column: column?.label ?? place.column, unit, before, after, who, at, why, holds }]
  })
