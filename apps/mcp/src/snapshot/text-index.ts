import { fold } from '@finsam/domain'
import MiniSearch, { type Options } from 'minisearch'
import type { SnapshotPassage } from './passages.ts'

/** A passage of a document, as the index keeps it. */
export interface IndexedPassage extends SnapshotPassage {
  readonly id: string
  readonly document: string
  readonly association: string
}

const smallWords = new Set('och i att det som en på är av för med till den har de inte om ett the of and in to a is for'.split(' '))

/** Words without case and diacritics, small words aside; damaged letters are met by `fuzzy`, inflections by `prefix`. */
const options: Options<IndexedPassage> = {
  fields: ['heading', 'text'],
  idField: 'id',
  tokenize: text => fold(text).split(' '),
  processTerm: term => (term.length < 2 || smallWords.has(term) ? null : term),
  searchOptions: { boost: { heading: 2 }, prefix: term => term.length > 3, fuzzy: term => (term.length > 5 ? 0.2 : false) },
}

/** The index over passages as text to be kept. */
export function writeIndex(passages: readonly IndexedPassage[]): string {
  const index = new MiniSearch<IndexedPassage>(options)
  index.addAll(passages)
  return JSON.stringify(index)
}

export interface Found {
  readonly id: string
  readonly score: number
}

/** Reads the kept index; gives the ids of the passages that hold the words, best first. */
export function readIndex(text: string): (query: string) => readonly Found[] {
  const index = MiniSearch.loadJSON<IndexedPassage>(text, options)
  return query => index.search(query).map(({ id, score }) => ({ id: String(id), score }))
}
