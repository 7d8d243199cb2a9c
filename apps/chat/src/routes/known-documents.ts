import type { DocumentReading, Failure, Library } from '@finsam/domain'
import type { Language } from '../server/language.ts'

export const readingOf = (library: Library, id: string): DocumentReading | undefined =>
  library.readings.find(reading => reading.document.id === id)

const sharedPairs = (a: string, b: string): number => {
  const pairs = new Set(Array.from({ length: Math.max(0, a.length - 1) }, (_, at) => a.slice(at, at + 2)))
  return Array.from({ length: Math.max(0, b.length - 1) }, (_, at) => b.slice(at, at + 2)).filter(pair => pairs.has(pair)).length
}

/** An unknown document is refused with the nearest known ids. */
export function unknownDocument(library: Library, id: string, language: Language): Failure {
  const nearest = library.documents
    .map(document => document.id)
    .sort((a, b) => sharedPairs(id, b) / (b.length + 1) - sharedPairs(id, a) / (a.length + 1))
    .slice(0, 5)
  const message =
    language === 'en'
      ? 'There is no document with that name. Choose one that is loaded.'
      : 'Det finns inget dokument med det namnet. Välj ett som är inläst.'
  return { code: 'unknown-document', message, nearest }
}
