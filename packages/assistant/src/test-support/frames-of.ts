import { catalogueOf } from '../planner/catalogue.ts'
import { chooseLinks } from '../planner/choose-links.ts'
import { clausesOf } from '../planner/clauses.ts'
import { type Frame, frameOf } from '../planner/frame.ts'
import { readWords } from '../planner/read-words.ts'
import { exampleContext } from './example-library.ts'

export const exampleCatalogue = catalogueOf(exampleContext().library)

/** The clauses of a text as the planner reads them over the made-up association. */
export const framesOf = (text: string): readonly Frame[] => {
  const words = readWords(text, exampleCatalogue)
  const links = chooseLinks(exampleCatalogue, words)
  return clausesOf(words, text).map(clause => frameOf(exampleCatalogue, words, links, clause, text))
}

/** The last clause of a text: the one that asks. */
export const frameOfLast = (text: string): Frame => {
  const frame = framesOf(text).at(-1)
  if (!frame) throw new Error('no clause')
  return frame
}
