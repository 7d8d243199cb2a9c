import { formatAmount, isMoney, type Language, unitSchema } from '@finsam/domain'
import type { KnownFact } from './fact-index.ts'

const qualifiers: Readonly<Record<string, Readonly<Record<Language, string>>>> = {
  min: { sv: 'minst ', en: 'at least ' },
  max: { sv: 'högst ', en: 'at most ' },
  about: { sv: 'ca ', en: 'about ' },
  above: { sv: 'drygt ', en: 'just over ' },
  below: { sv: 'knappt ', en: 'just under ' },
}

const numberWords = (value: number, unit: string | undefined, language: Language): string => {
  const known = unitSchema.safeParse(unit)
  if (!known.success || known.data === 'text') return value.toLocaleString(language === 'sv' ? 'sv-SE' : 'en-GB')
  if (isMoney(known.data)) return `${value.toLocaleString(language === 'sv' ? 'sv-SE' : 'en-GB')} ${known.data}`
  return formatAmount(value, known.data, language)
}

/** A fact's value as a reader says it: `minst 85 %`, `16–64 år`, `Linda Andersson`. */
export const valueWords = (fact: KnownFact, language: Language): string => {
  const { value, unit } = fact
  const qualifier = fact.qualifier ? (qualifiers[fact.qualifier]?.[language] ?? '') : ''
  if (typeof value === 'number') return `${qualifier}${unit === 'year' ? value : numberWords(value, unit, language)}`
  if (typeof value === 'boolean') return value ? (language === 'sv' ? 'ja' : 'yes') : language === 'sv' ? 'nej' : 'no'
  if (typeof value === 'string') return value
  if (Array.isArray(value)) return value.join(', ')
  const [from, to] = [value.from.toLocaleString('sv-SE'), numberWords(value.to, unit, language)]
  return `${qualifier}${from}–${to}`
}

/** What a fact is about: `Styrelse, ledamöter`. */
export const factLabel = (fact: KnownFact): string => `${fact.subject}, ${fact.attribute}`
