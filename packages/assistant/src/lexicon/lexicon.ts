import { fold } from '../words/fold.ts'
import { stem } from '../words/stem.ts'
import type { Token } from '../words/tokenize.ts'
import conceptRows from './concepts.json' with { type: 'json' }
import cueRows from './cues.json' with { type: 'json' }
import measureRows from './measures.json' with { type: 'json' }
import scenarioRows from './scenarios.json' with { type: 'json' }
import smallWordRows from './small-words.json' with { type: 'json' }
import topicRows from './topics.json' with { type: 'json' }
import unitRows from './units.json' with { type: 'json' }

/** What a phrase of the lexicon means. */
export interface Entry {
  readonly kind: 'cue' | 'scenario' | 'concept' | 'measure' | 'topic' | 'unit'
  readonly id: string
}

interface Step {
  readonly words: readonly { readonly text: string; readonly stem: string; readonly prefix: boolean; readonly exact: boolean }[]
  readonly optional: boolean
}

/** A phrase found in a question: tokens `from` up to, not including, `to`. */
export interface PhraseMatch {
  readonly entry: Entry
  readonly from: number
  readonly to: number
  /** 1 for words as written in the lexicon, less for other inflections and mended spellings. */
  readonly score: number
}

/** A token with the spellings that it may have meant. */
export interface Reading {
  readonly token: Token
  readonly forms: readonly {
    readonly folded: string
    readonly stem: string
    readonly score: number
    /** A translation: it finds names in documents, but is no word of the question. */
    readonly foreign?: boolean
  }[]
}

const parseStep = (source: string): Step => {
  const optional = source.startsWith('?')
  const words = source
    .replace(/^\?/, '')
    .split('|')
    .map(word => {
      const prefix = word.endsWith('*')
      const exact = word.startsWith('=')
      const text = fold(word.replace(/^=/, '').replace(/\*$/, ''))
      return { text, stem: stem(text), prefix, exact }
    })
  return { words, optional }
}

const stepsOf = (phrase: string): readonly Step[] =>
  phrase
    .replace(/\(([^)]*)\)/g, (_, inside: string) => (inside.includes('|') ? inside : `?${inside}`))
    .replace(/(?<=[\p{L}])-(?=[\p{L}])/gu, ' ')
    .split(/\s+/)
    .filter(Boolean)
    .map(parseStep)

const stepScore = (step: Step, reading: Reading): number => {
  let best = 0
  for (const form of reading.forms) {
    if (form.foreign) continue
    for (const word of step.words) {
      const like = word.prefix ? form.folded.startsWith(word.text) : form.folded === word.text
      if (like) best = Math.max(best, form.score)
      else if (!word.prefix && !word.exact && word.text.length >= 6 && form.stem === word.stem) best = Math.max(best, form.score * 0.93)
    }
  }
  return best
}

const matchSteps = (
  steps: readonly Step[],
  readings: readonly Reading[],
  at: number,
): { readonly to: number; readonly score: number } | undefined => {
  let to = at
  let score = 1
  let matched = 0
  for (const step of steps) {
    const reading = readings[to]
    const here = reading ? stepScore(step, reading) : 0
    if (here > 0) {
      score *= here
      to += 1
      matched += 1
    } else if (!step.optional) return undefined
  }
  return matched > 0 ? { to, score } : undefined
}

type Rows = Readonly<Record<string, { readonly sv: readonly string[]; readonly en: readonly string[] }>>
interface Phrase {
  readonly entry: Entry
  readonly steps: readonly Step[]
}
const phrasesOf = (kind: Entry['kind'], rows: Rows): readonly Phrase[] =>
  Object.entries(rows).flatMap(([id, { sv, en }]) => [...sv, ...en].map(phrase => ({ entry: { kind, id }, steps: stepsOf(phrase) })))

const phrases: readonly Phrase[] = [
  ...phrasesOf('cue', cueRows),
  ...phrasesOf('scenario', scenarioRows),
  ...phrasesOf('concept', conceptRows),
  ...phrasesOf('measure', measureRows),
  ...phrasesOf('topic', topicRows),
  ...phrasesOf('unit', unitRows),
]

const keyLength = 2
const byStart = new Map<string, Phrase[]>()
for (const phrase of phrases) {
  const first = phrase.steps[0]
  for (const word of first?.words ?? []) {
    const key = word.text.slice(0, keyLength)
    const list = byStart.get(key) ?? []
    list.push(phrase)
    byStart.set(key, list)
  }
}

/** Every phrase of the lexicon that the tokens hold, overlaps included. */
export const findPhrases = (readings: readonly Reading[]): readonly PhraseMatch[] =>
  readings.flatMap((reading, from) => {
    const candidates = new Set(reading.forms.flatMap(form => byStart.get(form.folded.slice(0, keyLength)) ?? []))
    return [...candidates].flatMap(phrase => {
      const match = matchSteps(phrase.steps, readings, from)
      return match ? [{ entry: phrase.entry, from, ...match }] : []
    })
  })

const small = new Set([smallWordRows.sv, smallWordRows.en].flatMap(words => words.split(/\s+/).map(fold)))
/** Whether a word carries no meaning of its own here: politeness, pronouns, verbs that every question has. */
export const isSmallWord = (folded: string): boolean => small.has(folded)

const spelled = phrases.flatMap(phrase => phrase.steps.flatMap(step => step.words.map(word => word.text)))
/** The folded words that the lexicon itself uses. */
export const lexiconWords: ReadonlySet<string> = new Set([...spelled.filter(word => word.length > 2), ...small])
const prefixes = phrases.flatMap(phrase =>
  phrase.steps.flatMap(step => step.words.filter(word => word.prefix && word.text.length > 3).map(word => word.text)),
)
const prefixesByStart = Map.groupBy(prefixes, prefix => prefix.slice(0, keyLength))
/** Whether some phrase of the lexicon reads the word as it stands. */
export const isLexiconWord = (folded: string): boolean =>
  lexiconWords.has(folded) || (prefixesByStart.get(folded.slice(0, keyLength)) ?? []).some(prefix => folded.startsWith(prefix))

export interface Topic {
  readonly id: string
  readonly unit?: string
  /** What kind of thing answers: a name, a date, a list, a text; a number where not said. */
  readonly answers?: string
  /** Words by which facts of this topic are known. */
  readonly facts: readonly string[]
  /** Kinds of facts that are of this topic. */
  readonly kinds: readonly string[]
}
const topics: ReadonlyMap<string, Topic> = new Map(
  Object.entries(topicRows).map(([id, row]) => [
    id,
    {
      id,
      facts: row.facts.map(fold),
      kinds: 'kinds' in row ? row.kinds : [],
      ...('unit' in row ? { unit: row.unit } : {}),
      ...('answers' in row ? { answers: row.answers } : {}),
    },
  ]),
)
export const topicOf = (id: string): Topic | undefined => topics.get(id)
