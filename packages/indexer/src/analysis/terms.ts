import { compoundParts } from './compounds.ts'
import { words } from './fold.ts'
import { stem } from './stem.ts'

/** The search terms of a text, in order: folded and stemmed. Documents and questions go through the same steps. */
export const terms = (text: string): readonly string[] => words(text).map(stem)

/** The terms of the parts of a text's compounds: `rehabiliteringsinsats` → `rehabilitering`, `insats`, stemmed. */
export const partTerms = (text: string): readonly string[] => words(text).flatMap(compoundParts).map(stem)

/** What the store indexes for full-text search: the terms with those of their parts, space between. */
export const norm = (text: string): string =>
  words(text)
    .flatMap(word => [stem(word), ...compoundParts(word).map(stem)])
    .join(' ')
