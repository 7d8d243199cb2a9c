import { fold } from '../../words/fold.ts'
import { tokenize } from '../../words/tokenize.ts'
import type { Scope } from '../scope.ts'
import { type Evidence, isFragment } from './evidence.ts'
import type { KnownFact } from './fact-index.ts'
import { type FactQuestion, heavy } from './fact-question.ts'
import { topicShare } from './topic-share.ts'
import { isFunctionWord, isWeakWord, tellsOfPeople } from './vocabulary.ts'

/** Words of a short attribute that the question does not ask for: `ledamöter per medlem` to `hur många ledamöter`. */
const unasked = (question: FactQuestion, attribute: string): number => {
  const words = tokenize(attribute).filter(token => token.kind === 'word')
  const asked = new Set(question.words.flatMap(word => word.stems))
  return words.length > 4 ? 1 : words.filter(token => !asked.has(token.stem)).length
}

/** Subjects that a question about the association itself has, though it does not name them. */
const ownSubject =
  /^(styrelse|malgrupp|kansli|tilldelning|finansiering|eget kapital|verksamhetsplan|arsredovisning|delarsrapport|varje medlem|samordningsforbund i lanet)/

/** Words of a fact's subject that the question does not hold: what it says is then of something more particular. */
const otherSubject = (scope: Scope, association: string, question: FactQuestion): ((fact: KnownFact) => number) => {
  const own = scope.library.association(association)
  const names = new Set(tokenize(own ? `${own.name} ${own.shortName}` : '').map(({ stem }) => stem))
  const asked = new Set(question.words.flatMap(({ stems }) => stems))
  return ({ subject }) => {
    if (ownSubject.test(fold(subject))) return 0
    const extra = tokenize(subject).filter(
      ({ kind, stem, folded }) =>
        kind === 'word' && folded.length > 2 && !names.has(stem) && !asked.has(stem) && !isFunctionWord(folded) && !isWeakWord(folded),
    )
    return Math.min(0.24, 0.08 * extra.length)
  }
}

/** `80 deltagare hade praktik` tells of more than how many they were: a state of people that the question does not speak of. */
const ofState = (question: FactQuestion): ((evidence: Evidence) => number) => {
  const asked = question.expected === 'count' && question.words.every(({ stems }) => !tellsOfPeople(stems))
  return ({ fact, own }) => (asked && countsPeople.has(fact.unit ?? '') && tellsOfPeople([...own]) ? 0.2 : 0)
}
const countsPeople: ReadonlySet<string> = new Set(['participants', 'persons', 'count'])

/** A bar within a sentence parts cells of a table; at its start it is a scanned `I`. */
const pipeWithin = /[^\s.!?]\s*\|/

/** Small preferences between facts that hold the same words: labelled ones, the association itself, printed before derived. */
export const preference = (scope: Scope, association: string, question: FactQuestion): ((evidence: Evidence) => number) => {
  const others = scope.library.associations.filter(({ id }) => id !== association).map(({ name }) => fold(name))
  const other = otherSubject(scope, association, question)
  const own = scope.library.association(association)
  const names = own ? [own.name, own.shortName, `förbundet ${own.shortName}`].map(fold) : []
  const ofItself = question.words.every(({ weight, topics }) => weight < heavy || topics.length > 0)
  const state = ofState(question)
  return evidence => {
    const { fact } = evidence
    const itself = ofItself && names.includes(fold(fact.subject)) && !isFragment(fact) ? 0.12 : 0
    const ofOther = others.includes(fold(fact.subject)) && !question.words.some(word => word.weight > 1) ? 0.15 : 0
    const derived = fact.qualifier === 'derived' ? 0.06 : 0
    const wordy = typeof fact.value === 'string' && fact.value.length > 60 ? 0.15 : 0
    const othersPost =
      question.expected === 'name' &&
      !isFragment(fact) &&
      unasked(question, /^(namn|person)/.test(fold(fact.attribute)) ? fact.subject : fact.attribute) > 0
        ? 0.15
        : 0
    const tabular = pipeWithin.test(fact.context) ? 0.5 : 0
    const topic = topicShare(fact, question.topics) * (isFragment(fact) ? 0.05 : 0.12)
    return (
      topic +
      itself -
      other(fact) -
      ofOther -
      derived -
      state(evidence) -
      tabular -
      wordy -
      othersPost -
      Math.min(0.06, 0.02 * unasked(question, fact.attribute))
    )
  }
}
