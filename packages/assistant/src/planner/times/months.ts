import { isCalendarYear, isInstant, type Period } from '@finsam/domain'

/** How many whole months a span covers. */
export const monthsIn = (period: Period): number | undefined => {
  if (isInstant(period)) return undefined
  if (isCalendarYear(period)) return 12
  const months = Number(period.to.slice(5, 7)) - Number(period.from.slice(5, 7)) + 1
  return period.from.endsWith('-01') && period.from.slice(0, 4) === period.to.slice(0, 4) && months > 0 ? months : undefined
}
