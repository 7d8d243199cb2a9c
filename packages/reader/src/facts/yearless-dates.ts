import { months } from '../document/dates.ts'
import { plain } from '../labels/plain.ts'
import type { FactContext } from './draft.ts'

const names = months.join('|')
const spoken = new RegExp(`(?:\\b(?:i|under) |(?<day>(?<!\\d)\\d{1,2}) )(?<month>${names})\\b(?! \\d)(?!-)`, 'g')
const monthAndYear = new RegExp(`\\b(?:${names}) (20\\d\\d)\\b`, 'g')

/** A day or month that is told without its year. `value` is ISO; offsets are those of the sentence, without `i` and `under`. */
export interface YearlessDate {
  readonly value: string
  readonly precision: 'day' | 'month'
  readonly year: number
  readonly start: number
  readonly end: number
}

/** What is decided about a report is decided after its year. */
const afterTheYear = /\b(?:arsredovisning\w*|godkan\w*|faststall\w*|antagen|antogs|avge[rs]|avgavs)\b/

/** A report tells of its own year; a plan only where it says what is to come. */
const isReport = /redovisning|rapport|bokslut|berattelse/
const planned = /\b(?:ska|skall|kommer|planera\w*|inplanera\w*|vantas|startar|borjar)\b/

/** The year of a month in the same block that names it, the last before the offset. */
function namedBefore(context: FactContext, offset: number): number | undefined {
  const own = context.sentences[context.index]
  for (let index = context.index; own && index >= 0 && context.sentences[index]?.block === own.block; index -= 1) {
    const letters = context.sentences[index]?.letters ?? ''
    const last = [...(index === context.index ? letters.slice(0, offset) : letters).matchAll(monthAndYear)].at(-1)?.[1]
    if (last) return Number(last)
  }
  return undefined
}

/** The year that a month without one belongs to: the last named before it, the only one of its sentence unless a report tells what is to come, else the document's own. */
function yearFor(context: FactContext, letters: string, offset: number): number | undefined {
  const named = namedBefore(context, offset)
  if (named !== undefined) return named
  const [only, other] = new Set(letters.match(/\b20\d\d\b/g) ?? [])
  const isAhead = isReport.test(plain(context.title)) && context.fiscalYear !== undefined && Number(only) > context.fiscalYear
  if (only !== undefined && !isAhead) return other === undefined ? Number(only) : undefined
  const ownYear = isReport.test(plain(context.title)) || planned.test(letters)
  return ownYear && !afterTheYear.test(letters) ? context.fiscalYear : undefined
}

/** `den 22 april`, `i december`: days and months whose year the text around them tells. */
export const yearlessDates = (letters: string, context: FactContext): readonly YearlessDate[] =>
  [...letters.matchAll(spoken)].flatMap((match): YearlessDate[] => {
    const { day, month = '' } = match.groups ?? {}
    const year = yearFor(context, letters, match.index)
    if (year === undefined || (day !== undefined && (Number(day) < 1 || Number(day) > 31))) return []
    const start = match.index + (day === undefined ? match[0].indexOf(month) : 0)
    const inMonth = `${year}-${String(months.indexOf(month) + 1).padStart(2, '0')}`
    const value = day === undefined ? inMonth : `${inMonth}-${day.padStart(2, '0')}`
    return [{ value, precision: day === undefined ? 'month' : 'day', year, start, end: match.index + match[0].length }]
  })
