import { type LibraryLine, type Query, yearOf } from '@finsam/domain'
import { fold } from '../../words/fold.ts'
import { lineLink } from '../cells.ts'
import type { Slot } from '../choose-links.ts'
import { cueLinks } from '../frame.ts'
import { type Pick, pickTarget } from '../pick-target.ts'
import { factQuery, run, type Scope } from '../scope.ts'
import { assumedPart } from './assumptions.ts'
import { queryOfColumn } from './column-query.ts'
import { sumOf } from './total.ts'
import { volumesOf } from './volumes.ts'

/** What an amount is divided by: who lives in an area, or who takes part. */
export type Heads = 'population' | 'participants'

/** How many heads stand for a part of the question at the time of an amount. */
export const countOf = (scope: Scope, slot: Slot, pick: Pick, kind: Heads): Pick | undefined => {
  const beside = kind === 'participants' ? headsBeside(scope, pick) : undefined
  if (beside) return beside
  const picked = pickTarget(scope.library, pick.association, slot, scope.frame.points[0], kind === 'population' ? 'population' : 'count')
  if (picked.kind === 'one') return picked.pick
  if (picked.kind === 'several') return sumOf(scope, picked.picks)
  return kind === 'participants' ? volumeFor(scope, slot, pick) : undefined
}

/** The participants that the amount's own row counts in a column beside it, for the same year; what is planned is not divided by what came. */
const headsBeside = (scope: Scope, pick: Pick): Pick | undefined => {
  const { quantity } = pick.calculation
  const line = quantity && scope.library.line(quantity.line)
  const counts = (line?.quantities ?? []).filter(
    ({ measure, value, period, scenario }) =>
      measure === 'participants' &&
      value !== null &&
      value > 0 &&
      period !== null &&
      pick.calculation.period !== undefined &&
      yearOf(period) === yearOf(pick.calculation.period) &&
      (scenario === 'actual') === (pick.calculation.scenario === 'actual'),
  )
  const [count, ...others] = counts
  if (!line || !count || others.length > 0) return undefined
  const query = queryOfColumn(line, count, count.measure)
  const calculation = run(scope, query)
  return calculation && { ...pick, query, calculation }
}

/** The number of participants that the prose gives; of a range, the end that the question names. */
const volumeFor = (scope: Scope, slot: Slot, pick: Pick): Pick | undefined => {
  const [fact, ...others] = volumesOf(scope.library, pick.association, slot)
  if (!fact || others.length > 0) return undefined
  const high = /\b(fullt?|hogre|hogsta?|maximal\w*|max|full|highest|upper|higher)\b/i.test(fold(scope.text))
  const low = /\b(lagre|lagsta?|minst|lowest|lower)\b/i.test(fold(scope.text))
  if (typeof fact.value !== 'number' && high === low) return undefined
  const query = factQuery(fact, typeof fact.value === 'number' ? undefined : high ? 'high' : 'low')
  const calculation = run(scope, query)
  return calculation && { ...pick, query, calculation }
}

/** Both ends of a range of participants that the prose gives. */
export const spanOf = (scope: Scope, slot: Slot, pick: Pick): readonly Pick[] => {
  const [fact, ...others] = volumesOf(scope.library, pick.association, slot)
  if (!fact || others.length > 0 || typeof fact.value === 'number') return []
  return (['low', 'high'] as const).flatMap(bound => {
    const query = factQuery(fact, bound)
    const calculation = run(scope, query)
    return calculation ? [{ ...pick, query, calculation }] : []
  })
}

const countsPeople = ({ unit, quantities }: LibraryLine): boolean =>
  unit === 'persons' || quantities.some(({ measure }) => measure === 'population')
const isOfParticipants = ({ unit, role }: LibraryLine): boolean => unit === 'participants' && role === 'item'

/** The numbers that a condition states, years apart. */
export const numbersAssumed = (scope: Scope): readonly number[] => {
  const { words, clause } = scope.frame
  const [cue] = cueLinks(scope.frame, 'project')
  const [from, to] = assumedPart(scope) ?? [cue?.tokens[0] ?? clause.to, clause.to]
  return words.slice(from, to).flatMap(({ token: { value } }) => (value === undefined || (value >= 1900 && value <= 2100) ? [] : [value]))
}

/** `Om de har 25 samtidigt`: the number of heads that a condition of the question assumes. */
export const assumedHeads = (scope: Scope, pick: Pick, kind: Heads): Pick | undefined => {
  const [value, ...others] = numbersAssumed(scope)
  if (value === undefined || others.length > 0 || value <= 0 || !Number.isInteger(value)) return undefined
  const label = scope.language === 'sv' ? 'Antaget antal' : 'Assumed number'
  const query: Query = { op: 'constant', value, unit: kind === 'population' ? 'persons' : 'participants', label }
  const calculation = run(scope, query)
  return calculation && { ...pick, query, calculation }
}

/** All that the association counts: the population of its members, or the participants of its initiatives. */
export const countOfAll = (scope: Scope, pick: Pick, kind: Heads): Pick | undefined => {
  const lines = scope.library
    .linesOf(pick.association)
    .filter(line => (kind === 'population' ? line.member !== undefined && countsPeople(line) : isOfParticipants(line)))
  const slots = lines.map(
    (line): Slot => ({
      tokens: [],
      value: 1,
      links: [lineLink(line, [])],
    }),
  )
  const counts = slots.flatMap(slot => countOf(scope, slot, pick, kind) ?? [])
  return counts.length === lines.length ? sumOf(scope, counts) : undefined
}
