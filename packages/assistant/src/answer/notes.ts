import { type Calculation, type Language, type Note, noteCodes, noteText } from '@finsam/domain'

const known = new Set(noteCodes)
/** Told by the planner itself, or of interest only where it is asked for. */
const quiet = new Set(['default-scenario', 'default-period', 'left-out', 'closing-balance', 'opening-balance'])

/** What a reader of the results should know, in words, each note once. */
export const noteWords = (calculations: readonly Calculation[], language: Language): readonly string[] => {
  const all = (calculation: Calculation): readonly Note[] => [...calculation.notes, ...calculation.inputs.flatMap(all)]
  const told = calculations.flatMap(all).filter(note => known.has(note.code) && !quiet.has(note.code))
  return [...new Set(told.map(note => noteText(note, language)))].slice(0, 6)
}
