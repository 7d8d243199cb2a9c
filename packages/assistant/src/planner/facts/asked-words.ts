import { fold } from '../../words/fold.ts'
import { stem } from '../../words/stem.ts'
import type { Frame } from '../frame.ts'
import { sentencesOf } from '../passages/sentences.ts'
import type { Scope } from '../scope.ts'
import type { Expected } from './expected.ts'
import { isNameWord, isSetting, isShape, placeWords, type Reader, skipCues, topicsAt } from './question-shape.ts'
import { alikeStems, isListed, isWeakWord, phraseAt } from './vocabulary.ts'

/** One word of a question with the stems under which facts may hold it. */
export interface AskedWord {
  readonly text: string
  readonly stems: readonly string[]
  /** The topics that it is a word of: it is placed by a fact of such a topic. */
  readonly topics: readonly string[]
  /** The words that name one topic together, by the place of the first. */
  readonly phrase: number
  readonly at: number
  /** What the answer must speak of: 1 for a word of its own, more for a name, less for words that go with everything. */
  readonly weight: number
  /** It names the whole that a part is asked of: `av de tillfrågade`. */
  readonly ofWhole?: boolean
  /** It names a line, so a fact about something else does not answer. */
  readonly names: boolean
}

const stemsFor = (word: Frame['words'][number]): readonly string[] => [
  ...new Set(
    word.forms
      .filter((form, at) => !form.foreign && (at === 0 || !isListed(word.token.folded)))
      .flatMap(form => [form.stem, ...alikeStems(form.folded)]),
  ),
]

/** `arbetsförmedlartjänster`: the post of an `arbetsförmedlare`. */
const withoutPost = (word: Frame['words'][number]): Frame['words'][number] => {
  const folded = word.token.folded.replace(/tjanst\w*$/, '')
  return folded.length < 6 || folded === word.token.folded
    ? word
    : { ...word, forms: [...word.forms, { folded, stem: stem(folded), score: 0.9 }] }
}

const nameWeight = 1.4
const weakWeight = 0.35

const firstOfPhrase = (frame: Frame, at: number): number =>
  Math.min(at, ...frame.marks.flatMap(({ meaning, tokens }) => (meaning.kind === 'topic' && tokens.includes(at) ? tokens : [])))

const foldedAt = ({ words }: Frame, at: number): string => words[at]?.token.folded ?? ''

/** `av de tillfrågade`: the word right behind `av de`. */
const isOfWhole = (frame: Frame, at: number): boolean =>
  /^(av|of|among|bland)$/.test(foldedAt(frame, at - 2)) && /^(de|alla|samtliga|the|all)$/.test(foldedAt(frame, at - 1))

/** `projektdeltagare`, which no document says: it weighs no more than its parts. */
const isWeakPart = ({ scope: { frame }, isSaid }: Reader, at: number): boolean => {
  const token = frame.words[at]?.token
  const whole = fold(token?.text ?? '')
  return token !== undefined && whole !== token.folded && !isSaid(stem(whole)) && isWeakWord(token.folded)
}

/** `Västerås stad`: behind a name the kind of place says nothing more. */
const isKindOfPlace = (frame: Frame, at: number): boolean => {
  const before = frame.words[at - 1]
  return /^(stad|stads|kommun|kommuns|lan)$/.test(foldedAt(frame, at)) && before !== undefined && isNameWord(before)
}

/** A compound that was read in two, as it was written: `personalansvar`. Where no document says it so, its parts may stand for it. */
const asWritten = ({ words }: Frame, at: number, isSaid: (stem: string) => boolean): Frame['words'][number] | undefined => {
  const word = words[at]
  const { token } = word ?? {}
  const parted = [words[at - 1], words[at + 1]].some(
    other => other && token && other.token.text === token.text && (other.token.end === token.start || other.token.start === token.end),
  )
  if (!word || !token || !parted) return word
  const folded = fold(token.text)
  const whole = { folded, stem: stem(folded), score: 1 }
  return { ...word, token: { ...token, ...whole }, forms: isSaid(whole.stem) ? [whole] : [whole, ...word.forms] }
}

const readWord = (reader: Reader, at: number): AskedWord | undefined => {
  const { frame } = reader.scope
  const word = asWritten(frame, at, reader.isSaid)
  if (!word || isShape(reader, at)) return undefined
  const { folded, text } = word.token
  const weight =
    reader.placed.has(folded) || isKindOfPlace(frame, at)
      ? weakWeight
      : isNameWord(word)
        ? nameWeight
        : isWeakWord(folded) || isWeakPart(reader, at)
          ? weakWeight
          : 1
  const lines = frame.targets.filter(slot => slot.links[0]?.meaning.kind === 'lines' && (slot.links[0]?.score ?? 0) >= 0.85)
  return {
    text,
    stems: stemsFor(reader.expected === 'fte' || reader.expected === 'degree' ? withoutPost(word) : word),
    topics: topicsAt(frame, reader.topics, at),
    phrase: firstOfPhrase(frame, at),
    at,
    weight,
    ...(isOfWhole(frame, at) ? { ofWhole: true } : {}),
    names: weight >= 1 && lines.some(slot => slot.tokens.includes(at)),
  }
}

/** The words of a clause by which a fact could be found; a phrase of the other language as one. */
export const askedWords = (scope: Scope, expected: Expected, topics: readonly string[]): readonly AskedWord[] => {
  const { frame } = scope
  const { from, to } = frame.clause
  const reader: Reader = {
    scope,
    expected,
    topics,
    settings: new Set(frame.slots.filter(slot => isSetting(scope, slot)).flatMap(slot => slot.tokens)),
    cues: new Set(
      frame.marks.flatMap(({ meaning, tokens }) =>
        (meaning.kind === 'cue' && skipCues.has(meaning.id)) || meaning.kind === 'unit' ? tokens : [],
      ),
    ),
    placed: placeWords(scope),
    isSaid: own => sentencesOf(scope.context).byStem.has(own),
  }
  const folded = frame.words.map(({ token }) => token.folded)
  const words: AskedWord[] = []
  for (let at = from; at < to; at += 1) {
    const phrase = phraseAt(folded.slice(at, to))
    if (phrase) {
      const text = folded.slice(at, at + phrase.length).join(' ')
      for (const swedish of phrase.swedish)
        words.push({ text, stems: [stem(swedish), ...alikeStems(swedish)], topics: [], phrase: at, at, weight: 1, names: false })
      at += phrase.length - 1
      continue
    }
    const word = readWord(reader, at)
    if (word && !words.some(other => other.text === word.text && other.at === at - 1)) words.push(word)
  }
  return words
}
