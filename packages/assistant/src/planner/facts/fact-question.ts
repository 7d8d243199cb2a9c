import { isSmallWord, topicOf } from '../../lexicon/lexicon.ts'
import { translationsOf } from '../../lexicon/translations.ts'
import { fold } from '../../words/fold.ts'
import { stem } from '../../words/stem.ts'
import { cueLinks, type Frame, hasCue, topicsOf } from '../frame.ts'
import type { Scope } from '../scope.ts'

/** What kind of thing answers. */
export type Expected = 'percent' | 'count' | 'range' | 'name' | 'date' | 'fte' | 'text' | 'list' | 'money' | 'number' | 'any'

/** One word of a question with the stems under which facts may hold it. */
export interface AskedWord {
  readonly text: string
  readonly stems: readonly string[]
  /** Known to be about the kind of answer rather than its subject. */
  readonly topical: boolean
  readonly at: number
  /** It says how things compare rather than what they are; a fact need not hold it. */
  readonly loose: boolean
  /** It names a line, so a fact about something else does not answer. */
  readonly names: boolean
}

export interface FactQuestion {
  readonly words: readonly AskedWord[]
  readonly expected: Expected
  readonly topics: readonly string[]
  /** A level or size is asked for, so numbers come before descriptions. */
  readonly quantity: boolean
}

/** `När` asks at the start of a clause; within it, it only joins: `ha kvar när förbundet stänger`. */
const asksWhen = (frame: Frame): boolean =>
  cueLinks(frame, 'when').some(({ tokens }) => tokens.length > 1 || (tokens[0] ?? 0) <= frame.clause.from + 2)

const expectedOf = (scope: Scope): Expected => {
  const { frame } = scope
  const topics = topicsOf(frame)
  const asksPercent = hasCue(frame, 'share') || frame.marks.some(({ meaning }) => meaning.kind === 'unit' && meaning.id === 'percent')
  if (topics.includes('age')) return 'range'
  if (asksPercent) return 'percent'
  if (topics.includes('employer') && !hasCue(frame, 'number-of')) return 'text'
  if (topics.includes('person')) return 'name'
  if (topics.includes('members') && !hasCue(frame, 'number-of', 'amount') && hasCue(frame, 'list')) return 'list'
  if ((topics.includes('staffing') || topics.includes('staffing-role')) && hasCue(frame, 'number-of')) return 'fte'
  if (hasCue(frame, 'number-of')) return 'count'
  if (
    topics.some(topic => topicOf(topic)?.answers === 'date') &&
    (asksWhen(frame) || topics.includes('decided') || /datum|date|vilken dag/i.test(fold(scope.text)))
  )
    return 'date'
  if (asksWhen(frame)) return hasCue(frame, 'highest', 'lowest', 'rank') ? 'any' : 'date'
  const said = frame.words
    .slice(frame.clause.from, frame.clause.to)
    .map(({ token }) => token.folded)
    .join(' ')
  if (
    /\b(betalar|betala|bidrar|kostar|kostade|kostat|kostnad\w*|pengar|kronor|kr|tkr|mnkr|sek|cost|costs|spend|spent|money|budget|budgeted|pay|pays|price|lon|lonen|loner|manadslon|salary|salaries|wage|wages)\b/.test(
      said,
    )
  )
    return 'money'
  return hasCue(frame, 'amount') ? 'number' : 'any'
}

const stemsFor = (word: Frame['words'][number]): readonly string[] => {
  const own = word.forms.map(form => form.stem)
  const translated = word.forms.flatMap(form => translationsOf(form.folded)).map(stem)
  return [...new Set([...own, ...translated])]
}

/** Cues that say something of the matter itself, and so may stand in a sentence that answers. */
const contentCues: ReadonlySet<string> = new Set(['exceeded', 'undershot', 'deficit', 'surplus', 'change', 'covers', 'split', 'repeat'])

/** Topics whose words are what is asked about, not only what kind of thing. */
const spokenRoles: ReadonlySet<string> = new Set(['staffing-role'])

const skipKinds: ReadonlySet<string> = new Set(['association', 'time', 'scenario', 'count'])

const person = /^(han|hon|hen|honom|henne|den|denne|denna|he|she|they|him|her|them|it)$/

/** The words of a clause by which a fact could be found; what a pronoun stands for is taken from the clause before. */
export const factQuestionOf = (scope: Scope): FactQuestion => {
  const own = ownQuestion(scope)
  const { frame, prior } = scope
  const pronoun = frame.words.slice(frame.clause.from, frame.clause.to).some(({ token }) => person.test(token.folded))
  if (!pronoun || !prior || own.words.some(word => !word.topical)) return own
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

/** The words of a clause by which a fact could be found: its names and small words left out. */
const ownQuestion = (scope: Scope): FactQuestion => {
  const { frame } = scope
  const skipped = new Set(
    frame.slots.filter(slot => slot.links[0] !== undefined && skipKinds.has(slot.links[0].meaning.kind)).flatMap(slot => slot.tokens),
  )
  const topicTokens = new Set(
    frame.marks.filter(({ meaning }) => meaning.kind === 'topic' && !spokenRoles.has(meaning.id)).flatMap(({ tokens }) => tokens),
  )
  const cueTokens = new Set(
    frame.marks
      .filter(({ meaning }) => (meaning.kind === 'cue' && !contentCues.has(meaning.id)) || meaning.kind === 'unit')
      .flatMap(({ tokens }) => tokens),
  )
  const named = new Set(
    frame.targets
      .filter(slot => slot.links[0]?.meaning.kind === 'lines' && (slot.links[0]?.score ?? 0) >= 0.85)
      .flatMap(slot => slot.tokens),
  )
  const words: AskedWord[] = []
  for (let at = frame.clause.from; at < frame.clause.to; at += 1) {
    const word = frame.words[at]
    if (word?.token.kind !== 'word' || skipped.has(at) || word.token.folded.length < 2) continue
    const topical = topicTokens.has(at)
    const content = topical || frame.targets.some(slot => slot.tokens.includes(at))
    const telling = frame.marks.some(
      ({ meaning, tokens }) => meaning.kind === 'cue' && contentCues.has(meaning.id) && tokens.length === 1 && tokens[0] === at,
    )
    const noise =
      !content &&
      !telling &&
      (isSmallWord(word.token.folded) ||
        cueTokens.has(at) ||
        (!(/^\p{Lu}/u.test(word.token.text) && !word.token.first) && word.forms.some(form => isSmallWord(form.folded))))
    if (!noise) words.push({ text: word.token.text, stems: stemsFor(word), topical, at, loose: telling, names: named.has(at) })
  }
  const said = frame.words
    .slice(frame.clause.from, frame.clause.to)
    .map(({ token }) => token.folded)
    .join(' ')
  const quantity = /(niva|hur stor|hur hog|hur mycket|hur manga|gransen|how (many|much|high|large|far)|level|share|procent|percent)/.test(
    said,
  )
  return { words, expected: expectedOf(scope), topics: topicsOf(frame).filter(topic => !spokenRoles.has(topic)), quantity }
}
