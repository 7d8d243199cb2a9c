import type { Word } from '../read-words.ts'

const months: Readonly<Record<string, number>> = {
  januari: 1,
  jan: 1,
  january: 1,
  februari: 2,
  feb: 2,
  february: 2,
  mars: 3,
  march: 3,
  april: 4,
  apr: 4,
  maj: 5,
  may: 5,
  juni: 6,
  jun: 6,
  june: 6,
  juli: 7,
  jul: 7,
  july: 7,
  augusti: 8,
  aug: 8,
  august: 8,
  september: 9,
  sep: 9,
  sept: 9,
  oktober: 10,
  okt: 10,
  october: 10,
  oct: 10,
  november: 11,
  nov: 11,
  december: 12,
  dec: 12,
}
/** The year of a time whose year the question leaves open: that of the association's own document. */
export const openYear = 0
/** Whether a folded word names a month. */
export const isMonth = (folded: string): boolean => months[folded] !== undefined
/** The number of the month that a word names. */
export const monthOf = (word: Word | undefined): number | undefined => months[word?.token.folded ?? '']

export const dayOf = (year: number, month: number, day: number): string =>
  `${String(year).padStart(4, '0')}-${String(month).padStart(2, '0')}-${String(day).padStart(2, '0')}`

const lastDays = [31, 28, 31, 30, 31, 30, 31, 31, 30, 31, 30, 31]
export const monthEnd = (year: number, month: number): string =>
  dayOf(year, month, month === 2 && year !== openYear && year % 4 === 0 ? 29 : (lastDays[month - 1] ?? 30))
