import { isInstant, type Period } from '@finsam/domain'
import type { Pick } from './pick-target.ts'
import { lookup, run, type Scope } from './scope.ts'

const daysOf = (period: Period): number =>
  isInstant(period) ? 0 : Math.round((Date.parse(period.to) - Date.parse(period.from)) / 86_400_000)

/** Spans that differ by more than a month are of unlike length. */
export const unlikeSpans = (periods: readonly Period[]): boolean => {
  const lengths = periods.map(daysOf)
  return lengths.length > 1 && Math.max(...lengths) - Math.min(...lengths) > 31
}

/** The budget that an outcome is held against is that of the same part of the year, where one is printed; else the pick as it stands. */
export const overSameSpan = (scope: Scope, pick: Pick, other: Pick): Pick => {
  const [own, span] = [pick.calculation.period, other.calculation.period]
  const { quantity, scenario } = pick.calculation
  if (!own || !span || !quantity || !scenario || scenario === other.calculation.scenario || !unlikeSpans([own, span])) return pick
  const query = lookup(pick.association, { line: quantity.line }, scenario, span)
  const calculation = run(scope, query)
  return calculation ? { ...pick, query, calculation } : pick
}
