import { conceptTable } from '@finsam/domain'
import { terms } from '../analysis/terms.ts'
import groups from './field-words.json' with { type: 'json' }

/** A name of one or more words, as terms. */
type Phrase = readonly string[]

interface Group {
  readonly phrases: readonly Phrase[]
}

const asGroup = (names: readonly string[]): Group => ({ phrases: names.map(terms).filter(phrase => phrase.length > 0) })

/** The field's synonyms in Swedish and English: of the concepts that the domain knows, and of everyday words. */
function loadGroups(): readonly Group[] {
  const concepts = conceptTable.map(({ sv, en }) => [sv.name, ...sv.synonyms, en.name, ...en.synonyms])
  return [...concepts, ...groups].map(asGroup)
}

let byFirst: ReadonlyMap<string, readonly { readonly phrase: Phrase; readonly group: Group }[]> | undefined

function index(): NonNullable<typeof byFirst> {
  if (byFirst) return byFirst
  const found = new Map<string, { phrase: Phrase; group: Group }[]>()
  for (const group of loadGroups())
    for (const phrase of group.phrases) {
      const [first = ''] = phrase
      const known = found.get(first)
      if (known) known.push({ phrase, group })
      else found.set(first, [{ phrase, group }])
    }
  byFirst = found
  return found
}

/**
 * Terms that mean the same in this field as a phrase of the question, in Swedish or English, without the question's own.
 *
 * @param question  all terms of the question in order, stop words included
 * @example         expansions(terms('how is the board paid')) // styr, ledamot …
 */
export function expansions(question: readonly string[]): readonly string[] {
  const found = new Set<string>()
  question.forEach((term, at) => {
    for (const { phrase, group } of index().get(term) ?? []) {
      if (!phrase.every((word, offset) => question[at + offset] === word)) continue
      for (const other of group.phrases) for (const word of other) found.add(word)
    }
  })
  return [...found].filter(word => !question.includes(word))
}
