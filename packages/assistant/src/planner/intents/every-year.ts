import { yearOf } from '@finsam/domain'
import { amountWords, associationWords } from '../../answer/wording.ts'
import { directionIn } from '../../lexicon/directions.ts'
import { answered, type Draft } from '../draft.ts'
import { hasCue } from '../frame.ts'
import { mainTargets } from '../main-targets.ts'
import type { Pick } from '../pick-target.ts'
import type { Scope } from '../scope.ts'
import { yearlyPicks } from './candidate-lines.ts'
import { pickLabel } from './look-up.ts'
import { asksWhether, yesNo } from './whether.ts'

const yearIn = ({ calculation: { period } }: Pick): number => (period ? yearOf(period) : 0)
const stages = ['actual', 'budget', 'plan', 'forecast']
const stageOf = ({ calculation: { scenario } }: Pick): number => stages.indexOf(scenario ?? '')

/** One amount for each year: what came out, else what was decided, else what was forecast. */
const oneForEachYear = (picks: readonly Pick[]): readonly Pick[] =>
  [...Map.groupBy(picks, yearIn)]
    .toSorted(([one], [other]) => one - other)
    .flatMap(([, sameYear]) => sameYear.toSorted((one, other) => stageOf(one) - stageOf(other)).slice(0, 1))

/** `Ökar kansliets kostnad varje år?`: whether an amount grows or falls from each printed year to the next, within the years that are named. */
export const everyYear = (scope: Scope): Draft | undefined => {
  const { frame, language, text } = scope
  const way = directionIn(text, ['movement', 'comparison'])
  const [slot, ...others] = mainTargets(frame)
  if (!way || !slot || others.length > 0 || !hasCue(frame, 'each-year') || !asksWhether(scope)) return undefined
  if (hasCue(frame, 'project', 'average', 'together', 'share') || frame.amounts.length > 0) return undefined
  const named = frame.points.flatMap(({ time }) => (time ? [time.year] : []))
  const [first, last] = named.length > 1 ? [Math.min(...named), Math.max(...named)] : [0, Number.POSITIVE_INFINITY]
  const picks = oneForEachYear(yearlyPicks(scope, slot)).filter(pick => yearIn(pick) >= first && yearIn(pick) <= last)
  if (picks.length < 3) return undefined
  const values = picks.map(({ calculation }) => calculation.result.value)
  const holds = values.slice(1).every((value, at) => (way === 'up' ? value > (values[at] ?? value) : value < (values[at] ?? value)))
  const list = picks.map(pick => `${pickLabel(scope, pick)} ${amountWords(pick.calculation, language)}`).join('; ')
  return answered(
    'series',
    `${yesNo(holds, language)}. ${associationWords(scope.library, scope.associations[0])}: ${list}.`,
    picks.map(pick => ({ calculation: pick.calculation, label: pickLabel(scope, pick) })),
    { verdict: { holds, rule: 'every-year' }, confidence: Math.min(...picks.map(pick => pick.certainty)) },
  )
}
