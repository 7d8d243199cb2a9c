import { findDates } from '../document/dates.ts'
import type { Draft, Extractor, FactContext } from './draft.ts'
import { attributeAround } from './phrases.ts'
import type { Sentence } from './sentence.ts'
import { yearlessDates } from './yearless-dates.ts'

const year =
  /(?<![\d:.,/-])(?<from>(?:19|20)\d\d)(?:\s?(?<joint>[-–—]|och|och\/eller|eller|till|samt)\s?(?<to>(?:19|20)?\d\d)(?![\d:-]))?(?!\d|-\s?\d|:\d|:\s\d{1,4}\))/g
const season =
  /(?:host(?:en)?|var(?:en)?|sommar(?:en)?|vinter(?:n)?|forsta halvaret|andra halvaret|kommande arsskifte)\s(?:ar\s)?((?:19|20)\d\d)/g
const fact = (
  sentence: Sentence,
  context: FactContext,
  start: number,
  end: number,
  value: Draft['value'],
  unit: string,
  qualifier?: string,
): Draft => ({
  kind: 'date',
  subject: context.subject,
  attribute: attributeAround(sentence, { start, end, unit }),
  value,
  unit,
  ...(qualifier ? { qualifier } : {}),
  start,
  end,
})

const overlaps = (spans: readonly { start: number; end: number }[], start: number, end: number): boolean =>
  spans.some(span => start < span.end && end > span.start)

function readYears(sentence: Sentence, context: FactContext, told: readonly { start: number; end: number }[]): Draft[] {
  return [...sentence.letters.matchAll(year)].flatMap((match): Draft[] => {
    const start = match.index
    const end = start + match[0].length
    if (overlaps(told, start, end)) return []
    const from = Number(match.groups?.from)
    const second = match.groups?.to
    const to = second === undefined ? undefined : Number(second.length === 2 ? `${String(from).slice(0, 2)}${second}` : second)
    return [fact(sentence, context, start, end, to === undefined ? from : [from, to], to === undefined ? 'year' : 'years')]
  })
}

function readYearless(sentence: Sentence, context: FactContext): Draft[] {
  return yearlessDates(sentence.letters, context).map(({ start, end, value, precision, year }) => ({
    ...fact(sentence, context, start, end, value, precision === 'day' ? 'date' : 'month', 'year-inferred'),
    basis: `året ${year} framgår av sammanhanget`,
  }))
}

/** Dates, months, seasons and years of a sentence, each under the words around it. */
export const readDated: Extractor = (sentence, context) => {
  if (sentence.kind === 'heading') return []
  const dates = findDates(sentence.text)
  const seasons = [...sentence.letters.matchAll(season)].map(match => ({ start: match.index, end: match.index + match[0].length }))
  return [
    ...dates.map(date => fact(sentence, context, date.start, date.end, date.value, date.precision === 'day' ? 'date' : date.precision)),
    ...seasons.map(({ start, end }) => fact(sentence, context, start, end, sentence.text.slice(start, end), 'season')),
    ...readYears(sentence, context, [...dates, ...seasons]),
    ...readYearless(sentence, context),
  ]
}
