import { fold } from '../../words/fold.ts'
import type { Expected } from './expected.ts'
import type { KnownFact } from './fact-index.ts'

const isRange = (value: KnownFact['value']): value is { from: number; to: number } => typeof value === 'object' && !Array.isArray(value)
/** Whether a fact's value is a number or a range of numbers. */
export const isNumeric = ({ value }: KnownFact): boolean => typeof value === 'number' || isRange(value)
const organisation = /(forbund|kommun|region|stad\b|\bab\b|forening|universitet|verket|kassan|formedlingen|fonden|namnd|forvaltning)/
const looksLikePerson = (value: KnownFact['value']): boolean =>
  typeof value === 'string' && /^\p{Lu}[\p{L}-]+ \p{Lu}/u.test(value) && !organisation.test(fold(value))

const countUnits = new Set(['persons', 'participants', 'count', 'meetings', 'contacts', 'kommuner'])
const spans = new Set(['years', 'months', 'weeks', 'days', 'hours'])
/** Units of what no `hur mycket` asks for. */
const notAmounts = new Set(['year', 'month', 'date', 'years', 'months'])
const bodyAttribute =
  /^(drivs|agare|ags|projektagare|beslutad av|arbetsgivare|anstalld|medfinansieras|finansieras|koper|upphandla|administreras|avtal med|kostnad delas|forbundet koper|systemagare|administreras|utfors|genomfors|uppgar|foregangare|andel kops av|representerar|utsedd av)/
const boughtFrom = /\bkop(er|s|te)\b.*\bfran$/
const dateUnits: ReadonlySet<string> = new Set(['date', 'year', 'month', 'season', 'years'])

/** Whether a fact is of the kind that a question asks for. */
export const suitsExpected = (fact: KnownFact, expected: Expected): boolean => {
  const { value, unit, kind, attribute } = fact
  if (fact.qualifier === 'base') return false
  switch (expected) {
    case 'percent':
      return unit === 'percent'
    case 'range':
      return unit === 'years' && isNumeric(fact)
    case 'fte':
      return kind === 'staffing' && (unit === 'fte' || unit === 'percent' || unit === 'persons')
    case 'count':
      return isNumeric(fact) && unit !== undefined && (countUnits.has(unit) || unit.startsWith('times'))
    case 'name':
      return (
        typeof value === 'string' &&
        (looksLikePerson(value) || /^(namn|person|ordf|chef)/.test(fold(attribute))) &&
        !(fold(attribute) === 'namn' && fold(fact.subject) === fold(value))
      )
    case 'body':
      return (
        (typeof value === 'string' || Array.isArray(value)) && (bodyAttribute.test(fold(attribute)) || boughtFrom.test(fold(attribute)))
      )
    case 'frequency':
      return unit?.startsWith('times') === true || (unit === 'meetings' && isNumeric(fact)) || fold(attribute) === 'hur ofta'
    case 'why':
      return fold(attribute) === 'orsak'
    case 'duration':
      return (
        (unit !== undefined && spans.has(unit) && isNumeric(fact) && kind !== 'target-group') ||
        /^(avslutas$|pagar\b|(galler|loper|stracker sig) till\b)/.test(fold(attribute))
      )
    case 'money':
      return isNumeric(fact) && (unit === 'kr' || unit === 'tkr' || unit === 'mnkr')
    case 'number':
      return isNumeric(fact) && !(unit !== undefined && (countUnits.has(unit) || notAmounts.has(unit) || unit.startsWith('times')))
    case 'former-name':
      return fold(attribute) === 'tidigare namn'
    case 'reached':
      return /^maluppfyllelse/.test(fold(attribute))
    case 'law':
      return kind === 'legal' && typeof value === 'string'
    case 'degree':
      return kind === 'staffing' && (unit === 'fte' || unit === 'percent')
    case 'place':
      return typeof value === 'string' && /^(arbetsgivare|postadress|anstalld|kontor)/.test(fold(attribute))
    case 'list':
      return Array.isArray(value)
    case 'text':
      return kind !== 'date' && (typeof value === 'string' || Array.isArray(value))
    case 'date':
      return (
        (kind === 'date' && (typeof value !== 'string' || /\d{4}/.test(value))) ||
        (unit !== undefined && dateUnits.has(unit) && kind === 'date')
      )
    default:
      return (
        kind !== 'date' &&
        !/^maluppfyllelse/.test(fold(attribute)) &&
        typeof value !== 'boolean' &&
        unit !== 'count' &&
        !/^(orsak|uppges|namns)$/.test(fold(attribute))
      )
  }
}
