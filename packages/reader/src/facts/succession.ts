import type { Period } from '@finsam/domain'
import { findDates } from '../document/dates.ts'
import type { Draft, FactContext } from './draft.ts'
import { successionPatterns, type Tenure } from './patterns/succession-patterns.ts'
import { holder, type Named, namesIn, office, officeTitle } from './persons.ts'
import type { Sentence } from './sentence.ts'
import { yearlessDates } from './yearless-dates.ts'

/** The sentence with its persons as `@0@`, `@1@`: what is said of them, whatever they are called. */
const masked = ({ letters }: Sentence, persons: readonly Named[]): string =>
  persons.reduceRight((text, { start, end }, at) => `${text.slice(0, start)}@${at}@${text.slice(end)}`, letters)

interface Change {
  readonly person: Named
  readonly tenure: Tenure
  /** A day beside it tells when it happened. */
  readonly dated: boolean
  /** Who held the office before. */
  readonly after?: Named
}

/** What the sentence says of each of its persons, once; a pronoun in it stands for `meant`. */
function changesIn(sentence: Sentence, persons: readonly Named[], meant: Named | undefined): readonly Change[] {
  const text = masked(sentence, persons)
  const changes: Change[] = []
  for (const { who, dated, pattern: one } of successionPatterns)
    for (const match of text.matchAll(one)) {
      const found = match.slice(1).map(said => (/^\d/.test(said) ? persons[Number(said)] : meant))
      if (found.some(person => changes.some(change => change.person === person))) continue
      const left = who.length > 1 ? found[who.indexOf('former')] : undefined
      who.forEach((tenure, at) => {
        const person = found[at]
        if (person) changes.push({ person, tenure, dated, ...(tenure === 'new' && left ? { after: left } : {}) })
      })
    }
  return changes
}

const offices = new RegExp(`(?<![a-z])${office}(?![a-z])`, 'g')
const ranks = /^(?:(?:tf\.?|t\.f\.?|tillforordnad|vikarierande) )+/

/** The office that a sentence speaks of, without what says that somebody only stands in. */
function officeIn(sentence: Sentence, persons: readonly Named[]): string | undefined {
  const found = [...sentence.letters.matchAll(offices)].find(
    ({ index }) => !persons.some(({ start, end }) => index >= start && index < end),
  )
  if (!found) return undefined
  const start = found.index + (ranks.exec(found[0])?.[0].length ?? 0)
  return officeTitle(sentence.text.slice(start, found.index + found[0].length))
}

const furthest = 4

/** The sentences of the same paragraph before this one, the nearest first. */
function before(context: FactContext): readonly Sentence[] {
  const own = context.sentences[context.index]
  return context.sentences
    .slice(Math.max(0, context.index - furthest), context.index)
    .filter(({ block }) => block === own?.block)
    .toReversed()
}

/** The office of a change: that of its sentence, else the last that the paragraph gave to somebody. */
const officeOf = (sentence: Sentence, context: FactContext, persons: readonly Named[]): string | undefined =>
  officeIn(sentence, persons) ??
  before(context)
    .filter(one => namesIn(one).length > 0)
    .map(one => officeIn(one, namesIn(one)))
    .find(title => title !== undefined)

interface When {
  readonly value: string
  readonly precision: 'day' | 'month'
}

/** The days and months told of a person: those behind the name up to the next person, and those before the first. */
function timesOf(sentence: Sentence, context: FactContext, persons: readonly Named[], { person, after }: Change): readonly When[] {
  const named = findDates(sentence.text).flatMap(date => (date.precision === 'year' ? [] : [{ ...date, precision: date.precision }]))
  const yearless = yearlessDates(sentence.letters, context).filter(
    one => !named.some(({ start, end }) => one.start < end && one.end > start),
  )
  const found = [...named, ...yearless].toSorted((one, other) => one.start - other.start)
  const first = persons.findIndex(one => one === person || one === after)
  const from = first <= 0 ? 0 : (persons[first]?.start ?? 0)
  const to = persons[Math.max(persons.indexOf(person), after ? persons.indexOf(after) : 0, 0) + 1]?.start ?? sentence.text.length
  const own = found.filter(({ start }) => start >= from && start < to)
  const right = own.findLast(({ end }) => /^,? (?:da|nar) $/.test(sentence.letters.slice(end, person.start)))
  return right ? [right] : own
}

const lastDay = (month: string): string =>
  new Date(Date.UTC(Number(month.slice(0, 4)), Number(month.slice(5, 7)), 0)).toISOString().slice(0, 10)
const firstDayOf = ({ value, precision }: When): string => (precision === 'day' ? value : `${value}-01`)
const lastDayOf = ({ value, precision }: When): string => (precision === 'day' ? value : lastDay(value))

/** When somebody came or left, or from when to when somebody stood in. */
function periodOf([first, last, more]: readonly When[], tenure: Tenure): Period | undefined {
  if (!first || more) return undefined
  if (last) return tenure === 'acting' ? { from: firstDayOf(first), to: lastDayOf(last) } : undefined
  if (first.precision === 'month') return { from: firstDayOf(first), to: lastDayOf(first) }
  return tenure === 'acting' ? undefined : { at: first.value }
}

const dateAttribute: Readonly<Record<Tenure, string | undefined>> = {
  former: 'slutade',
  new: 'tillträdde',
  incoming: 'tillträder',
  acting: undefined,
}

/** What comes after the document's own year has not happened when it tells of it. */
const isAhead = (when: When | undefined, { fiscalYear }: FactContext): boolean =>
  when !== undefined && fiscalYear !== undefined && Number(when.value.slice(0, 4)) > fiscalYear

/** The sentence, its office and whom it names. */
interface About {
  readonly sentence: Sentence
  readonly context: FactContext
  readonly persons: readonly Named[]
  readonly title: string | undefined
}

/** The facts of one change: who holds the office how, after whom, and since or until when. */
function draftsOf(change: Change, { sentence, context, persons, title }: About): Draft[] {
  const { person, after } = change
  const times = timesOf(sentence, context, persons, change)
  const [when, other] = times
  const tenure = change.tenure === 'new' && isAhead(when, context) ? 'incoming' : change.tenure
  const isHere = persons.includes(person)
  const place = isHere ? { start: person.start, end: person.end } : { start: 0, end: sentence.text.length }
  const named = (name: string): string => (title === undefined ? name : `${title} ${name}`)
  const attribute = dateAttribute[tenure]
  const period = change.dated ? periodOf(times, tenure) : undefined
  const held = { ...holder(person.name, title ?? '', place.start, place.end), qualifier: tenure, ...(period ? { period } : {}) }
  const relation = (subject: string, attribute: string, value: string): Draft => ({
    kind: 'organisation',
    subject,
    attribute,
    value,
    ...place,
  })
  const isDated = change.dated && isHere && when !== undefined && other === undefined && attribute !== undefined
  const unit = when?.precision === 'day' ? 'date' : 'month'
  return [
    ...(title === undefined || !isHere ? [] : [held]),
    ...(after ? [relation(named(after.name), 'ersatt av', person.name), relation(named(person.name), 'företrädare', after.name)] : []),
    ...(isDated
      ? [{ kind: 'date', subject: named(person.name), attribute, value: when.value, unit, start: 0, end: sentence.text.length }]
      : []),
  ]
}

/**
 * Who has left an office, come to it or stands in, each with its day where the sentence tells one: `Förbundschef Ove Kall gick i
 * pension den 31 augusti. Efterträdare är Sara Mik, som tillträdde den 1 oktober.` gives a former and a new holder.
 */
export function readSuccessions(sentence: Sentence, context: FactContext): Draft[] {
  const persons = namesIn(sentence)
  if (persons.length === 0 || sentence.kind === 'heading') return []
  const meant = before(context)
    .slice(0, 1)
    .flatMap(one => namesIn(one))
    .at(-1)
  const changes = changesIn(sentence, persons, meant)
  if (changes.length === 0) return []
  const title = officeOf(sentence, context, persons)
  return changes.flatMap(change => draftsOf(change, { sentence, context, persons, title }))
}
