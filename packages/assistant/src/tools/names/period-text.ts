import { calendarYear, isCalendarYear, isInstant, type Period, periodKey, yearEnd, yearOf } from '@finsam/domain'
import { ToolError } from '../tool.ts'

/** What a caller means by a period: a year matches the calendar year and, for balances, its last day. */
export type WantedPeriod = readonly Period[]

const lastDayOf = (year: string, month: string): string => new Date(Date.UTC(Number(year), Number(month), 0)).toISOString().slice(0, 10)

const yearForm = /^\d{4}$/
const yearPeriods = (year: number): WantedPeriod => [calendarYear(year), yearEnd(year)]

const forms: readonly (readonly [RegExp, (...parts: string[]) => WantedPeriod])[] = [
  [/^(\d{4}-\d{2}-\d{2})$/, day => [{ at: day }]],
  [/^(\d{4}-\d{2}-\d{2})\.\.(\d{4}-\d{2}-\d{2})$/, (from, to) => [{ from, to }]],
  [
    /^(\d{4})-(\d{2})\.\.(\d{4})-(\d{2})$/,
    (fromYear, fromMonth, year, month) => [{ from: `${fromYear}-${fromMonth}-01`, to: lastDayOf(year, month) }],
  ],
  [/^(\d{4})[ -]?H([12])$/i, (year, half) => halfYear(year, half)],
]

function halfYear(year: string, half: string): WantedPeriod {
  return half === '1'
    ? [{ from: `${year}-01-01`, to: `${year}-06-30` }, { at: `${year}-06-30` }]
    : [{ from: `${year}-07-01`, to: `${year}-12-31` }, { at: `${year}-12-31` }]
}

const isRealDay = (day: string): boolean => {
  const time = Date.parse(day)
  return !Number.isNaN(time) && new Date(time).toISOString().slice(0, 10) === day
}

const isReal = (period: Period): boolean =>
  isInstant(period) ? isRealDay(period.at) : isRealDay(period.from) && isRealDay(period.to) && period.from <= period.to

/**
 * Reads a period as callers write it.
 *
 * @example parseWantedPeriod('2024') // → the year 2024, or the balance of 2024-12-31
 * @example parseWantedPeriod('2022 H1') // → January to June 2022, or the balance of 2022-06-30
 */
export function parseWantedPeriod(text: string): WantedPeriod {
  if (yearForm.test(text)) return yearPeriods(Number(text))
  for (const [form, read] of forms) {
    const match = form.exec(text.trim())
    const periods = match ? read(...match.slice(1)) : []
    if (periods.length > 0 && periods.every(isReal)) return periods
  }
  throw new ToolError(
    'unknown-period',
    `"${text}" is not a period. Write a year ("2024"), a half-year ("2022 H1"), two days ("2022-01-01..2022-08-31") or a balance day ("2024-12-31").`,
  )
}

export const isWanted = (period: Period | null, wanted: WantedPeriod): boolean =>
  period !== null && wanted.some(candidate => periodKey(candidate) === periodKey(period))

/** The form that `parseWantedPeriod` reads back: `2024`, `2022-01-01..2022-06-30`, `2024-12-31`. */
export function formatPeriodKey(period: Period): string {
  if (isCalendarYear(period)) return String(yearOf(period))
  return isInstant(period) ? period.at : `${period.from}..${period.to}`
}
