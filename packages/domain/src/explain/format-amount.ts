import type { Language } from '../model/language.ts'
import { isMoney, kronorPer, type Unit } from '../model/unit.ts'
import { locales } from './words.ts'

/** How an amount is written: with its unit, bare, or money in another unit of money. */
export interface AmountStyle {
  /** Money is written in this unit: `kr` unless told. Ignored for what is not money. */
  readonly moneyUnit?: 'kr' | 'tkr' | 'mnkr'
  /** At most this many decimals; by unit when left out. */
  readonly decimals?: number
  /** Without the unit's name. */
  readonly bare?: boolean
  /** With a plus before what is above zero, for differences. */
  readonly signed?: boolean
}

const unitWords: Readonly<
  Record<Unit, { readonly sv: readonly [one: string, many: string]; readonly en: readonly [one: string, many: string] }>
> = {
  kr: { sv: ['kr', 'kr'], en: ['kr', 'kr'] },
  tkr: { sv: ['tkr', 'tkr'], en: ['tkr', 'tkr'] },
  mnkr: { sv: ['mnkr', 'mnkr'], en: ['mnkr', 'mnkr'] },
  percent: { sv: ['%', '%'], en: ['%', '%'] },
  percentage_points: { sv: ['procentenhet', 'procentenheter'], en: ['percentage point', 'percentage points'] },
  ratio: { sv: ['', ''], en: ['', ''] },
  persons: { sv: ['person', 'personer'], en: ['person', 'persons'] },
  participants: { sv: ['deltagare', 'deltagare'], en: ['participant', 'participants'] },
  meetings: { sv: ['möte', 'möten'], en: ['meeting', 'meetings'] },
  contacts: { sv: ['kontakt', 'kontakter'], en: ['contact', 'contacts'] },
  fte: { sv: ['årsarbetare', 'årsarbetare'], en: ['full-time equivalent', 'full-time equivalents'] },
  years: { sv: ['år', 'år'], en: ['year', 'years'] },
  months: { sv: ['månad', 'månader'], en: ['month', 'months'] },
  count: { sv: ['', ''], en: ['', ''] },
  year: { sv: ['', ''], en: ['', ''] },
  kr_per_person: { sv: ['kr per person', 'kr per person'], en: ['kr per person', 'kr per person'] },
  kr_per_participant: { sv: ['kr per deltagare', 'kr per deltagare'], en: ['kr per participant', 'kr per participant'] },
  text: { sv: ['', ''], en: ['', ''] },
}

const decimalsOf: Partial<Record<Unit, number>> = {
  kr: 2,
  tkr: 1,
  mnkr: 2,
  percent: 1,
  percentage_points: 1,
  ratio: 2,
  fte: 2,
  kr_per_person: 2,
  kr_per_participant: 2,
}
/** Kronor and amounts per head show öre only where there are any. */
const wholeWhenEven: ReadonlySet<Unit> = new Set<Unit>(['kr', 'kr_per_person', 'kr_per_participant'])

const writers = new Map<string, Intl.NumberFormat>()
function writer(language: Language, minimum: number, maximum: number, signed: boolean): Intl.NumberFormat {
  const key = `${language} ${minimum} ${maximum} ${signed}`
  const known = writers.get(key)
  if (known) return known
  const made = new Intl.NumberFormat(locales[language], {
    minimumFractionDigits: minimum,
    maximumFractionDigits: maximum,
    signDisplay: signed ? 'exceptZero' : 'negative',
  })
  writers.set(key, made)
  return made
}

/**
 * An amount of the engine as people write it. Money comes in öre, everything else in its unit.
 * Swedish has U+00A0 between thousands, a decimal comma and U+2212 for minus; English has commas, a point and U+2212.
 *
 * @example formatAmount(1_392_500_000, 'kr', 'sv') // '13 925 000 kr'
 * @example formatAmount(-512_700_000, 'kr', 'en', { moneyUnit: 'tkr' }) // '−5,127 tkr'
 * @example formatAmount(66.363, 'percent', 'sv') // '66,4 %'
 */
export function formatAmount(value: number, unit: Unit, language: Language, style: AmountStyle = {}): string {
  const shown = isMoney(unit) ? (style.moneyUnit ?? 'kr') : unit
  const amount = isMoney(unit) ? value / 100 / (kronorPer(shown) ?? 1) : value
  if (unit === 'year') return String(Math.round(value))
  const maximum = style.decimals ?? decimalsOf[shown] ?? (Number.isInteger(amount) ? 0 : 2)
  const even = Number.isInteger(Number(amount.toFixed(maximum)))
  const minimum =
    style.decimals !== undefined && !wholeWhenEven.has(shown)
      ? maximum
      : even && shown !== 'percent'
        ? 0
        : wholeWhenEven.has(shown)
          ? maximum
          : 0
  const digits = writer(language, Math.min(minimum, maximum), maximum, style.signed ?? false)
    .format(amount)
    .replace('-', '−')
  const [one, many] = unitWords[shown][language]
  const word = Math.abs(amount) === 1 ? one : many
  if (style.bare || word === '') return digits
  return unit === 'percent' && language === 'en' ? `${digits}%` : `${digits}\u00a0${word}`
}
