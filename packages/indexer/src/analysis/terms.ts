import { words } from './fold.ts'
import { stem } from './stem.ts'

/** The search terms of a text, in order: folded and stemmed. Documents and questions go through the same steps. */
export const terms = (text: string): readonly string[] => words(text).map(stem)

/** What the store indexes for full-text search: the terms, space between. */
export const norm = (text: string): string => terms(text).join(' ')
