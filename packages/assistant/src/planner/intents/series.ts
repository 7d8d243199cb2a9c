import { yearOf } from '@finsam/domain'
import { amountWords, associationWords } from '../../answer/wording.ts'
import { cellsOf } from '../cells.ts'
import { answered, type Draft } from '../draft.ts'
import { hasCue } from '../frame.ts'
import { mainTargets } from '../main-targets.ts'
import type { Scope } from '../scope.ts'
import { gather, pickLabel } from './look-up.ts'

/** `År för år från 2024 till 2026`: one amount for every year from the first to the last. */
export const series = (scope: Scope): Draft | undefined => {
  const { frame, language, library } = scope
  const slots = mainTargets(frame)
  const years = frame.points.flatMap(point => (point.time ? [point.time.year] : []))
  const [association] = scope.associations
  if (
    !hasCue(frame, 'each', 'each-year') ||
    hasCue(frame, 'project', 'average', 'together') ||
    slots.length !== 1 ||
    !association ||
    scope.associations.length !== 1 ||
    years.length < 2
  )
    return undefined
  const [first, last] = [Math.min(...years), Math.max(...years)]
  if (last - first > 20) return undefined
  const said = new Map(frame.points.flatMap(point => (point.time ? [[point.time.year, point] as const] : [])))
  const points = Array.from(
    { length: last - first + 1 },
    (_, at) => said.get(first + at) ?? { time: { year: first + at }, at: 0, tokens: [] },
  )
  const { picks, open, missing } = gather(
    { ...scope, frame: { ...frame, points } },
    cellsOf({ ...scope, frame: { ...frame, points } }, slots),
    'money',
  )
  if (picks.length !== points.length || open.length + missing.length > 0) return undefined
  const ordered = picks.toSorted(
    (one, other) =>
      (one.calculation.period ? yearOf(one.calculation.period) : 0) - (other.calculation.period ? yearOf(other.calculation.period) : 0),
  )
  const list = ordered.map(pick => `${pickLabel(scope, pick)} ${amountWords(pick.calculation, language)}`).join('; ')
  return answered(
    'series',
    `${associationWords(library, association)}: ${list}.`,
    ordered.map(pick => ({ calculation: pick.calculation, label: pickLabel(scope, pick) })),
    { confidence: Math.min(...ordered.map(pick => pick.certainty)) },
  )
}
