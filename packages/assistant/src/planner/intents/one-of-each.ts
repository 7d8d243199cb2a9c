import { isCalendarYear } from '@finsam/domain'
import type { Pick } from '../pick-target.ts'
import type { Scope } from '../scope.ts'
import type { Gathered } from './look-up.ts'

/** Associations are compared by whole years where they have them. */
const isWhole = ({ calculation }: Pick): boolean => calculation.period !== undefined && isCalendarYear(calculation.period)

/** One figure for each association, that of a whole year where several fit, and the associations that have none. */
export const oneOfEach = (
  { associations }: Scope,
  { picks, open }: Gathered,
): { readonly picks: readonly Pick[]; readonly without: readonly string[] } => {
  const wholeYears = open.toSorted((one, other) => Number(isWhole(other)) - Number(isWhole(one)))
  const firsts = wholeYears.filter((pick, at) => wholeYears.findIndex(other => other.association === pick.association) === at)
  const found = [...picks, ...firsts.filter(pick => picks.every(other => other.association !== pick.association))]
  return { picks: found, without: associations.filter(id => found.every(pick => pick.association !== id)) }
}

/** What is to be said wherever associations are held against each other or added up. */
export const caution = {
  sv: 'Förbunden räknar inte allt på samma sätt och åren kan skilja sig; jämför med försiktighet.',
  en: 'The associations do not count everything alike and the years may differ; compare with care.',
} as const
