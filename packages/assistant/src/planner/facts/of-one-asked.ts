import { fold } from '../../words/fold.ts'
import { hasCue } from '../frame.ts'
import type { Scope } from '../scope.ts'
import { isNamed, isOwn, type Likeness, levelOf } from './cover.ts'
import { type Evidence, levels, sentenceOfFact } from './evidence.ts'
import { saidIn } from './expected.ts'
import { type FactQuestion, heavy } from './fact-question.ts'

type Near = (word: FactQuestion['words'][number]) => Likeness

/** When an association began or ended is told of itself, not of what began or ended in it. */
const lifeTopics: ReadonlySet<string> = new Set(['formed', 'closed'])

/** Whether a question is for when the association itself began or ended. */
export const asksOwnLife = (question: FactQuestion): boolean =>
  question.expected === 'date' &&
  question.words.every(({ weight, topics }) => weight < heavy || topics.length > 0) &&
  question.topics.some(topic => lifeTopics.has(topic))

/** A question for the association's own beginning or end is answered by nothing that began or ended in it. */
export const ofOwnLife = ({ library }: Scope, association: string, question: FactQuestion): ((evidence: Evidence) => boolean) => {
  if (!asksOwnLife(question)) return () => true
  const own = library.association(association)
  const names = own ? [own.name, own.shortName, `förbundet ${own.shortName}`].map(fold) : []
  return ({ fact }) => names.includes(fold(fact.subject))
}

const office =
  /(ordforande|ordf|chef|samordnare|ledare|revisor|ekonom|sekreterare|koordinator|handlaggare|konsulent|ledamot|ledamoter|ersattare|kommunikator|doktorand|utvecklare|controller|administrator|chair|chairperson|manager|director|auditor|coordinator|treasurer)(en|n|na|er|erna|s)?$/

/** Who holds an office is told where the office itself stands, in the sentence or in the label; what stands near it is another's. */
export const ofOffice = (question: FactQuestion, near: Near): ((evidence: Evidence) => boolean) => {
  const offices = question.expected === 'name' ? question.words.filter(({ text }) => office.test(fold(text))) : []
  const vice = question.expected === 'name' && question.words.some(({ text }) => /^vice$/i.test(text))
  return evidence =>
    (!vice || /^(vice|andre|2:e) /.test(fold(evidence.fact.subject))) &&
    offices.every(word => isOwn(near(word), evidence) || isNamed(near(word), evidence))
}

/** What is told of one initiative is no answer for another, named only in the sentences before or above. */
export const ofInitiative = (question: FactQuestion, initiatives: ReadonlySet<string>, near: Near): ((evidence: Evidence) => boolean) => {
  const named = question.words.filter(({ weight, names }) => weight > 1 || names)
  const all = [...initiatives].map(name => ({ name, folded: fold(name) }))
  const tellsOne = ({ fact }: Evidence): boolean => {
    if (initiatives.has(fact.subject)) return true
    const said = fold(sentenceOfFact(fact))
    return all.some(({ folded }) => said.includes(folded))
  }
  return evidence => named.every(word => levelOf(word, near(word), evidence) > levels.section) || !tellsOne(evidence)
}

/** `Vilka kommuner har lägst …`: the sentence must say which are lowest itself. */
export const ofSuperlative = ({ frame }: Scope, question: FactQuestion): ((evidence: Evidence) => boolean) => {
  const asked =
    question.expected !== 'list' ? undefined : hasCue(frame, 'lowest') ? /\blags/ : hasCue(frame, 'highest') ? /\bhogs|\bstors/ : undefined
  return ({ fact }) => asked === undefined || asked.test(fold(sentenceOfFact(fact)))
}

/** When something happens is told by no year that the question itself names: `När beslutades budgeten för 2025?`. */
export const ofTimeToTell = ({ frame }: Scope, question: FactQuestion): ((evidence: Evidence) => boolean) => {
  const years =
    question.expected === 'date'
      ? saidIn(frame)
          .match(/\b(?:19|20)\d\d\b/g)
          ?.map(Number)
      : undefined
  return ({ fact: { value } }) => years === undefined || !(typeof value === 'number' && years.includes(value))
}

const actualAsked = /\b(faktisk\w*|verklig\w*|bokford\w*|utfallet|actual|actually)\b/
const expectedSaid = /\b(prognos\w*|budgeterad\w*|budgeterat|beraknas|forvantas|vantas|forecast)\b/
const happenedSaid = /\b(utfall\w*|blev|bokslut\w*|har|hade)\b/

/** What actually came of something is told by no sentence that only expects it. */
export const tellsWhatHappened = ({ frame }: Scope, sentence: string): boolean => {
  const said = actualAsked.test(saidIn(frame)) ? fold(sentence) : ''
  return !expectedSaid.test(said) || happenedSaid.test(said)
}

const ofBoard: ReadonlySet<string> = new Set(['board-members', 'deputies'])
const takesPart = /(deltag|deltar|deltog|insats|inskriv|plats|volym|particip)/

/** `Hur många sitter i styrelsen?` */
const sitsOn = /\b(hur manga|how many)(?: \w+){0,3} (sitter|ingar|finns|sit|sits|are|serve)\b.*\b(i|pa|on|in)\b.*\b(styrelse\w*|board)\b/

const ofEach = /\b(utser|utse|varje medlem|vardera|respektive medlem|per medlem|each|appoints?)\b/

/** How many sit on the board is told by its size alone, how many take part by no number of other people. */
export const ofPeopleCounted = ({ frame }: Scope, question: FactQuestion): ((evidence: Evidence) => boolean) => {
  const board = question.topics.some(topic => ofBoard.has(topic)) || (question.expected === 'count' && sitsOn.test(saidIn(frame)))
  if (question.expected !== 'count' && !(board && question.expected === 'any')) return () => true
  const size = ofEach.test(saidIn(frame)) ? /^(utser, )?(ledamot|ledamoter|ersattare)\b/ : /^(ledamot|ledamoter|ersattare)\b/
  if (board) return ({ fact }) => size.test(fold(fact.attribute))
  const participants = question.words.some(({ text }) => /^(deltagar|participant)/.test(fold(text)))
  return ({ fact }) => !participants || fact.unit !== 'persons' || takesPart.test(fold(`${sentenceOfFact(fact)} ${fact.attribute}`))
}

/** Of whom the association is for, no age of anything else. */
export const ofTargetGroup = (question: FactQuestion): ((evidence: Evidence) => boolean) => {
  const open = question.expected === 'range' && question.words.every(({ weight, topics }) => weight < heavy || topics.length > 0)
  return ({ fact }) => !open || fact.kind === 'target-group'
}

const allTogether =
  /\b(insatser|insatserna|insatsernas|individinsatser\w*|initiatives|interventions|projects|projekten|totalt|sammanlagt|in total|altogether)\b/

/** How many all initiatives had is told by no number of one of them. */
export const ofAllAsked = (
  { frame }: Scope,
  question: FactQuestion,
  initiatives: ReadonlySet<string>,
): ((evidence: Evidence) => boolean) => {
  const named = question.words.some(({ weight, names }) => weight > 1 || names)
  const all = question.expected === 'count' && !named && allTogether.test(saidIn(frame))
  return ({ fact }) => !all || !initiatives.has(fact.subject)
}

const ownEnough = 0.6

/** Why something is so is told of itself, not of what the paragraph spoke of before. */
export const ofCauseAsked = (question: FactQuestion, near: Near): ((evidence: Evidence) => boolean) => {
  const named = question.expected === 'why' ? question.words.filter(({ weight, names }) => weight > 1 || names) : []
  return evidence => named.every(word => levelOf(word, near(word), evidence) >= ownEnough)
}
