import { associationWords, listWords } from '../../answer/wording.ts'
import type { Scope } from '../scope.ts'

/** Which of the associations asked about the documents tell nothing of: a list that silently lacks one reads as complete. */
export const lackingNote = ({ associations, language, library }: Scope, told: readonly string[]): readonly string[] => {
  const lacking = associations.filter(id => !told.includes(id)).map(id => associationWords(library, id))
  if (lacking.length === 0) return []
  const names = listWords(lacking, language)
  return [language === 'sv' ? `För ${names} finns ingen sådan uppgift.` : `There is no such statement for ${names}.`]
}
