import { fold } from '../../words/fold.ts'
import type { Scope } from '../scope.ts'
import type { Evidence } from './evidence.ts'
import { saidIn } from './expected.ts'
import type { KnownFact } from './fact-index.ts'
import type { FactQuestion } from './fact-question.ts'

/** Whom of those who have held an office a question means: `before` and `after` somebody, who stands in, who is to come. */
type Tenure = 'before' | 'after' | 'acting' | 'new' | 'now'

const asked: readonly (readonly [RegExp, Tenure])[] = [
  [/\b(tf|t f|tillforordna\w*|vikarie\w*|vikariera\w*|stallforetrad\w*|acting|interim|stand in|stood in|deputi[sz]ed)\b/, 'acting'],
  [/\b(ersattes|ersatts|eftertraddes|eftertratts|avlostes|replaced|succeeded) (av|by)\b/, 'before'],
  [
    /\b(eftertrad\w*|ersatte|ersatter|avloste|avloser|efter|succeed\w*|replaced|replaces|successor|after)\b|\b(tog|tar|tagit) over efter\b/,
    'after',
  ],
  [
    /\b(fore|foretrad\w*|innan|tidigare|forra|forre|foregaende|avgaende|before|previous\w*|former\w*|predecessor|outgoing|earlier)\b/,
    'before',
  ],
  [
    /\b(ny|nya|nye|nyvald\w*|nytilltradd\w*|tilltrad\w*|nasta|kommande|blir|new|next|incoming|newly)\b|\b(tog|tar|tagit|ta|took|takes|taking|take) over\b/,
    'new',
  ],
]

const tenureAsked = (said: string): Tenure => asked.find(([pattern]) => pattern.test(said))?.[1] ?? 'now'

const holdsAs: Readonly<Record<Exclude<Tenure, 'now'>, ReadonlySet<string | undefined>>> = {
  before: new Set(['former']),
  after: new Set(['new', 'incoming']),
  acting: new Set(['acting']),
  new: new Set(['new', 'incoming']),
}
const relation: Readonly<Partial<Record<Tenure, string>>> = { before: 'företrädare', after: 'ersatt av' }

const tells: Readonly<Record<Exclude<Tenure, 'now'>, RegExp>> = {
  before:
    /\b(tidigare|forra|forre|avgaende|avgick|avgatt|slutade|slutat|lamnade|lamnat|pension|eftertra\w*|ersatt\w*|avlost\w*|foretrad\w*)\b/,
  after: /\b(eftertra\w*|ersatt(e|es|er|s)|avlos\w*|over efter)\b/,
  acting: /\b(tf|tillforordna\w*|vikari\w*|stallforetrad\w*)\b/,
  new: /\b(ny|nya|nye|nyvald\w*|tilltra\w*|eftertra\w*|(tar|tog|tagit) \w+ ?(\w+ )?over|valdes|utsags|rekryter\w*)\b/,
}

const namesOf = (question: FactQuestion): readonly string[] =>
  question.words.filter(({ weight }) => weight > 1).map(({ text }) => fold(text))

/** Whether a sentence speaks of those whom a question for a name means, so that it may be quoted: of a former holder, a new one, one who stands in. */
export const tellsTenure = (scope: Scope, question: FactQuestion, text: string): boolean => {
  const tenure = tenureAsked(saidIn(scope.frame))
  const said = fold(text)
  return tenure === 'now' || (tells[tenure].test(said) && namesOf(question).every(name => said.includes(name)))
}

const isHolder = ({ attribute }: KnownFact): boolean => attribute === 'namn'
const isRelation = ({ attribute }: KnownFact): boolean => attribute === 'företrädare' || attribute === 'ersatt av'

const months = [
  'januari|january',
  'februari|february',
  'mars|march',
  'april',
  'maj|may',
  'juni|june',
  'juli|july',
  'augusti|august',
  'september',
  'oktober|october',
  'november',
  'december',
]

interface Days {
  readonly from: string
  readonly to: string
}

/** The month or year that a question names; a month without a year is of the fact's document. */
const daysAsked = ({ frame, library }: Scope, fact: KnownFact): Days | undefined => {
  const said = saidIn(frame)
  const month = months.findIndex(name => new RegExp(`\\b(?:${name})\\b`).test(said)) + 1
  const year = /\b20\d\d\b/.exec(said)?.[0] ?? (month > 0 ? String(library.document(fact.document)?.fiscalYear ?? '') : '')
  if (year === '') return undefined
  const digits = String(month).padStart(2, '0')
  return month > 0 ? { from: `${year}-${digits}-01`, to: `${year}-${digits}-31` } : { from: `${year}-01-01`, to: `${year}-12-31` }
}

/** Whether somebody held the office at some day of a time, as far as the fact tells. */
const heldWithin = ({ qualifier, period }: KnownFact, days: Days): boolean => {
  if (!period) return qualifier === undefined
  const [from, to] = 'at' in period ? [period.at, period.at] : [period.from, period.to]
  if (qualifier === 'former') return to >= days.from
  if (qualifier === 'new' || qualifier === 'incoming') return from <= days.to
  return from <= days.to && to >= days.from
}

const beginning = /\b(borja\w*|tilltra\w*|anstall\w*|start\w*|beg[aiu]n\w*|took office|took over|joined|joins|appointed)\b/
const ending = /\b(sluta\w*|avgick|avgar|avgatt|lamna\w*|pension\w*|left|leave\w*|retire\w*|resign\w*|quit|step\w* down)\b/

/** When somebody came is no answer to when somebody left. */
const ofEnd = (said: string, { kind, attribute }: KnownFact): boolean => {
  if (kind !== 'date') return true
  if (attribute === 'slutade') return !beginning.test(said)
  return !/^tillträd(de|er)$/.test(attribute) || !ending.test(said)
}

/**
 * Who holds an office is told of those that hold it, at the time that the question names; who held it before, who came after and who
 * stood in is told only of them, and of nobody whom the question itself names.
 */
export const ofTenure = (scope: Scope, question: FactQuestion, evidence: readonly Evidence[]): ((evidence: Evidence) => boolean) => {
  const said = saidIn(scope.frame)
  if (question.expected === 'date') return ({ fact }) => ofEnd(said, fact)
  if (question.expected !== 'name') return () => true
  const tenure = tenureAsked(said)
  const named = namesOf(question)
  const isNamed = ({ value }: KnownFact): boolean => named.some(name => fold(String(value)).split(/\s+/).includes(name))
  const held = (fact: KnownFact): boolean => {
    if (tenure !== 'now') return holdsAs[tenure].has(fact.qualifier) && (named.length === 0 || tenure === 'acting' || tenure === 'new')
    const days = daysAsked(scope, fact)
    return days ? heldWithin(fact, days) : fact.qualifier === undefined || fact.qualifier === 'new'
  }
  const holders = evidence.flatMap(({ fact }) => (isHolder(fact) ? [fact] : []))
  const isOnly = (fact: KnownFact): boolean =>
    tenure === 'now' && fact.qualifier !== 'former' && !holders.some(other => other.subject === fact.subject && held(other))
  return ({ fact }) => {
    if (isNamed(fact)) return false
    if (isRelation(fact)) return relation[tenure] === fact.attribute
    return !isHolder(fact) || held(fact) || isOnly(fact)
  }
}
