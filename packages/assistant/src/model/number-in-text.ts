import type { Unit } from '@finsam/domain'
import { findWordNumbers } from './number-word.ts'
import { unitAfter, unitBefore } from './unit-word.ts'

/** A number as it stands in a sentence, in digits or words. */
export interface NumberInText {
  readonly start: number
  readonly end: number
  /** The number in base units: `13,9 mnkr` is 13 900 000. */
  readonly value: number
  /** Half the step of the written precision, in base units: `13,9 mnkr` may stand for ±50 000. */
  readonly slack: number
  /** The unit in base form; undefined where none is written. */
  readonly unit?: Unit
  readonly negative: boolean
  readonly kind: 'amount' | 'year' | 'date' | 'fraction' | 'word'
  /** ISO day of a date. */
  readonly date?: string
}

const months =
  'januari|februari|mars|april|maj|juni|juli|augusti|september|oktober|november|december|january|february|march|may|june|july|august|october'
const monthNumber: Record<string, number> = {
  januari: 1,
  january: 1,
  februari: 2,
  february: 2,
  mars: 3,
  march: 3,
  april: 4,
  maj: 5,
  may: 5,
  juni: 6,
  june: 6,
  juli: 7,
  july: 7,
  augusti: 8,
  august: 8,
  september: 9,
  oktober: 10,
  october: 10,
  november: 11,
  december: 12,
}
const pad = (value: string | number): string => String(value).padStart(2, '0')

const patterns = [
  { kind: 'date', regex: /\b(\d{4})-(\d{2})-(\d{2})\b/g },
  { kind: 'day', regex: new RegExp(`\\b(\\d{1,2})(?::e|st|nd|rd|th)? (${months}) (\\d{4})\\b`, 'gi') },
  { kind: 'dayEnglish', regex: new RegExp(`\\b(${months}) (\\d{1,2}),? (\\d{4})\\b`, 'gi') },
  {
    kind: 'amount',
    regex:
      /(?<![\p{L}\d])(?:\d{1,3}(?:[ ']\d{3})+(?:[.,]\d+)?|\d{1,3}(?:,\d{3}){2,}(?:\.\d+)?|\d{1,3}(?:\.\d{3}){2,}(?:,\d+)?|\d+(?:[.,]\d+)*)(?!\d)/gu,
  },
] as const

/** Spaces and minus signs of every kind become plain ones; the length stays. */
export const plainSpacing = (text: string): string => text.replace(/[\u00a0\u202f\u2009\u2007]/g, ' ').replace(/[\u2212\u2011]/g, '-')

function numeral(written: string, language: 'sv' | 'en'): { value: number; decimals: number } | undefined {
  let digits = written.replace(/[ ']/g, '')
  const commas = digits.split(',').length - 1
  const points = digits.split('.').length - 1
  if (commas > 1 || (commas === 1 && points === 0 && language === 'en' && /^\d{1,3},\d{3}$/.test(digits)))
    digits = digits.replaceAll(',', '')
  else if (points > 1) digits = digits.replaceAll('.', '').replace(',', '.')
  else
    digits = commas === 1 && points === 1 ? digits.replace(language === 'en' ? ',' : '.', '').replace(',', '.') : digits.replace(',', '.')
  const value = Number(digits)
  return Number.isFinite(value) ? { value, decimals: digits.split('.')[1]?.length ?? 0 } : undefined
}

function dateAt(kind: string, match: RegExpMatchArray): string | undefined {
  const [, first = '', second = '', third = ''] = match
  if (kind === 'date') return match[0]
  if (kind === 'day') return `${third}-${pad(monthNumber[second.toLowerCase()] ?? 0)}-${pad(first)}`
  if (kind === 'dayEnglish') return `${third}-${pad(monthNumber[first.toLowerCase()] ?? 0)}-${pad(second)}`
  return undefined
}

function amountAt(text: string, start: number, written: string, language: 'sv' | 'en'): NumberInText | undefined {
  const read = numeral(written, language)
  if (!read) return undefined
  const end = start + written.length
  const unit = unitAfter(text, end) ?? unitBefore(text, start)
  const factor = unit?.factor ?? 1
  const negative = /(?:^|[\s(])[-–]\s?$/.test(text.slice(0, start)) || /\bminus\s$/i.test(text.slice(0, start))
  if (!unit && read.decimals === 0 && /^(?:19|20)\d{2}$/.test(written))
    return { start, end, value: read.value, slack: 0, negative: false, kind: 'year' }
  return {
    start,
    end: Math.max(end, unit?.end ?? 0),
    value: (negative ? -1 : 1) * read.value * factor,
    slack: (factor * 10 ** -read.decimals) / 2,
    ...(unit ? { unit: unit.unit } : {}),
    negative,
    kind: 'amount',
  }
}

/**
 * Every number of a text, in order: digits in Swedish and English formats, dates, years, number words, "hälften", "dubbelt".
 * @example findNumbers('66,4 % av 20 983 000 kr', 'sv') → 66.4 percent ±0.05, 20983000 kr ±0.5
 */
export function findNumbers(original: string, language: 'sv' | 'en'): NumberInText[] {
  const text = plainSpacing(original)
  const taken: NumberInText[] = []
  const free = (start: number, end: number): boolean => taken.every(other => end <= other.start || start >= other.end)
  for (const { kind, regex } of patterns) {
    for (const match of text.matchAll(regex)) {
      const start = match.index
      const end = start + match[0].length
      if (!free(start, end)) continue
      const date = dateAt(kind, match)
      const found: NumberInText | undefined = date
        ? { start, end, value: Number.NaN, slack: 0, negative: false, kind: 'date', date }
        : amountAt(text, start, match[0], language)
      if (found) taken.push(found)
    }
  }
  for (const word of findWordNumbers(text, language)) if (free(word.start, word.end)) taken.push(word)
  return taken.sort((a, b) => a.start - b.start)
}
