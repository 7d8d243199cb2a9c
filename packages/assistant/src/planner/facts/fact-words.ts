import { formatAmount, isMoney, type Language, unitSchema } from '@finsam/domain'
import { listWords } from '../../answer/wording.ts'
import type { KnownFact } from './fact-index.ts'

const qualifiers: Readonly<Record<string, Readonly<Record<Language, string>>>> = {
  min: { sv: 'minst ', en: 'at least ' },
  max: { sv: 'högst ', en: 'at most ' },
  about: { sv: 'ca ', en: 'about ' },
  above: { sv: 'drygt ', en: 'just over ' },
  below: { sv: 'knappt ', en: 'just under ' },
}

const plain = (value: number, language: Language): string => value.toLocaleString(language === 'sv' ? 'sv-SE' : 'en-GB')

const times: Readonly<Record<string, Readonly<Record<Language, readonly [string, string]>>>> = {
  times_per_year: { sv: ['gång per år', 'gånger per år'], en: ['time a year', 'times a year'] },
  times_per_month: { sv: ['gång i månaden', 'gånger i månaden'], en: ['time a month', 'times a month'] },
  times_per_week: { sv: ['gång i veckan', 'gånger i veckan'], en: ['time a week', 'times a week'] },
  weeks: { sv: ['vecka', 'veckor'], en: ['week', 'weeks'] },
  days: { sv: ['dag', 'dagar'], en: ['day', 'days'] },
  hours: { sv: ['timme', 'timmar'], en: ['hour', 'hours'] },
  months: { sv: ['månad', 'månader'], en: ['month', 'months'] },
}

const numberWords = (value: number, unit: string | undefined, language: Language): string => {
  const known = unitSchema.safeParse(unit)
  const often = unit === undefined ? undefined : times[unit]?.[language]
  if (often) return `${plain(value, language)} ${value === 1 ? often[0] : often[1]}`
  if (unit === 'count' || unit === undefined) return plain(value, language)
  if (!known.success || known.data === 'text') return plain(value, language)
  if (isMoney(known.data)) return `${plain(value, language)} ${known.data}`
  return formatAmount(value, known.data, language)
}

const monthName = (iso: string, language: Language): string =>
  new Date(`${iso}-15T12:00:00Z`).toLocaleDateString(language === 'sv' ? 'sv-SE' : 'en-GB', {
    month: 'long',
    year: 'numeric',
    timeZone: 'UTC',
  })

const moreThan: Readonly<Record<Language, string>> = { sv: 'mer än ', en: 'more than ' }

/** `över 30 år`, said so, is more than thirty; `drygt` is a little more. */
const isMoreThan = ({ qualifier, printed }: KnownFact): boolean =>
  qualifier === 'above' && /^(över|mer än|fler än|more than|over)\b/i.test(printed)

/** A fact's value as a reader says it: `minst 85 %`, `16–64 år`, `Linda Andersson`, `maj 2010`. */
export const valueWords = (fact: KnownFact, language: Language): string => {
  const { value, unit } = fact
  const qualifier = isMoreThan(fact) ? moreThan[language] : fact.qualifier ? (qualifiers[fact.qualifier]?.[language] ?? '') : ''
  if (typeof value === 'number') return `${qualifier}${unit === 'year' ? value : numberWords(value, unit, language)}`
  if (typeof value === 'boolean') return value ? (language === 'sv' ? 'ja' : 'yes') : language === 'sv' ? 'nej' : 'no'
  if (typeof value === 'string') return /^\d{4}-\d{2}$/.test(value) ? monthName(value, language) : value
  if (Array.isArray(value))
    return listWords(
      value.map(item => String(item).replace(/[.,;]+$/, '')),
      language,
    )
  const [from, to] = [plain(value.from, language), numberWords(value.to, unit, language)]
  return `${qualifier}${from}–${to}`
}

/** What a fact is about: `Styrelse, ledamöter`. */
export const factLabel = (fact: KnownFact): string => `${fact.subject}, ${fact.attribute}`
