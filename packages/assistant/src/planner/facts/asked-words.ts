import { fold } from '../../words/fold.ts'
import { numeralOf } from '../../words/numerals.ts'
import { stem } from '../../words/stem.ts'
import type { Frame } from '../frame.ts'
import { sentencesOf } from '../passages/sentences.ts'
import type { Scope } from '../scope.ts'
import type { Expected } from './expected.ts'
import { alikeStems, isFunctionWord, isListed, isWeakWord, phraseAt } from './vocabulary.ts'

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

/** What a question for a body may call it: `vilket företag`, `which agency`. */
export const organisations =
  'parter|parterna|foretag\\w*|bolag\\w*|myndighet\\w*|organisation\\w*|organi[sz]ations?|universitet\\w*|hogskola\\w*|aktor\\w*|leverantor\\w*|firma\\w*|fond|fonder|company|companies|firm|firms|agency|agencies|authority|authorities|university|parties|supplier'

/** Words that say what kind of thing is wanted, and so need not stand in what answers. */
const kindWords: Readonly<Partial<Record<Expected, RegExp>>> = {
  law: /^(lag\w*|laws?|acts?|legislation)$/,
  duration: /^(loper|pagar|pagatt|varar|galler|gallt|runs?|lasts?|lasted)$/,
  frequency: /^(ofta|often|frequently|ganger|times)$/,
  body: new RegExp(`^(vem|who|whom|${organisations})$`),
  list: /^(kommuner|orter|stader|municipalities|towns)$/,
  range: /^(\w*alder\w*|gamla|gammal|ages?|aged|old|grans\w*|spann\w*|range|group|grupp\w*|malgrupp\w*)$/,
  fte: /^(tjanst\w*|time|arsarb\w*|heltid\w*|fte|full|positions?|posts?|ftes|bemann\w*|staffed|staffing|equivalents?|team|teamet)$/,
  date: /^(datum|date|dates|dag|day|month|manad\w*)$/,
  money: /^(kostar|kostade|kostnad\w*|pengar|kronor|tkr|mnkr|cost|costs|money|belopp\w*)$/,
  why: /^(beror|orsak\w*|skal|skalet|anledning\w*|reasons?|causes?|because|varfor|why|forklar\w*|explain\w*|due)$/,
  percent: /^(procent\w*|andel\w*|percent\w*|share)$/,
}
const always = /^(mal|malet|malen|malniva\w*|goals?|targets?|aims?|tak|taket|siffra|heter|namn\w*|name|names|named)$/

const skipKinds: ReadonlySet<string> = new Set(['time', 'scenario', 'count'])
/** A part that says where or when: the association asked about, a year, a scenario. Another association is a party that the answer must name. */
const isSetting = ({ associations }: Scope, { links }: Frame['slots'][number]): boolean => {
  const meaning = links[0]?.meaning
  if (meaning?.kind === 'association') return associations.length === 0 || meaning.ids.some(id => associations.includes(id))
  return meaning !== undefined && skipKinds.has(meaning.kind)
}
const skipCues: ReadonlySet<string> = new Set([
  'share',
  'part-of',
  'number-of',
  'amount',
  'when',
  'list',
  'together',
  'per',
  'average',
  'locate',
  'it',
  'same',
  'this-year',
  'same-year',
  'highest',
  'lowest',
  'rank',
  'project',
  'each-year',
  'half-year',
  'exclude',
  'include',
  'not',
  'why',
  'all-associations',
])

/** The words of an association's name of two words or more, said in full: where something is, not what. */
const placeWords = ({ associations, frame, library }: Scope): ReadonlySet<string> => {
  const said = new Set(frame.words.slice(frame.clause.from, frame.clause.to).map(({ token }) => token.folded))
  const names = library.associations.map(({ shortName }) => fold(shortName).split(/\s+/)).filter(words => words.length > 1)
  const [only, ...others] = associations
  const own = only === undefined || others.length > 0 ? [] : fold(library.association(only)?.shortName ?? '').split(/\s+/)
  return new Set([...own, ...names.filter(words => words.every(word => said.has(word) || said.has(`${word}s`))).flat()])
}

const measureWord = /^(ar|manad|manader|manaderna|veckor|vecka|procent|kr|tkr|years?|months?|weeks?|percent|per)$/

const numberAt = ({ words }: Frame, at: number): number | undefined => {
  const token = words[at]?.token
  return token?.kind === 'number' ? token.value : token?.kind === 'word' ? numeralOf(token.folded) : undefined
}

/** Measures said in figures or words, small numbers and years left out: `efter 18 månader`. */
export const numbersIn = (frame: Frame): readonly number[] => {
  const timed = new Set(frame.points.flatMap(({ tokens }) => tokens))
  return frame.words.slice(frame.clause.from, frame.clause.to).flatMap((_, offset) => {
    const at = frame.clause.from + offset
    const value = timed.has(at) ? undefined : numberAt(frame, at)
    return value !== undefined && value > 3 && measureWord.test(frame.words[at + 1]?.token.folded ?? '') ? [value] : []
  })
}

const nameWeight = 1.4
const weakWeight = 0.35

/** A document that is only named as where to look: `enligt delårsrapporten`. */
const documentWord = /^(delars|ars)?(rapport|redovisning|plan|verksamhetsplan|budget)(en|ens|s)?$|^(annual|interim|report|plan)$/
const looksIn = /^(enligt|ur|fran|i|according|to|in|from|the)$/

/** Topics that say in which sense a number is meant, and place no word. */
const moodTopics: ReadonlySet<string> = new Set(['goal', 'limit', 'ceiling', 'target-group', 'source-year'])

/** The topics that a word names, by the marks that are sure of their spelling. */
const topicsAt = (frame: Frame, topics: readonly string[], at: number): readonly string[] => [
  ...new Set(
    frame.marks.flatMap(({ meaning, tokens, score }) =>
      meaning.kind === 'topic' && score >= 0.92 && topics.includes(meaning.id) && !moodTopics.has(meaning.id) && tokens.includes(at)
        ? [meaning.id]
        : [],
    ),
  ),
]

const firstOfPhrase = (frame: Frame, at: number): number =>
  Math.min(at, ...frame.marks.flatMap(({ meaning, tokens }) => (meaning.kind === 'topic' && tokens.includes(at) ? tokens : [])))

const isNameWord = ({ token }: Frame['words'][number]): boolean =>
  ((/^\p{Lu}/u.test(token.text) && !token.first) || /^\p{Lu}{2,}$/u.test(token.text)) && !isFunctionWord(token.folded)

/** `män` and English `men`, which without its ring or in the other language is a small word. */
const isMen = (text: string, language: 'sv' | 'en'): boolean =>
  /^män(nen|nens|s)?$/i.test(text) || (language === 'en' && /^men$/i.test(text))

interface Reader {
  readonly scope: Scope
  readonly expected: Expected
  readonly topics: readonly string[]
  readonly settings: ReadonlySet<number>
  readonly cues: ReadonlySet<number>
  readonly placed: ReadonlySet<string>
  /** Whether some sentence of the documents has a stem. */
  readonly isSaid: (stem: string) => boolean
}

/** Whether a word only shapes the question: small words, cues, the kind of thing asked for, where to look. */
const isShape = ({ scope: { frame, language }, expected, topics, settings, cues }: Reader, at: number): boolean => {
  const word = frame.words[at]
  if (word?.token.kind !== 'word' || settings.has(at) || word.token.folded.length < 2 || numeralOf(word.token.folded) !== undefined)
    return true
  const { folded } = word.token
  if (measureWord.test(folded) && numberAt(frame, at - 1) !== undefined) return true
  if (kindWords[expected]?.test(folded) || ((topics.includes('staffing') || expected === 'degree') && kindWords.fte?.test(folded)))
    return true
  if (documentWord.test(folded) && looksIn.test(frame.words[at - 1]?.token.folded ?? '')) return true
  const name = isNameWord(word)
  if (!name && !isMen(word.token.text, language) && (isFunctionWord(folded) || always.test(folded))) return true
  const content = frame.targets.some(slot => slot.tokens.includes(at)) || topicsAt(frame, topics, at).length > 0
  return cues.has(at) && !content && !name
}

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
