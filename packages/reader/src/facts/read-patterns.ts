import { calendarYear, type Fact } from '@finsam/domain'
import { findDates } from '../document/dates.ts'
import { plain } from '../labels/plain.ts'
import type { Draft, Extractor, FactContext } from './draft.ts'
import { splitList } from './names.ts'
import { parseNumber } from './number-words.ts'
import { eventPatterns } from './patterns/event-patterns.ts'
import type { FactPattern } from './patterns/fact-pattern.ts'
import { organisationPatterns } from './patterns/organisation-patterns.ts'
import { policyPatterns } from './patterns/policy-patterns.ts'
import type { Sentence } from './sentence.ts'
import { canonicalSubject } from './subject.ts'
import { yearlessDates } from './yearless-dates.ts'

/** All well-known attributes, in the order in which they are tried. */
const factPatterns: readonly FactPattern[] = [...organisationPatterns, ...policyPatterns, ...eventPatterns]

/** `… och länssamordningsförbundet startar`: the noun right before a verb in a later clause, where it is one in definite form. */
function clauseSubject(sentence: Sentence, verbAt: number): string | undefined {
  const clause = /(?:,|;| och| men| samt)\s+(?<noun>\p{L}{6,}(?:en|et|na))\s+(?:har\s+|ska\s+)?$/u.exec(sentence.text.slice(0, verbAt))
    ?.groups?.noun
  return clause === undefined ? undefined : canonicalSubject(clause, '')
}

/** `använder SUS, som är ett statligt system och administreras av …`: the name that a relative clause is about. */
const relativeSubject = (sentence: Sentence, verbAt: number): string | undefined =>
  /(?<name>\p{Lu}[\p{L}\d&/-]*(?:\s\p{Lu}[\p{L}\d-]*){0,3}(?:\s(?:inom|i|på|för|vid)\s\p{L}+)?),?\s+(?:som|vilken|vilket)\s[^,.]{0,60}$/u.exec(
    sentence.text.slice(0, verbAt),
  )?.groups?.name

function subjectFor(subject: string, sentence: Sentence, match: RegExpExecArray, context: FactContext): string {
  const of = match.groups?.of
  if (of !== undefined) {
    const at = match.index + match[0].lastIndexOf(of)
    return canonicalSubject(sentence.text.slice(at, at + of.length), context.associationName)
  }
  if (subject === '@named') return /förbund/i.test(context.subject) ? context.subject : context.associationName
  if (subject === '@document' && (match.index < 4 || context.subject === context.associationName)) return context.title
  if (subject === '@subject' || subject === '@document')
    return clauseSubject(sentence, match.index) ?? relativeSubject(sentence, match.index) ?? context.subject
  if (subject === '@association') return context.associationName
  if (subject === '@topic') return context.topic
  return subject
}

const lastDayOfMonth = (month: string): string =>
  new Date(Date.UTC(Number(month.slice(0, 4)), Number(month.slice(5, 7)), 0)).toISOString().slice(0, 10)

interface Read {
  readonly value: Fact['value']
  readonly unit?: string
}

function readDate(text: string, end: boolean, context: FactContext): Read | undefined {
  const turn = /\barsskiftet (20\d\d)\//.exec(plain(text))?.[1]
  if (turn) return { value: `${turn}-12-31`, unit: 'date' }
  const [date] = findDates(text)
  const year = /\b((?:19|20)\d\d)\b/.exec(text)?.[1]
  if (date)
    return end && date.precision === 'month'
      ? { value: lastDayOfMonth(date.value), unit: 'date' }
      : { value: date.value, unit: date.precision === 'day' ? 'date' : date.precision }
  if (year) return { value: Number(year), unit: 'year' }
  const [yearless] = yearlessDates(plain(text), context)
  return yearless && { value: yearless.value, unit: yearless.precision === 'day' ? 'date' : 'month' }
}

function readNumber(text: string, reading: FactPattern['reading']): readonly Read[] {
  const number = parseNumber(text)
  return number === undefined ? [] : [{ value: reading === 'plus-own' ? number + 1 : number }]
}

/** The values of a match: several where the pattern tells an enumeration one by one. */
function readValues(each: FactPattern, match: RegExpExecArray, sentence: Sentence, context: FactContext): readonly Read[] {
  const { number, text, list, each: items, date } = match.groups ?? {}
  if (number !== undefined) return readNumber(number, each.reading)
  const raw = text ?? list ?? items ?? date
  if (raw === undefined) return [{ value: true }]
  const at = match.index + match[0].lastIndexOf(raw)
  const words = sentence.text.slice(at, at + raw.length).trim()
  if (date !== undefined) return [readDate(words, each.reading === 'end', context)].filter(read => read !== undefined)
  const parts = text === undefined ? splitList(words) : []
  if (items !== undefined) return parts.map(value => ({ value }))
  if (parts.length > 1) return [{ value: [...parts] }]
  return words.length > 2 ? [{ value: words }] : []
}

/** The year of a share: the only one that its sentence names. */
function onlyYearIn({ letters }: Sentence): Draft['period'] {
  const [year, other] = new Set(letters.match(/\b20\d\d\b/g) ?? [])
  return year !== undefined && other === undefined ? calendarYear(Number(year)) : undefined
}

function toDraft(each: FactPattern, match: RegExpExecArray, read: Read, sentence: Sentence, context: FactContext): Draft {
  const { kind, attribute } = each
  const unit = read.unit ?? each.unit
  const period = unit === 'percent' ? onlyYearIn(sentence) : undefined
  const least = /minst\s+$/.test(sentence.letters.slice(0, match.index)) || /minst \w+$/.test(match[0].replace(/ av .*$/, ''))
  return {
    kind,
    subject: subjectFor(each.subject, sentence, match, context),
    attribute,
    value: read.value,
    ...(unit ? { unit } : {}),
    ...(period ? { period } : {}),
    ...(least ? { qualifier: 'min' } : each.reading === 'limit' ? { qualifier: 'max' } : {}),
    ...(each.reading === 'plus-own' ? { basis: 'de andra och det egna förbundet' } : {}),
    start: match.index,
    end: match.index + match[0].length,
  }
}

/** Reads the well-known attributes out of a sentence, each pattern once. */
export const readPatterns: Extractor = (sentence, context) =>
  factPatterns.flatMap((each): Draft[] => {
    const match = each.pattern.exec(sentence.letters)
    return match ? readValues(each, match, sentence, context).map(read => toDraft(each, match, read, sentence, context)) : []
  })
