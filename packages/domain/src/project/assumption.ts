import { allOf } from '../calculate/all.ts'
import type { EvaluationFailure, Note } from '../calculate/calculation.ts'
import { addIntervals, type Interval, scaleInterval, subtractIntervals } from '../calculate/interval.ts'
import type { ConceptId } from '../concepts/concept.ts'
import { conceptOf, isWithin } from '../concepts/concept-table.ts'
import type { Library } from '../library/library.ts'
import { yearOf } from '../model/period.ts'
import { type Result, success } from '../model/result.ts'
import type { Assumption, Target } from '../query/query.ts'
import { type Ground, unchanged } from './base.ts'

/** What an assumption adds to its target in a year, and what should be told of it. */
export interface Delta {
  readonly target: Target
  readonly delta: Interval
  readonly notes: readonly Note[]
}

const exactly = (value: number): Interval => ({ value, low: value, high: value })
const öre = (kronor: number): number => Math.round(kronor * 100)

/** A yearly fall stops at its floor; a yearly rise stops at it as a ceiling. */
function bounded(raw: Interval, percent: number, floor: number | undefined): { readonly at: Interval; readonly stopped: boolean } {
  if (floor === undefined) return { at: raw, stopped: false }
  const limit = öre(floor)
  const stopped = percent < 0 ? raw.value <= limit : raw.value >= limit
  return stopped ? { at: exactly(limit), stopped } : { at: raw, stopped }
}

function yearlyDelta(ground: Ground, assumption: Assumption, year: number, now: Interval): Result<Delta, EvaluationFailure> {
  const { change, target } = assumption
  if (!('percent' in change)) throw new Error('only a percent falls each year')
  const start = Math.max(yearOf(ground.base), assumption.from - 1)
  const first = unchanged(ground, target, start)
  if (!first.ok) return first
  const factor = 1 + change.percent / 100
  const steps = year - Math.max(assumption.from, start + (assumption.from > start ? 1 : 0)) + 1
  const raw = scaleInterval(first.value.result, factor ** steps)
  const before = scaleInterval(first.value.result, factor ** (steps - 1))
  const { at, stopped } = bounded(raw, change.percent, change.floor)
  const firstStop = stopped && !bounded(before, change.percent, change.floor).stopped
  const notes = firstStop
    ? [{ code: 'floor-reached', parameters: { year, floor: change.floor ?? 0, before: Math.round(raw.value) / 100 } }]
    : []
  return success({ target, delta: subtractIntervals(at, now), notes })
}

/** What an assumption changes in a year; nothing before its first year. */
export function deltaOf(ground: Ground, assumption: Assumption, year: number): Result<Delta, EvaluationFailure> {
  const { change, target, from } = assumption
  const none: Delta = { target, delta: exactly(0), notes: [] }
  if (year < from) return success(none)
  if ('amount' in change) return success({ ...none, delta: exactly(öre(change.amount)) })
  const now = unchanged(ground, target, year)
  if (!now.ok) return now
  if ('set' in change) return success({ ...none, delta: subtractIntervals(exactly(öre(change.set)), now.value.result) })
  if ('repeat' in change) {
    const then = unchanged(ground, target, change.repeat)
    return then.ok ? success({ ...none, delta: subtractIntervals(then.value.result, now.value.result) }) : then
  }
  if (change.yearly) return yearlyDelta(ground, assumption, year, now.value.result)
  const { at } = bounded(scaleInterval(now.value.result, 1 + change.percent / 100), change.percent, change.floor)
  const plain = change.floor === undefined ? scaleInterval(now.value.result, change.percent / 100) : subtractIntervals(at, now.value.result)
  return success({ ...none, delta: plain })
}

/** The concept that a target is, or that its line stands for. */
export function conceptOfTarget(library: Library, target: Target): ConceptId | undefined {
  if ('concept' in target) return conceptOf(target.concept)?.id
  if ('line' in target) return library.line(target.line)?.concept?.id
  if ('member' in target) {
    const kind = library.member(target.member)?.kind
    return kind === 'state' ? 'contribution-state' : kind === 'region' ? 'contribution-region' : 'contribution-municipality'
  }
  return target.measure === 'contributions-total' ? 'contributions' : undefined
}

const sameTarget = (one: Target, other: Target): boolean => JSON.stringify(one) === JSON.stringify(other)

/** Whether what changes in one target changes another: the same, or a part of it. A state's amount is a part of the contributions. */
export function isPartOf(library: Library, part: Target, whole: Target): boolean {
  if (sameTarget(part, whole)) return true
  const [inner, outer] = [conceptOfTarget(library, part), conceptOfTarget(library, whole)]
  if (inner === undefined || outer === undefined || 'line' in whole || 'member' in whole) return false
  return isWithin(inner, outer)
}

/** All that the assumptions add to a target in a year. */
export function deltaFor(
  ground: Ground,
  assumptions: readonly Assumption[],
  target: Target,
  year: number,
): Result<{ readonly delta: Interval; readonly notes: readonly Note[] }, EvaluationFailure> {
  const touching = assumptions.filter(assumption => isPartOf(ground.context.library, assumption.target, target))
  const deltas = allOf(touching, assumption => deltaOf(ground, assumption, year))
  if (!deltas.ok) return deltas
  return success({ delta: addIntervals(deltas.value.map(({ delta }) => delta)), notes: deltas.value.flatMap(({ notes }) => notes) })
}
