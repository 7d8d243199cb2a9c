import type { Period, Unit } from '@finsam/domain'
import type { Language } from './words/words.ts'

const locales = { sv: 'sv-SE', en: 'en-GB' } as const

const unitWords: Record<Unit, { readonly sv: string; readonly en: string }> = {
  kr: { sv: 'kr', en: 'kr' },
  tkr: { sv: 'tkr', en: 'tkr' },
  mnkr: { sv: 'mnkr', en: 'mnkr' },
  percent: { sv: '%', en: '%' },
  percentage_points: { sv: 'procentenheter', en: 'percentage points' },
  ratio: { sv: '', en: '' },
  persons: { sv: 'personer', en: 'persons' },
  participants: { sv: 'deltagare', en: 'participants' },
  meetings: { sv: 'möten', en: 'meetings' },
  contacts: { sv: 'kontakter', en: 'contacts' },
  fte: { sv: 'årsarbetare', en: 'full-time equivalents' },
  years: { sv: 'år', en: 'years' },
  months: { sv: 'månader', en: 'months' },
  count: { sv: '', en: '' },
  year: { sv: '', en: '' },
  kr_per_person: { sv: 'kr per person', en: 'kr per person' },
  kr_per_participant: { sv: 'kr per deltagare', en: 'kr per participant' },
  text: { sv: '', en: '' },
}

/** Digits to show: money to the krona or öre, shares to a tenth, ratios to two. */
function decimals(value: number, unit: Unit): number {
  if (unit === 'ratio') return 2
  if (unit === 'percent' || unit === 'percentage_points' || unit === 'mnkr') return 1
  return Number.isInteger(value) ? 0 : 2
}

/** As the engine writes amounts: `66,4 %`, `13 925 000 kr`; in English `66.4%`, `13,925,000 kr`. */
export function formatValue(value: number, unit: Unit, language: Language, digits = decimals(value, unit)): string {
  if (unit === 'year') return String(value)
  const number = formatNumber(value, language, digits, unit.startsWith('kr') ? digits : 0)
  const word = unitWords[unit][language]
  if (language === 'en' && word === '%') return `${number}%`
  return word ? `${number}\u00a0${word}` : number
}

const writers = new Map<string, Intl.NumberFormat>()
function writer(language: Language, digits: number, least: number): Intl.NumberFormat {
  const key = `${language} ${digits} ${least}`
  const known =
    writers.get(key) ?? new Intl.NumberFormat(locales[language], { maximumFractionDigits: digits, minimumFractionDigits: least })
  writers.set(key, known)
  return known
}

/** A bare number with the language's groups, decimal mark and U+2212 for minus. */
export const formatNumber = (value: number, language: Language, digits = Number.isInteger(value) ? 0 : 2, least = 0): string =>
  writer(language, digits, least).format(value).replace('-', '−')

export const unitWord = (unit: Unit, language: Language): string => unitWords[unit][language]

/** `31 dec. 2024`. */
export const formatDay = (iso: string, language: Language): string =>
  new Intl.DateTimeFormat(locales[language], { day: 'numeric', month: 'short', year: 'numeric', timeZone: 'UTC' }).format(
    new Date(`${iso}T00:00:00Z`),
  )

/** `2024`, `31 dec. 2024`, `1 jan. 2022 – 30 juni 2022`. */
export function formatPeriod(period: Period, language: Language): string {
  if ('at' in period) return formatDay(period.at, language)
  const year = period.from.slice(0, 4)
  if (period.from === `${year}-01-01` && period.to === `${year}-12-31`) return year
  return `${formatDay(period.from, language)} – ${formatDay(period.to, language)}`
}

const grouping = { sv: /[\u00a0\u202f ]/g, en: /[,\u00a0\u202f ]/g }

/** A number as people write it in a language, or undefined: `13 925 000 kr` → 13925000, `−5,5 %` → −5.5; in English `5,127` → 5127. */
export function parseShown(text: string, language: Language): number | undefined {
  const [match] = /[−–-]?\s?\d[\d\u00a0\u202f ]*(?:[.,]\d+)*/.exec(text) ?? []
  if (match === undefined) return undefined
  const plain = match.replace(grouping[language], '').replace(/[−–]/, '-').replace(',', '.')
  const value = Number(plain)
  return Number.isNaN(value) ? undefined : value
}
