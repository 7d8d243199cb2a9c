import * as z from 'zod/mini'
import { toldCheck } from './told-check.ts'

const day = /^\d{4}-\d{2}-\d{2}$/
const isoDay = /* @__PURE__ */ z.string().check(/* @__PURE__ */ toldCheck((text: string) => day.test(text), { patterns: [day] }))

/** A stretch of days, both ends included: `{ from: '2024-01-01', to: '2024-12-31' }` is the year 2024. */
export const spanSchema = /* @__PURE__ */ z.object({ from: isoDay, to: isoDay })
/** A moment, as balances have: the end of the day. */
export const instantSchema = /* @__PURE__ */ z.object({ at: isoDay })
/** A span of days or an instant. */
export const periodSchema = /* @__PURE__ */ z.union([spanSchema, instantSchema])

/** A stretch of days, both ends included. */
export type Span = z.infer<typeof spanSchema>
/** The end of a day, as balances have it. */
export type Instant = z.infer<typeof instantSchema>
/** When an amount applies. A half-year is not a year, and a balance has an instant, not a span. */
export type Period = z.infer<typeof periodSchema>

/**
 * Whether a period is a moment, as balances have.
 * @example isInstant({ at: '2024-12-31' }) // true
 */
export const isInstant = (period: Period): period is Instant => 'at' in period
/**
 * The calendar year as a span: `calendarYear(2024)` → 2024-01-01..2024-12-31.
 * @example calendarYear(2024) // { from: '2024-01-01', to: '2024-12-31' }
 */
export const calendarYear = (year: number): Span => ({ from: `${year}-01-01`, to: `${year}-12-31` })
/**
 * The last day of a year as an instant.
 * @example yearEnd(2024) // { at: '2024-12-31' }
 */
export const yearEnd = (year: number): Instant => ({ at: `${year}-12-31` })
/**
 * The year in which the period ends.
 * @example yearOf({ from: '2022-01-01', to: '2022-06-30' }) // 2022
 */
export const yearOf = (period: Period): number => Number((isInstant(period) ? period.at : period.to).slice(0, 4))
/**
 * Whether a period is a whole calendar year.
 * @example isCalendarYear({ from: '2022-01-01', to: '2022-06-30' }) // false
 */
export const isCalendarYear = (period: Period): boolean =>
  !isInstant(period) && period.from.endsWith('-01-01') && period.to === `${period.from.slice(0, 4)}-12-31`
/**
 * A key that is equal exactly where the periods are: `2024-01-01..2024-12-31` or `@2024-12-31`.
 * @example periodKey({ at: '2024-12-31' }) // '@2024-12-31'
 */
export const periodKey = (period: Period): string => (isInstant(period) ? `@${period.at}` : `${period.from}..${period.to}`)
/**
 * The day before an ISO day: the opening balance of a span stands at the day before its first.
 * @example dayBefore('2024-01-01') // '2023-12-31'
 */
export const dayBefore = (day: string): string => new Date(Date.parse(day) - 86_400_000).toISOString().slice(0, 10)
