import { fold } from '@finsam/domain'
import rows from './talk.json' with { type: 'json' }

/** What is said without asking the documents anything. */
export type Talk = 'greeting' | 'thanks' | 'abilities' | 'documents' | 'change'

const folded = (list: readonly string[]): readonly string[] => list.map(fold)
const setOf = (list: readonly string[]): ReadonlySet<string> => new Set(folded(list))

const greetings = setOf(rows.greetings)
const thanks = setOf(rows.thanks)
const fillers = setOf(rows.fillers)
const abilities = setOf(rows.abilities)
const supposing = setOf(rows.supposing)
const listings = new Set(
  rows.listing.flatMap(listing =>
    rows.documents.flatMap(noun =>
      ['', 'alla', 'all', 'the', 'all the'].flatMap(all => rows.having.map(have => fold(`${listing} ${all} ${noun} ${have}`))),
    ),
  ),
)
const requests = new Set(rows.asking.flatMap(asking => rows.changing.map(verb => fold(`${asking} ${verb}`))))
const longestRequest = 5

const isChange = (words: readonly string[]): boolean =>
  !words.slice(1).some(word => supposing.has(word)) &&
  Array.from({ length: longestRequest }, (_, count) => words.slice(0, count + 1).join(' ')).some(start => requests.has(start))

/**
 * What somebody says who asks nothing that documents could answer; undefined for a question. Told by whole utterances, so that no question is
 * taken for talk because it is polite.
 *
 * @example readTalk('Tack så mycket!') // 'thanks'
 * @example readTalk('Tack! Och 2023?') // undefined
 */
export function readTalk(question: string): Talk | undefined {
  const text = fold(question)
  const words = text.split(' ').filter(Boolean)
  if (abilities.has(text)) return 'abilities'
  if (listings.has(text)) return 'documents'
  if (isChange(words)) return 'change'
  const left = words.filter(word => !greetings.has(word) && !thanks.has(word) && !fillers.has(word))
  if (left.length > 0) return undefined
  if (words.some(word => thanks.has(word))) return 'thanks'
  return words.some(word => greetings.has(word)) ? 'greeting' : undefined
}
