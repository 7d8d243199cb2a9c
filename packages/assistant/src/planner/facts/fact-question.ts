import { fold } from '../../words/fold.ts'
import { tokenize } from '../../words/tokenize.ts'
import { type Frame, topicsOf } from '../frame.ts'
import type { Scope } from '../scope.ts'
import { numbersIn } from './asked-numbers.ts'
import { type AskedWord, askedWords } from './asked-words.ts'
import { type Expected, expectedOf, saidIn } from './expected.ts'
import { type Mood, moodAsked } from './mood.ts'
import { isFunctionWord } from './vocabulary.ts'

/** From this weight on a word must have its place in what answers. */
export const heavy = 0.8

export interface FactQuestion {
  readonly words: readonly AskedWord[]
  readonly expected: Expected
  readonly topics: readonly string[]
  readonly mood: Mood
  /** The thing whose number is asked for: `deltagare` in `hur många deltagare`. */
  readonly counted?: AskedWord
  /** Numbers that the question names, years aside: `efter 18 månader`. */
  readonly numbers: readonly number[]
  /** Where something ends up is asked for, `till vilken nivå`, which no change tells. */
  readonly level: boolean
}

const pronoun = /^(han|hon|hen|honom|henne|den|denne|denna|dom|dem|he|she|they|him|her|them|it)$/

/** Whether a clause speaks of somebody or something by a pronoun alone. */
export const saysPronoun = ({ words, clause }: Frame): boolean =>
  words.slice(clause.from, clause.to).some(({ token }) => pronoun.test(token.folded))

const personName = /^\p{Lu}[\p{L}-]+(?: \p{Lu}?[\p{L}-]+){1,3}$/u

/** What the clause before was about: what it names, else all its words. */
const subjectWords = (words: readonly AskedWord[]): readonly AskedWord[] => {
  const names = words.filter(({ weight }) => weight > 1)
  return names.length > 0 ? names : words.filter(({ text }) => !/^(vem|who)$/i.test(text))
}

/** What a name weighs that no word of the question says: it decides between facts, and forbids none. */
const meantWeight = 0.7

/** The person whom the clause before was answered with, as words by which what answers is chosen. */
const meantPerson = ({ told, frame }: Scope): readonly AskedWord[] => {
  const [only, ...others] = (told?.facts ?? []).filter(({ value }) => personName.test(value))
  return only && others.length === 0
    ? tokenize(only.value).flatMap(({ text, stem, folded }) =>
        isFunctionWord(folded)
          ? []
          : {
              text,
              stems: [stem],
              topics: [],
              phrase: frame.clause.from,
              at: frame.clause.from,
              weight: meantWeight,
              names: false,
            },
      )
    : []
}

/** `… och vad var målet?`, `… och vad blev utfallet?`: the same as before, in another sense. */
const asksLevelOnly = ({ words, topics, mood }: FactQuestion): boolean =>
  words.every(({ weight }) => weight < heavy) && topics.every(topic => topic === 'goal') && mood === 'goal'
const outcomeOnly = /\b(achieved|reached|outcome|result|utfall(et)?|resultat(et)?|uppnadd\w*|blev)\b/
/** The same after a goal that was told: what came of it. */
const asksOutcomeOnly = ({ told, frame }: Scope, { words, topics }: FactQuestion): boolean =>
  told?.figures.some(({ calculation }) => calculation.fact?.kind === 'target') === true &&
  topics.every(topic => topic === 'goal' || topic === 'person') &&
  !/\b(mal|malet|goal|target)\b/.test(saidIn(frame)) &&
  words.every(({ weight }) => weight < heavy) &&
  outcomeOnly.test(saidIn(frame))
const withWordsOf = (own: FactQuestion, before: FactQuestion): FactQuestion => ({
  ...own,
  words: before.words,
  expected: numericKinds.has(own.expected) ? before.expected : own.expected,
  ...(before.counted ? { counted: before.counted } : {}),
})
const numericKinds: ReadonlySet<Expected> = new Set(['any', 'number', 'money', 'percent', 'count'])

const ofThem = /\b(av|bland|of|among) (dem|dom|dessa|them|those|these)\b(?! (som|who|that)\b)/
/** `Och hur många av dem fick jobb?`: the names of the clause before say of whom, and forbid nothing. */
const withThoseMeant = (own: FactQuestion, { frame, prior, ...scope }: Scope): FactQuestion => {
  if (!prior || !ofThem.test(saidIn(frame)) || own.words.some(({ weight }) => weight > 1)) return own
  const before = ownQuestion({ ...scope, frame: prior }).words.filter(({ weight }) => weight > 1)
  return { ...own, words: [...own.words, ...before.map(word => ({ ...word, weight: meantWeight }))] }
}

/** The words of a clause by which a fact could be found; what a pronoun stands for is taken from the clause before. */
export const factQuestionOf = (scope: Scope): FactQuestion => {
  const own = ownQuestion(scope)
  const { frame, prior } = scope
  if (prior && asksOutcomeOnly(scope, own))
    return { ...withWordsOf(own, ownQuestion({ ...scope, frame: prior })), mood: 'outcome', topics: [] }
  if (prior && asksLevelOnly(own)) return withWordsOf(own, ownQuestion({ ...scope, frame: prior }))
  if (
    !(saysPronoun(frame) || (own.words.length === 0 && scope.told)) ||
    !prior ||
    own.words.some(word => word.topics.length === 0 && word.weight >= 1)
  )
    return withThoseMeant(own, scope)
  const before = ownQuestion({
    ...scope,
    frame: { ...prior, marks: prior.marks.filter(({ meaning }) => meaning.kind !== 'topic' || meaning.id !== 'person') },
  })
  const subject = before.topics.filter(topic => topic !== 'person' && !own.topics.includes(topic))
  return {
    ...own,
    words: [...own.words, ...subjectWords(before.words), ...meantPerson(scope)],
    topics: [...own.topics, ...subject],
  }
}

/** What follows `hur många` without naming what is counted. */
const verbal = /^(sitter|ingår|finns|deltar|deltog|jobbar|arbetar|bor|gick|går|sit|serve|work|live|are|were)$/i

/** `Of those who finished`: of whom, and no question for a name. */
const relative = /\b(those|them|people|persons|everyone|anyone|participants|pupils|students|men|women) who\b/

const levelAsked = /\b(till vilk\w+|pa vilken|to what|to which|at what|at which) (niva\w*|level)\b/

/** The words of a clause by which a fact could be found, and what kind of fact in which sense. */
const ownQuestion = (scope: Scope): FactQuestion => {
  const { frame } = scope
  const said = saidIn(frame)
  const expected = expectedOf(scope)
  const topics = topicsOf(frame).filter(
    topic => !(topic === 'employer' && (expected === 'count' || expected === 'fte')) && !(topic === 'person' && relative.test(said)),
  )
  const words = askedWords(scope, expected, topics)
  const after = frame.words.findIndex(
    ({ token }, at) => at >= frame.clause.from && at < frame.clause.to && /^(manga|many|antal\w*|number)$/.test(token.folded),
  )
  const counted =
    after < 0 ? undefined : words.find(word => word.at > after && word.at - after <= 4 && !word.ofWhole && !verbal.test(word.text))
  return {
    words,
    expected,
    topics,
    mood: moodAsked(said, topics),
    ...(counted ? { counted } : {}),
    numbers: numbersIn(frame),
    level: levelAsked.test(said),
  }
}

/** Whether the question says anything that a fact could be told by. */
export const saysSomething = (question: FactQuestion): boolean =>
  question.words.length > 0 || question.expected === 'former-name' || fold(question.topics.join('')) !== ''

const proseKinds: ReadonlySet<Expected> = new Set([
  'place',
  'name',
  'body',
  'text',
  'list',
  'date',
  'why',
  'frequency',
  'duration',
  'range',
  'fte',
  'degree',
  'law',
])
const peopleTopics: ReadonlySet<string> = new Set(['board-members', 'deputies'])

/** Whether no table can answer: a name, a date, a reason, or the size of the board is asked for. */
export const asksProse = ({ expected, topics }: FactQuestion): boolean =>
  proseKinds.has(expected) || (expected === 'count' && topics.some(topic => peopleTopics.has(topic)))
