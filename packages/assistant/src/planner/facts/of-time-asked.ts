import { fold } from '../../words/fold.ts'
import type { Scope } from '../scope.ts'
import type { KnownFact } from './fact-index.ts'
import type { FoundFact } from './find-facts.ts'

/** The year that a fact is of, where it tells one. */
const ofOneYear = ({ period }: KnownFact): number | undefined => {
  if (!period) return undefined
  const [from, to] = 'at' in period ? [period.at, period.at] : [period.from, period.to]
  return from.slice(0, 4) === to.slice(0, 4) ? Number(to.slice(0, 4)) : undefined
}

/** A year that the question names must be the fact's document's own, or stand in the fact. */
export const ofYearAsked = ({ frame, library }: Scope, { fact, before }: Pick<FoundFact, 'fact' | 'before'>): boolean => {
  const years = frame.points.flatMap(point => (point.time && point.tokens.length > 0 ? [point.time.year] : []))
  if (years.length === 0) return true
  const own = library.document(fact.document)?.fiscalYear
  const told = ofOneYear(fact)
  if (told !== undefined && fact.kind !== 'date') return years.includes(told)
  const text = `${fact.printed} ${fact.context} ${/samma år|same year|^(?:Den|Det|Detta|It|This) /.test(fact.context) ? before : ''} ${String(fact.value)} ${fact.period ? JSON.stringify(fact.period) : ''}`
  return years.some(year => year === own || text.includes(String(year)))
}

const edgeWords =
  /(ingaende|utgaende|ingang|utgang|borjan|slutet|arsskifte|bokslut|balans|opening|closing|31 december|30 juni|1 januari|startkapital)/

/** What stood at the start or the end of a year is told only by a sentence that speaks of such a time. */
export const ofEdgeAsked = ({ frame }: Scope, fact: KnownFact): boolean =>
  frame.points.every(point => point.time?.edge === undefined) ||
  fact.kind === 'date' ||
  edgeWords.test(fold(`${fact.attribute} ${fact.printed} ${fact.context}`))
