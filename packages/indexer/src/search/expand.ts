import { conceptTable } from '@finsam/domain'
import { stem } from '../analysis/stem.ts'
import { englishStopWords, swedishStopWords } from '../analysis/stop-words.ts'
import { terms } from '../analysis/terms.ts'
import englishWords from './english-words.json' with { type: 'json' }
import everydayWords from './everyday-words.json' with { type: 'json' }
import fieldWords from './field-words.json' with { type: 'json' }

/** A name of one or more words, as terms. */
type Phrase = readonly string[]

/** Phrases that stand for others: by the first term of each, what it may be written as. */
type Lexicon = ReadonlyMap<string, readonly { readonly phrase: Phrase; readonly others: readonly Phrase[] }[]>

const asPhrases = (names: readonly string[]): readonly Phrase[] => names.map(terms).filter(phrase => phrase.length > 0)

function lexiconOf(entries: readonly { readonly from: readonly Phrase[]; readonly to: readonly Phrase[] }[]): Lexicon {
  const found = new Map<string, { phrase: Phrase; others: readonly Phrase[] }[]>()
  for (const { from, to } of entries)
    for (const phrase of from) {
      const [first = ''] = phrase
      found.set(first, [...(found.get(first) ?? []), { phrase, others: to }])
    }
  return found
}

/** Groups in which every name stands for every other one. */
const mutual = (groups: readonly (readonly string[])[]) => groups.map(asPhrases).map(phrases => ({ from: phrases, to: phrases }))

const conceptNames = (): readonly (readonly string[])[] =>
  conceptTable.map(({ sv, en }) => [sv.name, ...sv.synonyms, en.name, ...en.synonyms])

/** Names in both languages, of what the domain knows and of the field's words; everyday Swedish beside the language of plans. */
const loadCommon = (): Lexicon => lexiconOf(mutual([...conceptNames(), ...fieldWords, ...everydayWords]))

/** English words with the Swedish ones that they may stand for. */
const loadEnglish = (): Lexicon => lexiconOf(englishWords.map(({ en, sv }) => ({ from: asPhrases(en), to: asPhrases(sv) })))

/** Function words as terms: those of Swedish alone, and all. */
const loadFunctionTerms = () => ({
  swedish: new Set([...swedishStopWords].filter(word => !englishStopWords.has(word)).map(stem)),
  all: new Set([...swedishStopWords, ...englishStopWords].map(stem)),
})

const load = () => ({ common: loadCommon(), english: loadEnglish(), functionTerms: loadFunctionTerms() })
let loaded: ReturnType<typeof load> | undefined
/** What stands for what, read when first searched for: stems need the spelling dictionary. */
function words(): ReturnType<typeof load> {
  loaded ??= load()
  return loaded
}

function* meant(lexicon: Lexicon, question: readonly string[]): Generator<string> {
  for (const [at, term] of question.entries())
    for (const { phrase, others } of lexicon.get(term) ?? [])
      if (phrase.every((word, offset) => question[at + offset] === word)) for (const other of others) yield* other
}

/**
 * Terms that mean the same in this field as a phrase of the question, in Swedish or English, without the question's own.
 *
 * @param question  all terms of the question in order, stop words included
 * @example         expansions(terms('how is the board paid')) // styr, ledamot …
 */
export function expansions(question: readonly string[]): readonly string[] {
  const { common, english, functionTerms } = words()
  // Many English words are Swedish words of another meaning: only a question without a Swedish function word is read as English.
  const mayBeEnglish = !question.some(term => functionTerms.swedish.has(term))
  const found = new Set([...meant(common, question), ...(mayBeEnglish ? meant(english, question) : [])])
  // Function words inside longer names are not looked for.
  return [...found].filter(word => !question.includes(word) && !functionTerms.all.has(word))
}
