import { fold } from '../words/fold.ts'
import rows from './translations.json' with { type: 'json' }

const bySource: ReadonlyMap<string, readonly string[]> = new Map(
  Object.entries(rows).map(([english, swedish]) => [fold(english), swedish.map(fold)]),
)

/** Swedish words for an English one of the field, folded; none for a word that the list does not hold. */
export const translationsOf = (folded: string): readonly string[] => bySource.get(folded) ?? []
