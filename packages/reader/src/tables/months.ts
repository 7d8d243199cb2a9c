const names = ['jan', 'feb', 'mar', 'apr', 'maj', 'jun', 'jul', 'aug', 'sep', 'okt', 'nov', 'dec']
const name =
  '(?:jan(?:uari)?|feb(?:ruari)?|mar(?:s)?|apr(?:il)?|maj|juni?|juli?|aug(?:usti)?|sept?(?:ember)?|okt(?:ober)?|nov(?:ember)?|dec(?:ember)?)'
const one = new RegExp(`^(${name})\\.?$`, 'i')
const range = new RegExp(`^(${name})\\.?\\s*[-–—]\\s*(${name})\\.?$`, 'i')

/** First and last month of a stretch, 1 to 12. */
export type Months = readonly [number, number]

const numberOf = (text: string): number => names.indexOf(text.slice(0, 3).toLowerCase()) + 1

/**
 * The months that a word of a header names: `jan-aug` → [1, 8], `augusti` → [1, 8] (from the start of the year), `T2` → [1, 8],
 * `kv1` → [1, 3], `halvåret` → [1, 6], `1/1-30/6` → [1, 6], `helår` → [1, 12]; undefined for any other word.
 */
export function monthsOf(text: string): Months | undefined {
  const both = range.exec(text)
  if (both) return [numberOf(both[1] ?? ''), numberOf(both[2] ?? '')]
  if (one.test(text)) return [1, numberOf(text)]
  const part = /^(t|tertial|kv|kvartal|q)\.?(\d)$/i.exec(text)
  if (part) {
    const length = /^t/i.test(part[1] ?? '') ? 4 : 3
    const count = Number(part[2])
    return count >= 1 && count * length <= 12 ? [1, count * length] : undefined
  }
  if (/^(?:hel[åa]r|hel[åa]rs|hel[åa]ret|helt\s[åa]r)$/i.test(text)) return [1, 12]
  const days = /^1\/(\d{1,2})\s*[-–—]\s*(\d{1,2})\/(\d{1,2})$/.exec(text)
  if (days) return monthsBetween(Number(days[1]), Number(days[3]), Number(days[2]))
  return /^(?:halv[åa]r(?:et|s)?|h1)$/i.test(text) ? [1, 6] : undefined
}

/** The whole months from the first day of one to a last day of another. */
const monthsBetween = (first: number, last: number, day: number): Months | undefined =>
  first >= 1 && first <= last && last <= 12 && day >= 28 && day <= 31 ? [first, last] : undefined

/** Last day of a month as ISO: `lastDay(2024, 2)` → `2024-02-29`. */
export const lastDay = (year: number, month: number): string => new Date(Date.UTC(year, month, 0)).toISOString().slice(0, 10)
/** The day before a day as ISO: `dayBefore('2024-01-01')` → `2023-12-31`. */
export const dayBefore = (day: string): string => new Date(Date.parse(day) - 86_400_000).toISOString().slice(0, 10)
export const firstDay = (year: number, month: number): string => `${year}-${String(month).padStart(2, '0')}-01`

const stretch = new RegExp(
  `\\b(${name})\\s*(?:[-–—]|t\\.?\\s?o\\.?\\s?m\\.?|till(?:\\s+och\\s+med)?)\\s*(?:\\d{1,2}\\s*)?(${name})\\s*,?\\s*(20\\d\\d)`,
  'i',
)
const until = new RegExp(
  `(?:per|tom|t\\.o\\.m\\.?|till\\s+och\\s+med|fram\\s+till)\\s+(?:den\\s+)?(\\d{1,2})\\s+(${name})\\s+(20\\d\\d)`,
  'i',
)
const part =
  /\b(?:tertial(?:rapport|bokslut)?\s+(\d)|kvartal(?:srapport)?\s+(\d)|(?:första\s+|forsta\s+)?(halv[åa]r)(?:et|s\w*)?)\s*,?\s*(20\d\d)/i

/** The stretch of months that a title names: `Delårsrapport januari–augusti 2024` → 2024-01-01 to 2024-08-31; `Tertial 2 2024` → the same. */
export function spanIn(text: string): { readonly from: string; readonly to: string } | undefined {
  const found = stretch.exec(text)
  if (found) return { from: firstDay(Number(found[3]), numberOf(found[1] ?? '')), to: lastDay(Number(found[3]), numberOf(found[2] ?? '')) }
  const end = until.exec(text)
  if (end) return { from: `${end[3]}-01-01`, to: lastDay(Number(end[3]), numberOf(end[2] ?? '')) }
  const day = /(20\d\d)-(0[1-9]|1[0-2])-(2[89]|3[01])/.exec(text)
  if (day && day[2] !== '12') return { from: `${day[1]}-01-01`, to: day[0] }
  const named = part.exec(text)
  if (!named) return undefined
  const month = named[1] ? Number(named[1]) * 4 : named[2] ? Number(named[2]) * 3 : 6
  return month >= 1 && month <= 11 ? { from: `${named[4]}-01-01`, to: lastDay(Number(named[4]), month) } : undefined
}
