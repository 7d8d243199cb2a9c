import { fold } from '../../words/fold.ts'
import { hasCue } from '../frame.ts'
import type { Scope } from '../scope.ts'
import { isNamed, isOwn, type Likeness, levelOf } from './cover.ts'
import { type Evidence, levels, sentenceOfFact } from './evidence.ts'
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

/** What is told of one initiative is no answer for another, named only in the sentences before. */
export const ofInitiative = (question: FactQuestion, initiatives: ReadonlySet<string>, near: Near): ((evidence: Evidence) => boolean) => {
  const named = question.words.filter(({ weight, names }) => weight > 1 || names)
  return evidence => !initiatives.has(evidence.fact.subject) || named.every(word => levelOf(word, near(word), evidence) > levels.section)
}

/** `Vilka kommuner har lägst …`: the sentence must say which are lowest itself. */
export const ofSuperlative = ({ frame }: Scope, question: FactQuestion): ((evidence: Evidence) => boolean) => {
  const asked =
    question.expected !== 'list' ? undefined : hasCue(frame, 'lowest') ? /\blags/ : hasCue(frame, 'highest') ? /\bhogs|\bstors/ : undefined
  return ({ fact }) => asked === undefined || asked.test(fold(sentenceOfFact(fact)))
}

const ownEnough = 0.6

/** Why something is so is told of itself, not of what the paragraph spoke of before. */
export const ofCauseAsked = (question: FactQuestion, near: Near): ((evidence: Evidence) => boolean) => {
  const named = question.expected === 'why' ? question.words.filter(({ weight, names }) => weight > 1 || names) : []
  return evidence => named.every(word => levelOf(word, near(word), evidence) >= ownEnough)
}
