import { allOf } from '../calculate/all.ts'
import type { EvaluationFailure, Note } from '../calculate/calculation.ts'
import { addIntervals, type Interval, scaleInterval, subtractIntervals } from '../calculate/interval.ts'
import { yearOf } from '../model/period.ts'
import { type Result, success } from '../model/result.ts'
import type { Assumption, Supposition } from '../query/assumption.ts'
import type { Target } from '../query/target.ts'
import { type Ground, unchanged } from './base.ts'
import { weightIn } from './part-of.ts'

/** What an assumption adds to its target in a year, and what should be told of it. */
export interface Delta {
  readonly target: Target
  readonly delta: Interval
  readonly notes: readonly Note[]
}

const exactly = (value: number): Interval => ({ value, low: value, high: value })
const öre = (kronor: number): number => Math.round(kronor * 100)

/** A yearly fall stops at its floor; a yearly rise stops at it as a ceiling; what does not change meets neither. */
function bounded(raw: Interval, percent: number, floor: number | undefined): { readonly at: Interval; readonly stopped: boolean } {
  if (floor === undefined || percent === 0) return { at: raw, stopped: false }
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

/** What an assumption speaks of; an added line counts as its concept. */
export const targetOf = (assumption: Supposition): Target => ('add' in assumption ? { concept: assumption.add.concept } : assumption.target)

/** The year whose amount a change holds on to: the one it names, or the last before it begins. */
function heldYear(ground: Ground, { change, from }: Assumption): number | undefined {
  if ('repeat' in change) return change.repeat
  return 'freeze' in change ? Math.max(yearOf(ground.base), from - 1) : undefined
}

function changeDelta(ground: Ground, assumption: Assumption, year: number): Result<Delta, EvaluationFailure> {
  const { change, target } = assumption
  if ('amount' in change) return success({ target, delta: exactly(öre(change.amount)), notes: [] })
  const now = unchanged(ground, target, year)
  if (!now.ok) return now
  const { result } = now.value
  const to = (then: Interval): Result<Delta, EvaluationFailure> => success({ target, delta: subtractIntervals(then, result), notes: [] })
  if ('set' in change) return to(exactly(öre(change.set)))
  if ('drop' in change) return success({ target, delta: scaleInterval(result, -1), notes: [] })
  const held = heldYear(ground, assumption)
  if (held !== undefined) {
    const then = unchanged(ground, target, held)
    return then.ok ? to(then.value.result) : then
  }
  if (!('percent' in change)) throw new Error('a change of no kind')
  if (change.yearly) return yearlyDelta(ground, assumption, year, result)
  if (change.floor === undefined) return success({ target, delta: scaleInterval(result, change.percent / 100), notes: [] })
  return to(bounded(scaleInterval(result, 1 + change.percent / 100), change.percent, change.floor).at)
}

/** What an assumption changes in a year; nothing before its first year or after its last. */
export function deltaOf(ground: Ground, assumption: Supposition, year: number): Result<Delta, EvaluationFailure> {
  const target = targetOf(assumption)
  if (year < assumption.from || year > (assumption.to ?? year)) return success({ target, delta: exactly(0), notes: [] })
  if ('add' in assumption) return success({ target, delta: exactly(öre(assumption.amount)), notes: [] })
  return changeDelta(ground, assumption, year)
}

/** All that the assumptions add to a target in a year. */
export function deltaFor(
  ground: Ground,
  assumptions: readonly Supposition[],
  target: Target,
  year: number,
): Result<{ readonly delta: Interval; readonly notes: readonly Note[] }, EvaluationFailure> {
  const { library } = ground.context
  const touching = assumptions.flatMap(assumption => {
    const weight = weightIn(library, targetOf(assumption), target)
    return weight === 0 ? [] : [{ assumption, weight }]
  })
  const deltas = allOf(touching, ({ assumption, weight }) => {
    const delta = deltaOf(ground, assumption, year)
    return delta.ok ? success({ ...delta.value, delta: scaleInterval(delta.value.delta, weight) }) : delta
  })
  if (!deltas.ok) return deltas
  return success({ delta: addIntervals(deltas.value.map(({ delta }) => delta)), notes: deltas.value.flatMap(({ notes }) => notes) })
}

const isOfResult = (target: Target): boolean =>
  ('concept' in target && target.concept === 'result') || ('measure' in target && target.measure === 'year-result')

/** What is assumed of the year's result itself, beside what its income and costs are assumed to become. */
export function deltaOfResult(ground: Ground, assumptions: readonly Supposition[], year: number): Result<Interval, EvaluationFailure> {
  const deltas = allOf(
    assumptions.filter(assumption => isOfResult(targetOf(assumption))),
    assumption => deltaOf(ground, assumption, year),
  )
  return deltas.ok ? success(addIntervals(deltas.value.map(({ delta }) => delta))) : deltas
}
