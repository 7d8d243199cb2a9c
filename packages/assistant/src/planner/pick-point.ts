import { calendarYear, isCalendarYear, isInstant, type Library, type Period, periodKey, type Scenario, yearOf } from '@finsam/domain'
import type { Point } from './points.ts'

/** A scenario and period to try, and what was taken for granted. */
export interface Try {
  readonly scenario?: Scenario
  readonly period?: Period
  /** Which column of the period: `population` beside `share`. */
  readonly measure?: string
  readonly defaults: readonly string[]
}

/** Tries that stand side by side: where they give different figures, the question was open. */
export type TryGroup = readonly Try[]

const spansOfPart = (library: Library, association: string, year: number, firstMonth = 1): readonly Period[] => {
  const start = `-${String(firstMonth).padStart(2, '0')}-01`
  const spans = new Map<string, Period>()
  for (const line of library.linesOf(association)) {
    for (const { period } of line.quantities) {
      if (period && !isInstant(period) && !isCalendarYear(period) && yearOf(period) === year && period.from.endsWith(start))
        spans.set(periodKey(period), period)
    }
  }
  return [...spans.values()]
}

/** Population stands at a time of its own: every time at which the association's documents count it, the latest first. */
export const populationTries = (library: Library, association: string): readonly TryGroup[] => {
  const found = new Map<string, Try>()
  for (const line of library.linesOf(association)) {
    for (const { unit, scenario, period, measure } of line.quantities) {
      if (unit !== 'persons' || (measure !== undefined && measure !== 'population')) continue
      const attempt: Try = { scenario, defaults: [], ...(period ? { period } : {}), ...(measure ? { measure } : {}) }
      found.set(`${period ? periodKey(period) : ''} ${scenario} ${measure ?? ''}`, attempt)
    }
  }
  return [...found].toSorted(([one], [other]) => (one < other ? 1 : -1)).map(([, attempt]) => [attempt])
}

const scenarioGroups = (library: Library, association: string, year: number): readonly (readonly Scenario[])[] => {
  const kind = library.mainDocument(association, year)?.kind
  if (kind === 'annual-report' || kind === 'interim-report') return [['actual'], ['forecast', 'budget'], ['plan']]
  if (kind !== undefined) return [['budget'], ['plan'], ['forecast'], ['actual']]
  const years = library.documents.flatMap(document =>
    document.association === association && document.fiscalYear !== undefined ? [document.fiscalYear] : [],
  )
  if (years.length > 0 && year > Math.max(...years)) return [['plan'], ['budget'], ['forecast']]
  return [['actual'], ['forecast', 'budget'], ['plan']]
}

/** What is projected for a year that no document of the association reports on is planned. */
const saidGroups = (library: Library, association: string, year: number, scenario: Scenario): readonly (readonly Scenario[])[] => {
  const ahead = library.documents.every(document => document.association !== association || (document.fiscalYear ?? year) < year)
  return scenario === 'forecast' && ahead ? [['forecast'], ['plan']] : [[scenario]]
}

/** The day at which a balance of the start or the end of a year stands. */
const edgeOf = (year: number, edge: 'opening' | 'closing'): Period => ({
  at: `${String(edge === 'closing' ? year : year - 1).padStart(4, '0')}-12-31`,
})

const inPeriods = (periods: readonly Period[], scenarios: readonly (Scenario | undefined)[], defaults: readonly string[]): TryGroup =>
  periods.flatMap(period => scenarios.map(scenario => ({ period, defaults, ...(scenario ? { scenario } : {}) })))

const allTriesFor = (library: Library, association: string, point: Point | undefined): readonly TryGroup[] => {
  const document = library.mainDocument(association)
  const year = point?.time?.year ?? document?.fiscalYear
  if (year === undefined) return []
  const time = point?.time
  const defaults = time ? [] : ['year']
  const parts = spansOfPart(library, association, year, time?.firstMonth)
  const whole: readonly Period[] = [calendarYear(year)]
  const byDay: readonly Period[] = time?.day
    ? [
        ...(time.firstMonth ? [] : [{ at: time.day }]),
        ...parts.filter(
          period => !isInstant(period) && period.to === time.day && (!time.month || period.from.slice(0, 7) === time.day?.slice(0, 7)),
        ),
        ...(time.day.endsWith('12-31') && !time.month && !time.firstMonth ? whole : []),
      ]
    : []
  const groups = point?.scenario ? saidGroups(library, association, year, point.scenario) : scenarioGroups(library, association, year)
  const ofWholeYear = time?.full && point?.scenario === 'forecast'
  if (time?.day && !ofWholeYear) return groups.flatMap(group => byDay.map(period => inPeriods([period], group, defaults)))
  if (time?.half) return groups.map(group => inPeriods(parts, group, defaults))
  const interim = library.mainDocument(association, year)?.kind === 'interim-report'
  if (interim && !time?.full && !point?.scenario) {
    return [
      [...inPeriods(parts, ['actual'], defaults), ...inPeriods(whole, ['forecast', 'budget'], defaults)],
      ...groups.map(group => inPeriods([...parts, ...whole], group, defaults)),
    ]
  }
  const { edge: side } = time ?? {}
  const edge = side === undefined ? [] : groups.map(group => inPeriods([edgeOf(year, side)], group, defaults))
  const wholeYear = [...groups.map(group => inPeriods(whole, group, defaults)), ...edge]
  return interim && !time?.full ? [...wholeYear, ...groups.map(group => inPeriods(parts, group, [...defaults, 'part-of-year']))] : wholeYear
}

/**
 * What a point of a question may mean for an association, the likeliest group first. A year without a scenario is the year's own document's:
 * the budget of a plan, the outcome of a report; a later year is a plan, an earlier one an outcome.
 */
export const triesFor = (library: Library, association: string, point: Point | undefined): readonly TryGroup[] => {
  const groups = allTriesFor(library, association, point)
  const { measure } = point ?? {}
  return measure === undefined ? groups : groups.map(group => group.map(attempt => ({ ...attempt, measure })))
}
