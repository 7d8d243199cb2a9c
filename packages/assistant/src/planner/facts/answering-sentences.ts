import { fold } from '../../words/fold.ts'
import { tokenize } from '../../words/tokenize.ts'
import { asksWhether } from '../intents/whether.ts'
import { isTabular } from '../passages/excerpt.ts'
import { type DocumentSentence, sentencesOf } from '../passages/sentences.ts'
import type { Scope } from '../scope.ts'
import type { AskedWord } from './asked-words.ts'
import { type Likeness, levelOf, likenessIn, type Worded } from './cover.ts'
import { asksMeaning, type Expected, saidIn } from './expected.ts'
import { type FactQuestion, heavy } from './fact-question.ts'
import type { Mood } from './mood.ts'
import { asksOwnLife, tellsWhatHappened } from './of-one-asked.ts'
import { tellsTenure } from './tenure.ts'
import { isFunctionWord } from './vocabulary.ts'

interface WordedSentence extends Worded {
  readonly sentence: DocumentSentence
  readonly next?: DocumentSentence
}

const levels = { own: 1, carried: 0.8, heading: 0.7, before: 0.45 } as const
const pointsBack =
  /^(av (de|dem|dessa) som|det|detta|dessa|den|denne|denna|hon|han|de|insatsen|projektet|verksamheten|gruppen|teamet|uppdraget|avtalet|tjänsten|nätverket|rådet|anledningen|orsaken|skälet|syftet|målet|this|these|it|she|he|they)\b/i

const stemsOf = (text: string): readonly string[] =>
  tokenize(text).flatMap(token => (token.kind === 'word' && token.folded.length > 1 ? [token.stem] : []))

const wordedOf = (sentences: readonly DocumentSentence[]): readonly WordedSentence[] =>
  sentences.map((sentence, at) => {
    const words = new Map<string, number>()
    const add = (text: string, level: number): void => {
      for (const stem of stemsOf(text)) words.set(stem, Math.max(words.get(stem) ?? 0, level))
    }
    const before = sentences[at - 1]
    const next = sentences[at + 1]
    add(sentence.text, levels.own)
    if (sentence.heading) add(sentence.heading, levels.heading)
    if (before && sentence.paragraph === before.paragraph) add(before.text, pointsBack.test(sentence.text) ? levels.carried : levels.before)
    return { sentence, words, ...(next && next.paragraph === sentence.paragraph ? { next } : {}) }
  })

const wordedSentences = new WeakMap<readonly DocumentSentence[], readonly WordedSentence[]>()
/** The words of a document's sentences, told apart the first time that they are asked for. */
const wordedOnce = (sentences: readonly DocumentSentence[]): readonly WordedSentence[] => {
  const known = wordedSentences.get(sentences)
  if (known) return known
  const made = wordedOf(sentences)
  wordedSentences.set(sentences, made)
  return made
}

const reason =
  /(\bbero|orsak|darfor|pa grund|eftersom|\bskal|anledning|till foljd|tack vare|\bgor att\b|\bgjorde att\b|innebar att|medfor|varpa|med anledning av|leder till att|ledde till att|because|due to|reason)/
const dated = /(\b(19|20)\d\d\b(?!:)|\b\d{8}\b|januari|februari|mars|april|maj|juni|juli|augusti|september|oktober|november|december)/
const personName = /(?<!^)(?<![.!?] )\p{Lu}\p{Ll}+(?:-\p{Lu}\p{Ll}+)? \p{Lu}[\p{Ll}\d]+/u
const bodyNoun =
  /\b(styrelse\w*|ordforande\w*|kommun\w*|region\w*|staten|medlem\w*|parter\w*|forening\w*|foretag\w*|forbund\w*|forbundschef\w*|kansli\w*|forsakringskassan|arbetsformedlingen|fullmaktige|deltagarna|huvudman\w*|regering\w*|universitet\w*|hogskola\w*|institut\w*|ab)\b/
const actor =
  /^(styrelsen|ordforanden|forbundschefen|forbundssamordnaren|kansliet|kommunen|kommunerna|regionen|staten|medlemmarna|parterna|forsakringskassan|arbetsformedlingen|fullmaktige)$/
const notPerson =
  /(bund|samordning|chef|kansli|kommun|region|stad|\bab\b|universitet|kassan|formedling|konferens|styrelse|lan\b|rad|^(norra|sodra|ostra|vastra|ovre|nedre|mellersta|stora|lilla) )/

/** Whether a text names a person: two names in a row that are no body, place or role. */
const namesPerson = (text: string): boolean => {
  const name = personName.exec(text)?.[0]
  return name !== undefined && !notPerson.test(fold(name))
}
const often = /\b(varje|varannan|ganger|gang|arligen|manad\w*|vecka\w*|lopande|regelbund\w*|termin)\b/

/** Whether a sentence can hold what is asked for. */
const holdsAnswer: Readonly<Partial<Record<Expected, (text: string) => boolean>>> = {
  why: text => reason.test(fold(text)),
  date: text => dated.test(fold(text)),
  name: text => namesPerson(text) || /\b(AB|HB)\b/.test(text),
  place: text => /(?:^|\s)(i|på|hos|vid|av|till|in|at) \p{Lu}/u.test(text),
  duration: text => dated.test(fold(text)) || /\b(ar|manader|veckor|arig\w*)\b/.test(fold(text)),
  body: text => bodyNoun.test(fold(text)) || namesPerson(text),
  frequency: text => often.test(fold(text)),
  list: () => true,
  text: () => true,
  any: () => true,
  reached: text => /\bmal(et|en)?\b/.test(fold(text)),
}

const leastLevel = 0.44
const leastShare = 0.6
/** Some word of the question stands in the sentence itself. */
const ownLevel = 0.72
/** Words that the sentence must add: one names a body or a place, more are needed to say what something is. */
const leastNews: Readonly<Partial<Record<Expected, number>>> = { body: 1, name: 1, place: 1, date: 0, frequency: 0, duration: 0 }
const mostNews = 2

/** Words of a sentence that the question does not hold already. */
const newsIn = (question: FactQuestion, sentence: DocumentSentence): number => {
  const asked = new Set(question.words.flatMap(({ stems }) => stems))
  return new Set(
    tokenize(sentence.text)
      .filter(token => token.kind === 'word' && token.folded.length > 3 && !isFunctionWord(token.folded) && !asked.has(token.stem))
      .map(token => token.stem),
  ).size
}

/** `Förbundschefen har personalansvar …`: a role or body that the question does not name, and that does what it asks about. */
const byRole = (question: FactQuestion, text: string): boolean => {
  const asked = new Set(question.words.flatMap(({ stems }) => stems))
  const opening = tokenize(text).slice(0, 1)
  const telling = question.words.some(({ weight, topics }) => weight === 1 && topics.length === 0)
  return telling && opening.some(({ folded, stem }) => actor.test(folded) && !asked.has(stem))
}

/** A sentence that may answer, with how much of the question it holds. */
export interface Candidate {
  readonly sentence: DocumentSentence
  readonly score: number
  /** Every weighty word of the question stands in the sentence itself. */
  readonly whole: boolean
}

const yearsIn = (text: string): readonly string[] => text.match(/\b(?:19|20)\d\d\b/g) ?? []
/** A year that the question names itself tells nothing of when. */
const withoutYears = (text: string, years: readonly string[]): string => years.reduce((rest, year) => rest.replaceAll(year, ''), text)

/** `Vem driver Stödet?`: a name written as one is said by no sentence that only has its words in small letters. */
const namesAsNames = ({ words }: FactQuestion, { text, heading = '' }: DocumentSentence): boolean => {
  const names = words.filter(({ weight, text: asked }) => weight > 1 && /^\p{Lu}\p{Ll}/u.test(asked))
  const said = tokenize(`${heading} ${text}`).filter(({ stem }) => names.some(({ stems }) => stems.includes(stem)))
  return said.length === 0 || said.some(({ text: one }) => /^[\p{Lu}\d]/u.test(one))
}

const defining = /^(ar|innebar|betyder|avser|handlar|syftar|ska|arbetar|ansvarar|stodjer|leder|ger|means|is)$/

/** What a thing is or does is told where the thing itself is named, before the verb that tells it. */
const definesAll = ({ words }: FactQuestion, text: string): boolean => {
  const tokens = tokenize(text)
  const verb = tokens.findIndex(({ folded }) => defining.test(folded))
  return words.every(
    ({ weight, stems, text: asked }) =>
      weight < heavy || tokens.slice(0, verb + 1).some(({ stem, folded }) => stem === stems[0] || folded.startsWith(fold(asked))),
  )
}

/** The sentences of an association's documents that hold a question's words and can hold what it asks for. */
export const answeringSentences = (scope: Scope, question: FactQuestion, association: string): readonly Candidate[] => {
  const { byDocument } = sentencesOf(scope.context)
  const own = [...byDocument.values()].filter(list => list[0]?.association === association)
  const worded = own.flatMap(wordedOnce)
  const stems = new Set(worded.flatMap(({ words }) => [...words.keys()]))
  const likeness = new Map<unknown, Likeness>(question.words.map(word => [word, likenessIn({ stems }, word)]))
  const total = question.words.reduce((sum, { weight }) => sum + weight, 0)
  const holds = holdsAnswer[question.expected]
  const ownLife = asksOwnLife(question)
  const asked = yearsIn(saidIn(scope.frame))
  const defines = asksMeaning(scope.frame)
  const whether = asksWhether(scope)
  if (!holds || total === 0) return []
  return worded.flatMap((one): readonly Candidate[] => {
    const { sentence, next } = one
    const levelIn = (word: AskedWord): number => levelOf(word, likeness.get(word) ?? new Map(), one)
    let held = 0
    for (const word of question.words) {
      const level = levelIn(word)
      if (word.weight >= heavy && level < leastLevel) return []
      held += level * word.weight
    }
    const own = question.words.some(word => word.weight >= heavy && levelIn(word) >= ownLevel)
    const follows = question.expected === 'why' && next && pointsBack.test(next.text) && holds(next.text) ? next : undefined
    const answering = follows ?? sentence
    if (
      !own ||
      held / total < leastShare ||
      isTabular(answering.text) ||
      !(holds(answering.text) || (question.expected === 'name' && byRole(question, answering.text))) ||
      !ofMood[question.mood].test(fold(answering.text)) ||
      !namesAsNames(question, sentence) ||
      !tellsWhatHappened(scope, answering.text) ||
      (defines && !definesAll(question, answering.text)) ||
      (question.expected === 'date' && !holds(withoutYears(answering.text, asked))) ||
      (question.expected === 'name' && !tellsTenure(scope, question, answering.text)) ||
      (ownLife && !/forbund/.test(fold(answering.text))) ||
      newsIn(question, answering) < (whether ? 0 : (leastNews[question.expected] ?? mostNews))
    )
      return []
    const said = new Map(stemsOf(sentence.text).map(stem => [stem, levels.own]))
    const whole =
      answering === sentence &&
      question.words.every(word => word.weight < heavy || levelOf(word, likeness.get(word) ?? new Map(), { words: said }) >= ownLevel)
    return [{ sentence: answering, score: held / total, whole }]
  })
}

const ofMood: Readonly<Record<Mood, RegExp>> = {
  outcome: /(?:)/,
  planned: /(?:)/,
  goal: /\b(mal|malet|malen|malsattning\w*|ska|skall|bor)\b/,
  limit: /\b(som mest|hogst|maximalt?|tak|taket|sparr\w*|grans\w*|far|inte)\b/,
  applied: /\b(sokt|sokte|soker|ansok\w*|begar\w*)\b/,
}
