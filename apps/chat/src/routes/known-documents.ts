import { type DocumentReading, type Failure, type Library, nearest } from '@finsam/domain'
import type { Language } from '../server/language.ts'

export const readingOf = (library: Library, id: string): DocumentReading | undefined =>
  library.readings.find(reading => reading.document.id === id)

/** An unknown document is refused with the nearest known ids. */
export function unknownDocument(library: Library, id: string, language: Language): Failure {
  const ids = library.documents.map(document => document.id)
  const near = nearest(id, ids)
  const message =
    language === 'en'
      ? 'There is no document with that name. Choose one that is loaded.'
      : 'Det finns inget dokument med det namnet. Välj ett som är inläst.'
  return { code: 'unknown-document', message, nearest: near.length > 0 ? near : ids.slice(0, 5) }
}
