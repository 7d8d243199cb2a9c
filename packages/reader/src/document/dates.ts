import { plain } from '../labels/plain.ts'

/** A date in a text. `value` is an ISO day, month (`2010-05`) or year; `start` and `end` are offsets. */
export interface FoundDate {
  readonly value: string
  readonly precision: 'day' | 'month' | 'year'
  readonly start: number
  readonly end: number
}

/** The months in Swedish, January first. */
export const months = [
  'januari',
  'februari',
  'mars',
  'april',
  'maj',
  'juni',
  'juli',
  'augusti',
  'september',
  'oktober',
  'november',
  'december',
]
const english = ['january', 'february', 'march', 'april', 'may', 'june', 'july', 'august', 'september', 'october', 'november', 'december']
const monthNumber = (name: string): number | undefined => {
  const index = Math.max(
    months.indexOf(name),
    english.indexOf(name),
    months.findIndex(month => month.slice(0, 3) === name),
  )
  return index < 0 ? undefined : index + 1
}
const two = (value: number): string => String(value).padStart(2, '0')
const lastDay = (year: number, month: number): number => new Date(Date.UTC(year, month, 0)).getUTCDate()
const isDay = (year: number, month: number, day: number): boolean => month >= 1 && month <= 12 && day >= 1 && day <= lastDay(year, month)

const monthNames = [...months, ...english, 'jan', 'feb', 'apr', 'jun', 'jul', 'aug', 'sep', 'okt', 'nov', 'dec'].join('|')
const patterns = {
  iso: /(?<![\d-])(19|20)(\d\d)[-/.](\d\d)[-/.](\d\d)(?![\d])/g,
  compact: /(?<!\d)(20\d\d)(\d\d)(\d\d)(?!\d)/g,
  written: new RegExp(`(?<!\\d)(?:den\\s+)?(\\d{1,2})\\s*(${monthNames})\\s+((?:19|20)\\d\\d)(?!\\d)`, 'g'),
  last: new RegExp(`(?:sista|siste)\\s+(?:dagen\\s+i\\s+)?(${monthNames})\\s+((?:19|20)\\d\\d)(?!\\d)`, 'g'),
  monthEnd: new RegExp(`(?:slutet av\\s+)?\\b(${monthNames})s?\\s+(?:manads\\s+)?slut\\s+((?:19|20)\\d\\d)(?!\\d)`, 'g'),
  month: new RegExp(`\\b(${monthNames})\\s+((?:19|20)\\d\\d)(?!\\d)`, 'g'),
  joined: /(?<!\d)(\d\d)(\d\d)(\d\d)(?=\s?[-–]\s?\d{6}(?!\d))|(?<=(?<!\d)\d{6}\s?[-–]\s?)(\d\d)(\d\d)(\d\d)(?!\d)/g,
  short: /(?<![\d-])(\d\d)-(\d\d)-(\d\d)(?![\d-])/g,
}

function* candidates(letters: string): Generator<FoundDate> {
  const at = (match: RegExpMatchArray): { start: number; end: number } => ({
    start: match.index ?? 0,
    end: (match.index ?? 0) + match[0].length,
  })
  const day = (match: RegExpMatchArray, year: number, month: number | undefined, date: number): FoundDate[] =>
    month !== undefined && isDay(year, month, date) ? [{ value: `${year}-${two(month)}-${two(date)}`, precision: 'day', ...at(match) }] : []
  for (const match of letters.matchAll(patterns.iso))
    yield* day(match, Number(`${match[1]}${match[2]}`), Number(match[3]), Number(match[4]))
  for (const match of letters.matchAll(patterns.compact)) yield* day(match, Number(match[1]), Number(match[2]), Number(match[3]))
  for (const match of letters.matchAll(patterns.written)) yield* day(match, Number(match[3]), monthNumber(match[2] ?? ''), Number(match[1]))
  for (const match of [...letters.matchAll(patterns.last), ...letters.matchAll(patterns.monthEnd)]) {
    const month = monthNumber(match[1] ?? '')
    yield* day(match, Number(match[2]), month, lastDay(Number(match[2]), month ?? 1))
  }
  for (const match of letters.matchAll(patterns.joined))
    yield* day(match, 2000 + Number(match[1] ?? match[4]), Number(match[2] ?? match[5]), Number(match[3] ?? match[6]))
  for (const match of letters.matchAll(patterns.short)) yield* day(match, 2000 + Number(match[1]), Number(match[2]), Number(match[3]))
  for (const match of letters.matchAll(patterns.month))
    yield { value: `${match[2]}-${two(monthNumber(match[1] ?? '') ?? 1)}`, precision: 'month', ...at(match) }
}

/**
 * All dates of a text that name a year, in order, the most precise reading of each place: ISO days, `24 november 2022`,
 * `sista december 2023`, `maj 2010`.
 *
 * @example  findDates('bildades i maj 2010') // → [{ value: '2010-05', precision: 'month', … }]
 */
export function findDates(text: string): readonly FoundDate[] {
  const found: FoundDate[] = []
  for (const candidate of candidates(plain(text)))
    if (!found.some(each => candidate.start < each.end && candidate.end > each.start)) found.push(candidate)
  return found.sort((a, b) => a.start - b.start)
}
