import { calendarYear, isCalendarYear, isInstant, yearOf } from '../model/period.ts'
import type { Scenario } from '../model/reading.ts'
import type { Query } from '../query/query.ts'
import type { Selector } from '../query/target.ts'
import { type Context, conceptQuery } from './context.ts'

const expected: readonly Scenario[] = ['forecast', 'budget', 'plan']

/**
 * The contributions that equity is held against: those of the whole year around the part of it, or around the day, that equity is of.
 * While the year is not over they are its forecast's, else its budget's.
 */
export function contributionsOfYear(context: Context, selector: Selector): Query {
  const { period, scenario } = selector
  if (!period || isCalendarYear(period)) return conceptQuery(selector, 'contributions')
  const year = calendarYear(yearOf(period))
  const isOver = (isInstant(period) ? period.at : period.to) === year.to
  const scenarios = [...(isOver && scenario ? [scenario] : []), ...expected]
  const wishes = scenarios.map(wish => conceptQuery({ ...selector, period: year, scenario: wish }, 'contributions'))
  return wishes.find(query => context.run(query).ok) ?? conceptQuery({ ...selector, period: year }, 'contributions')
}
