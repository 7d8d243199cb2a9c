import { readFileSync } from 'node:fs'
import { resolve } from 'node:path'
import { norm } from '@finsam/indexer'
import type { Found, Wanted } from './search-query.ts'

const folder = resolve(import.meta.dirname, '../../test/questions')
const MOST_PLACES = 4
/** At most this share of a question's words stands in the passage: it says the same otherwise. */
const FEW_SHARED = 1 / 3

interface Question {
  readonly question: string
  readonly previous?: string
  readonly evidence?: readonly { readonly document: string; readonly line?: number }[]
}

/** A stored passage with its text. */
export interface Placed extends Found {
  readonly text: string
}

const covers = (passage: Found, [document, line]: readonly [string, number]): boolean =>
  passage.document === document && passage.line <= line && line <= passage.lineTo

const wordsOf = (text: string): ReadonlySet<string> =>
  new Set(
    norm(text)
      .split(' ')
      .filter(word => word.length > 3 && !/\d/.test(word)),
  )

function shared(question: string, passages: readonly Placed[]): number {
  const asked = [...wordsOf(question)]
  const there = wordsOf(passages.map(({ text }) => text).join('\n'))
  return asked.filter(word => there.has(word)).length / Math.max(1, asked.length)
}

/**
 * The questions of the answer tests that stand by themselves and name up to four lines of evidence, as queries for those lines. Their
 * authors knew the documents and nothing of the search, and no list of words was made with them.
 */
export function blindQueries(passages: readonly Placed[]): readonly Wanted[] {
  const questions: readonly (Question & { readonly kind: string })[] = ['sv', 'en'].flatMap(language =>
    readFileSync(resolve(folder, `questions-${language}.jsonl`), 'utf8')
      .trim()
      .split('\n')
      .map(line => ({ ...JSON.parse(line), kind: `blind ${language}` })),
  )
  return questions.flatMap(({ question, previous, evidence = [], kind }) => {
    const places = evidence.flatMap(({ document, line }): [string, number][] => (line === undefined ? [] : [[document, line]]))
    const at = places.filter(place => passages.some(passage => covers(passage, place)))
    if (previous !== undefined || at.length === 0 || places.length > MOST_PLACES) return []
    const answering = passages.filter(passage => at.some(place => covers(passage, place)))
    const few = shared(question, answering) <= FEW_SHARED ? ['few shared words'] : []
    return [{ set: 3, query: question, at, kind, also: few.map(words => `${kind}, ${words}`) }]
  })
}
