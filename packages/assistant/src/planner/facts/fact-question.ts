import { topicOf } from '../../lexicon/lexicon.ts'
import { fold } from '../../words/fold.ts'
import { numeralOf } from '../../words/numerals.ts'
import { stem } from '../../words/stem.ts'
import { cueLinks, type Frame, hasCue, topicsOf } from '../frame.ts'
import type { Scope } from '../scope.ts'
import { type Mood, moodAsked } from './mood.ts'
import { alikeStems, isFunctionWord, isListed, isWeakWord } from './vocabulary.ts'

/** What kind of thing answers. */
export type Expected =
  | 'percent'
  | 'count'
  | 'range'
  | 'name'
  | 'body'
  | 'date'
  | 'duration'
  | 'frequency'
  | 'fte'
  | 'text'
  | 'why'
  | 'list'
  | 'money'
  | 'number'
  | 'any'

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
  /** It names a line, so a fact about something else does not answer. */
  readonly names: boolean
}

export interface FactQuestion {
  readonly words: readonly AskedWord[]
  readonly expected: Expected
  readonly topics: readonly string[]
  readonly mood: Mood
  /** The thing whose number is asked for: `deltagare` in `hur många deltagare`. */
  readonly counted?: AskedWord
  /** Numbers that the question names, years aside: `efter 18 månader`. */
  readonly numbers: readonly number[]
}

/** `När` asks at the start of a clause; within it, it only joins: `ha kvar när förbundet stänger`. */
const asksWhen = (frame: Frame): boolean =>
  cueLinks(frame, 'when').some(({ tokens }) => tokens.length > 1 || (tokens[0] ?? 0) <= frame.clause.from + 2)

export const saidIn = (frame: Frame): string =>
  frame.words
    .slice(frame.clause.from, frame.clause.to)
    .map(({ token }) => token.folded)
    .join(' ')

const moneyWords =
  /\b(betalar|betala|bidrar|kostar|kostade|kostat|kostnad\w*|pengar|kronor|kr|tkr|mnkr|sek|cost|costs|spend|spent|money|budget|budgeted|pay|pays|price|lon|lonen|loner|manadslon|salary|salaries|wage|wages|belopp|forskningspengar)\b/
const bodyAsked =
  /\b(vem|vilka|vilken|vilket|who|which|what|whom)\b.*\b(driver|drivs|ager|agare|projektagare|ansvarar|ansvarig|skoter|utfor\w*|genomfor\w*|finansierar|betalar|beslutar|beslutade|fattade|antog|faststallde|utser|koper|kops|systemagare|administrerar|runs?|owns?|owner|operates?|operated|funds?|funded|finances|decided|decides|adopted|approved|appoints?|employs|administers|responsible|delivers?|provides?)\b|\bav vem\b|\bav vilken\b|\bby whom\b|\bby which\b|\bfrom whom\b|\bav vilka\b/

const expectedOf = (scope: Scope, said: string): Expected => {
  const { frame } = scope
  const topics = topicsOf(frame)
  const asksPercent = hasCue(frame, 'share') || frame.marks.some(({ meaning }) => meaning.kind === 'unit' && meaning.id === 'percent')
  const counts = hasCue(frame, 'number-of') || /\b(hur manga|how many|antal\w*)\b/.test(said)
  if (/\b(hur ofta|how often|how frequently)\b/.test(said) || topics.includes('frequency')) return 'frequency'
  if (hasCue(frame, 'why') || /\b(beror|varfor|why|orsak\w*|anledningen|skalet)\b/.test(said)) return 'why'
  if (topics.includes('age') && !counts) return 'range'
  if (topics.includes('staffing') && !asksPercent && (counts || /\b(fte|ftes)\b/.test(said))) return 'fte'
  if (asksPercent) return 'percent'
  if (/\b(hur lange|how long)\b/.test(said)) return 'duration'
  if (topics.includes('employer') && !counts) return 'body'
  if (topics.includes('members') && !counts && !hasCue(frame, 'amount') && hasCue(frame, 'list')) return 'list'
  if ((topics.includes('staffing') || topics.includes('staffing-role')) && counts) return 'fte'
  if (counts) return 'count'
  if (bodyAsked.test(said)) return 'body'
  if (topics.includes('person')) return 'name'
  if (topics.some(topic => topicOf(topic)?.answers === 'date') && (asksWhen(frame) || /datum|date|vilken dag/.test(said))) return 'date'
  if (asksWhen(frame)) return hasCue(frame, 'highest', 'lowest', 'rank') ? 'any' : 'date'
  if (moneyWords.test(said)) return 'money'
  if (
    hasCue(frame, 'amount') ||
    /\b(niva|nivan|malniva\w*|level|levels|hur stor|hur hog|hur mycket|how (much|high|large|far))\b/.test(said)
  )
    return 'number'
  return 'any'
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

/** Words that say what kind of thing is wanted, and so need not stand in what answers. */
const kindWords: Readonly<Partial<Record<Expected, RegExp>>> = {
  range: /^(alder\w*|gamla|gammal|ages?|aged|old|grans\w*|spann\w*|range|group|grupp\w*|malgrupp\w*)$/,
  fte: /^(tjanst\w*|time|arsarb\w*|heltid\w*|fte|full|positions?|posts?|ftes|bemann\w*|staffed|staffing|equivalents?|team|teamet)$/,
  date: /^(datum|date|dates|dag|day|month|manad\w*)$/,
  money: /^(kostar|kostade|kostnad\w*|pengar|kronor|tkr|mnkr|cost|costs|money|belopp\w*)$/,
  why: /^(beror|orsak\w*|skal|skalet|anledning\w*|reasons?|causes?|because|varfor|why|forklar\w*|explain\w*|due)$/,
  frequency: /^(ofta|often|frequently)$/,
  body: /^(vem|who|whom)$/,
  percent: /^(procent\w*|andel\w*|percent\w*|share)$/,
}
const always = /^(mal|malet|malen|malniva\w*|goals?|targets?|aims?|niva\w*|levels?|tak|taket|siffra|heter|namn\w*|name|names|named)$/

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

const person = /^(han|hon|hen|honom|henne|den|denne|denna|he|she|they|him|her|them|it)$/

/** The words of a clause by which a fact could be found; what a pronoun stands for is taken from the clause before. */
export const factQuestionOf = (scope: Scope): FactQuestion => {
  const own = ownQuestion(scope)
  const { frame, prior } = scope
  const pronoun = frame.words.slice(frame.clause.from, frame.clause.to).some(({ token }) => person.test(token.folded))
  if (!pronoun || !prior || own.words.some(word => word.topics.length === 0 && word.weight >= 1)) return own
  const before = ownQuestion({
    ...scope,
    frame: { ...prior, marks: prior.marks.filter(({ meaning }) => meaning.kind !== 'topic' || meaning.id !== 'person') },
  })
  const subject = before.topics.filter(topic => topic !== 'person' && !own.topics.includes(topic))
  return {
    ...own,
    words: [...own.words, ...before.words.filter(word => !/^(vem|who)$/i.test(word.text))],
    topics: [...own.topics, ...subject],
  }
}

/** Topics that say in which sense a number is meant, and place no word. */
const moodTopics: ReadonlySet<string> = new Set(['goal', 'limit', 'ceiling', 'target-group', 'source-year'])
/** The words of an association's name of two words or more, said in full: where something is, not what. */
const placeWords = ({ associations, frame, library }: Scope): ReadonlySet<string> => {
  const said = new Set(frame.words.slice(frame.clause.from, frame.clause.to).map(({ token }) => token.folded))
  const names = library.associations.map(({ shortName }) => fold(shortName).split(/\s+/)).filter(words => words.length > 1)
  const [only, ...others] = associations
  const own = only === undefined || others.length > 0 ? [] : fold(library.association(only)?.shortName ?? '').split(/\s+/)
  return new Set([...own, ...names.filter(words => words.every(word => said.has(word) || said.has(`${word}s`))).flat()])
}

/** Numbers said in figures or words, small ones that only count what is asked for left out. */
const numbersIn = (frame: Frame): readonly number[] => {
  const timed = new Set(frame.points.flatMap(({ tokens }) => tokens))
  return frame.words.slice(frame.clause.from, frame.clause.to).flatMap(({ token }, offset) => {
    if (timed.has(frame.clause.from + offset)) return []
    const value = token.kind === 'number' ? token.value : token.kind === 'word' ? numeralOf(token.folded) : undefined
    const measured = /^(ar|manad|manader|veckor|vecka|procent|kr|tkr|years?|months?|weeks?|percent|per)$/.test(
      frame.words[frame.clause.from + offset + 1]?.token.folded ?? '',
    )
    return value !== undefined && value > 3 && measured ? [value] : []
  })
}

/** What follows `hur många` without naming what is counted. */
const verbal = /^(sitter|ingår|finns|deltar|deltog|jobbar|arbetar|bor|gick|går|sit|serve|work|live|are|were)$/i

const nameWeight = 1.4
const weakWeight = 0.35

/** The words of a clause by which a fact could be found: names of associations and small words left out. */
const ownQuestion = (scope: Scope): FactQuestion => {
  const { frame } = scope
  const said = saidIn(frame)
  const expected = expectedOf(scope, said)
  const topics = topicsOf(frame).filter(topic => topic !== 'employer' || (expected !== 'count' && expected !== 'fte'))
  const tokensOf = (holds: (kind: string, id: string) => boolean): ReadonlySet<number> =>
    new Set(
      frame.marks.filter(({ meaning }) => holds(meaning.kind, 'id' in meaning ? String(meaning.id) : '')).flatMap(({ tokens }) => tokens),
    )
  const skipped = new Set(frame.slots.filter(slot => isSetting(scope, slot)).flatMap(slot => slot.tokens))
  const cues = tokensOf((kind, id) => (kind === 'cue' && skipCues.has(id)) || kind === 'unit')
  const phraseAt = (at: number): number =>
    Math.min(at, ...frame.marks.flatMap(({ meaning, tokens }) => (meaning.kind === 'topic' && tokens.includes(at) ? tokens : [])))
  const topicsAt = (at: number): readonly string[] =>
    frame.marks.flatMap(({ meaning, tokens }) =>
      meaning.kind === 'topic' && topics.includes(meaning.id) && !moodTopics.has(meaning.id) && tokens.includes(at) ? [meaning.id] : [],
    )
  const named = new Set(
    frame.targets
      .filter(slot => slot.links[0]?.meaning.kind === 'lines' && (slot.links[0]?.score ?? 0) >= 0.85)
      .flatMap(slot => slot.tokens),
  )
  const placed = placeWords(scope)
  const words: AskedWord[] = []
  for (let at = frame.clause.from; at < frame.clause.to; at += 1) {
    const word = frame.words[at]
    if (word?.token.kind !== 'word' || skipped.has(at) || word.token.folded.length < 2) continue
    const { folded, text, first } = word.token
    const isName = ((/^\p{Lu}/u.test(text) && !first) || /^\p{Lu}{2,}$/u.test(text)) && !isFunctionWord(folded)
    if (
      kindWords[expected]?.test(folded) ||
      (topics.includes('staffing') && kindWords.fte?.test(folded)) ||
      (!isName && (isFunctionWord(folded) || always.test(folded)))
    )
      continue
    const content = frame.targets.some(slot => slot.tokens.includes(at)) || topicsAt(at).length > 0
    if ((cues.has(at) && !content && !isName) || numeralOf(folded) !== undefined) continue
    const weight = placed.has(folded) ? weakWeight : isName ? nameWeight : isWeakWord(folded) ? weakWeight : 1
    words.push({
      text,
      stems: stemsFor(expected === 'fte' ? withoutPost(word) : word),
      topics: topicsAt(at),
      phrase: phraseAt(at),
      at,
      weight,
      names: named.has(at) && weight >= 1,
    })
  }
  const after = frame.words.findIndex(
    ({ token }, at) => at >= frame.clause.from && at < frame.clause.to && /^(manga|many|antal\w*|number)$/.test(token.folded),
  )
  const counted = after < 0 ? undefined : words.find(word => word.at > after && word.at - after <= 3 && !verbal.test(word.text))
  return {
    words,
    expected,
    topics,
    mood: moodAsked(said, topics),
    ...(counted ? { counted } : {}),
    numbers: numbersIn(frame),
  }
}

/** Whether the question says anything that a fact could be told by. */
export const saysSomething = (question: FactQuestion): boolean => question.words.length > 0 || fold(question.topics.join('')) !== ''

const proseKinds: ReadonlySet<Expected> = new Set(['name', 'body', 'text', 'list', 'date', 'why', 'frequency', 'duration', 'range'])
const peopleTopics: ReadonlySet<string> = new Set(['board-members', 'deputies'])

/** Whether no table can answer: a name, a date, a reason, or the size of the board is asked for. */
export const asksProse = ({ expected, topics }: FactQuestion): boolean =>
  proseKinds.has(expected) || (expected === 'count' && topics.some(topic => peopleTopics.has(topic)))
