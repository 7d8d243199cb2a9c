import type { PageSpan } from '@finsam/assistant'
import type { DocumentReading, Place, SourceRef } from '@finsam/domain'

/** What a reading knows of where one of its lines stands in the file. */
export type LinePlace = Pick<SourceRef, 'page' | 'line' | 'place'>

/** Every place that a reading keeps: of rows, facts and findings. */
function* placesIn({ statements, facts, findings }: DocumentReading): Generator<LinePlace> {
  for (const { lines } of statements)
    for (const { sourceLine, page, place } of lines)
      yield { line: sourceLine, ...(page === undefined ? {} : { page }), ...(place ? { place } : {}) }
  for (const { source } of facts) yield source
  for (const { at } of findings) yield at
}

/** Whether the document came as pages that can be drawn: some line of it has its box. */
export function hasDrawnPages(reading: DocumentReading): boolean {
  for (const { place } of placesIn(reading)) if (place?.box) return true
  return false
}

/**
 * Where a line stands in the file that it was read from, as far as the reading or its pages tell.
 *
 * @example placeOfLine(reading, 14, []) // → { line: 14, place: { sheet: 'Budget', cells: 'A14:F14' } }
 */
export function placeOfLine(reading: DocumentReading, line: number, pages: readonly PageSpan[]): LinePlace {
  let known: { readonly page?: number; readonly place?: Place } = {}
  for (const found of placesIn(reading)) {
    if (found.line !== line || !found.place) continue
    known = { ...(found.page === undefined ? {} : { page: found.page }), place: found.place }
    break
  }
  const page = known.page ?? pages.find(({ from, to }) => from <= line && line <= to)?.page
  return { line, ...(page === undefined ? {} : { page }), ...(known.place ? { place: known.place } : {}) }
}
