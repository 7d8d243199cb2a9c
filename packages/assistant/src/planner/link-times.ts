import { numeralOf } from '../words/numerals.ts'
import type { Link, TimeMention } from './meaning.ts'
import type { Word } from './read-words.ts'

const months: Readonly<Record<string, number>> = {
  januari: 1,
  jan: 1,
  january: 1,
  februari: 2,
  feb: 2,
  february: 2,
  mars: 3,
  march: 3,
  april: 4,
  apr: 4,
  maj: 5,
  may: 5,
  juni: 6,
  jun: 6,
  june: 6,
  juli: 7,
  jul: 7,
  july: 7,
  augusti: 8,
  aug: 8,
  august: 8,
  september: 9,
  sep: 9,
  sept: 9,
  oktober: 10,
  okt: 10,
  october: 10,
  oct: 10,
  november: 11,
  nov: 11,
  december: 12,
  dec: 12,
}
/** The year of a time whose year the question leaves open: that of the association's own document. */
export const openYear = 0
/** Whether a folded word names a month. */
export const isMonth = (folded: string): boolean => months[folded] !== undefined
const earliest = 1990
const latest = 2100
const isYear = (value: number | undefined): value is number =>
  value !== undefined && Number.isInteger(value) && value >= earliest && value < latest
const moneyWord = /^(kr|kronor|krona|tkr|mnkr|mkr|msek|ksek|sek|miljoner|procent|deltagare|personer|%)$/

/** After these `22` is a year. */
const yearBefore =
  /^(ar|aret|halvaret|budget|budgeten|prognos|prognosen|bokslut|bokslutet|utfall|plan|tertialet|kvartalet|year|forecast|half)$/

const yearAt = (words: readonly Word[], at: number): number | undefined => {
  const token = words[at]?.token
  if (!token) return undefined
  const next = words[at + 1]?.token
  if (next && next.sentence === token.sentence && next.start - token.end <= 1 && moneyWord.test(next.folded)) return undefined
  if (token.kind === 'number' && token.text.length !== 2) return /^\d{4}$/.test(token.text) && isYear(token.value) ? token.value : undefined
  const compact = token.folded.match(/^(?:ar)?((?:19|20)\d\d)(?:ars?)?$/)
  if (compact) return Number(compact[1])
  const before = words[at - 1]?.token.folded ?? ''
  if (token.kind === 'number' && /^[12]\d$/.test(token.text) && yearBefore.test(before) && !months[words[at + 1]?.token.folded ?? ''])
    return 2000 + Number(token.text)
  const spelled = token.kind === 'word' && token.folded.length > 10 ? numeralOf(token.folded) : undefined
  return isYear(spelled) ? spelled : undefined
}

const dayOf = (year: number, month: number, day: number): string =>
  `${String(year).padStart(4, '0')}-${String(month).padStart(2, '0')}-${String(day).padStart(2, '0')}`

/** `30 juni 2022`, `31 Dec 2022`, `June 30, 2022` starting at a token; the tokens taken and the day. */
const writtenDay = (
  words: readonly Word[],
  at: number,
): { readonly tokens: readonly number[]; readonly day: string; readonly year: number } | undefined => {
  const [one, two] = [words[at]?.token, words[at + 1]?.token]
  const year = yearAt(words, at + 2)
  if (!one || !two || year === undefined) return undefined
  const monthFirst = months[one.folded]
  const monthSecond = months[two.folded]
  const day = monthFirst === undefined ? one.value : two.value
  const month = monthFirst ?? monthSecond
  if (day === undefined || month === undefined || day > 31 || day < 1) return undefined
  return { tokens: [at, at + 1, at + 2], day: dayOf(year, month, day), year }
}

const timeOfDay = (day: string): TimeMention => {
  const year = Number(day.slice(0, 4))
  if (day.endsWith('12-31')) return { year, day, edge: 'closing' }
  if (day.endsWith('01-01')) return { year, day, edge: 'opening' }
  return { year, day, half: true }
}

const lastDays = [31, 28, 31, 30, 31, 30, 31, 31, 30, 31, 30, 31]
const monthEnd = (year: number, month: number): string =>
  dayOf(year, month, month === 2 && year !== openYear && year % 4 === 0 ? 29 : (lastDays[month - 1] ?? 30))

/** `januari–augusti 2021`, `Jan to June 2022`: a stretch from January, told by its last day. */
const monthRange = (words: readonly Word[], at: number, single: number): Stretch | undefined => {
  const first = months[words[at]?.token.folded ?? '']
  const joint = 1 + untilAt(words, at + 1)
  const last = months[words[at + joint]?.token.folded ?? '']
  if (first !== 1 || last === undefined || last === 1) return undefined
  return stretch(words, at, joint + 1, last, single)
}

interface Stretch {
  readonly tokens: readonly number[]
  readonly day: string
}

/** The tokens from `at` and the year after them, where it stands there, up to the end of a month. */
const stretch = (words: readonly Word[], at: number, length: number, month: number, single: number): Stretch => {
  const joint = /^(of|in|i|ar|under)$/.test(words[at + length]?.token.folded ?? '') ? 1 : 0
  const own = yearAt(words, at + length + joint)
  const taken = length + (own === undefined ? 0 : joint + 1)
  return { tokens: Array.from({ length: taken }, (_, step) => at + step), day: monthEnd(own ?? single, month) }
}

const untilWords: readonly (readonly string[])[] = [
  ['t', 'o', 'm'],
  ['t', 'om'],
  ['tom'],
  ['till', 'och', 'med'],
  ['fram', 'till', 'och', 'med'],
  ['fram', 'till'],
  ['till', 'och', 'med', 'sista'],
  ['per', 'sista'],
  ['per', 'den', 'sista'],
  ['per'],
  ['as', 'of'],
  ['as', 'of', 'the', 'end', 'of'],
  ['by', 'the', 'end', 'of'],
  ['by', 'end', 'of'],
  ['through'],
  ['until'],
  ['up', 'to'],
]
/** Words that join two months, and say `up to` only where a year follows. */
const joints: readonly (readonly string[])[] = [['till'], ['to'], ['och'], ['and']]
const lengthAt = (phrases: readonly (readonly string[])[], words: readonly Word[], at: number): number =>
  Math.max(0, ...phrases.map(said => (said.every((word, step) => words[at + step]?.token.folded === word) ? said.length : 0)))
/** How many tokens from here on say `up to and including`; 0 for none. */
const untilAt = (words: readonly Word[], at: number): number => lengthAt(untilWords, words, at) || lengthAt(joints, words, at)

/** `t.o.m. augusti`, `through August 2023`: the year up to the end of a month. */
const untilMonth = (words: readonly Word[], at: number, single: number): Stretch | undefined => {
  const until = untilAt(words, at)
  const month = months[words[at + until]?.token.folded ?? '']
  if (until === 0 || month === undefined) return undefined
  const joins = lengthAt(untilWords, words, at) === 0
  if (joins && (/^(och|and)$/.test(words[at]?.token.folded ?? '') || yearAt(words, at + until + 1) === undefined)) return undefined
  return stretch(words, at, until + 1, month, single)
}

const ordinals: Readonly<Record<string, number>> = {
  forsta: 1,
  andra: 2,
  tredje: 3,
  fjarde: 4,
  first: 1,
  second: 2,
  third: 3,
  fourth: 4,
}
const monthsOfPart = (word: string): number | undefined =>
  /^(tertial|tertialet|tertialen|tertialrapport|tertialrapporten)$/.test(word)
    ? 4
    : /^(kvartal|kvartalet|quarter)$/.test(word)
      ? 3
      : undefined

/** `tertial 2`, `andra tertialet`, `T2`, `första åtta månaderna`: reports tell the year up to the end of such a part. */
const yearPart = (words: readonly Word[], at: number, single: number): Stretch | undefined => {
  const [one, two, three] = [words[at]?.token, words[at + 1]?.token, words[at + 2]?.token]
  const short = /^([tkq])([1-4])$/.exec(one?.folded ?? '')
  if (short) return stretch(words, at, 1, Number(short[2]) * (short[1] === 't' ? 4 : 3), single)
  const ordinal = ordinals[one?.folded ?? '']
  const length = monthsOfPart(two?.folded ?? '')
  if (ordinal !== undefined && length !== undefined) return stretch(words, at, 2, ordinal * length, single)
  const named = monthsOfPart(one?.folded ?? '')
  if (named !== undefined && two?.kind === 'number' && two.value !== undefined && two.value <= 12 / named)
    return stretch(words, at, 2, two.value * named, single)
  const count = two && (two.value ?? numeralOf(two.folded))
  if (ordinal === 1 && count !== undefined && count < 12 && count > 1 && /^(manader|manaderna|months)$/.test(three?.folded ?? ''))
    return stretch(words, at, 3, count, single)
  return undefined
}

/** `sista juni`, `end of June`, `30 juni` in the one year that the question names. */
const dayInYear = (
  words: readonly Word[],
  at: number,
  year: number | undefined,
): { readonly tokens: readonly number[]; readonly day: string } | undefined => {
  const month = months[words[at]?.token.folded ?? '']
  if (month === undefined || year === undefined || yearAt(words, at + 1) !== undefined) return undefined
  const before = words[at - 1]?.token
  if (before?.kind === 'number' && before.value !== undefined && before.value <= 31)
    return { tokens: [at - 1, at], day: dayOf(year, month, before.value) }
  const ends = /^(sista|last|slutet|end|utgangen|halvarsskiftet)$/
  const near = [words[at - 1], words[at - 2]].some(word => ends.test(word?.token.folded ?? ''))
  return near ? { tokens: [at], day: monthEnd(year, month) } : undefined
}

const onlyYear = (words: readonly Word[]): number | undefined => {
  const years = new Set(words.flatMap((_, at) => yearAt(words, at) ?? []))
  const [year] = years
  return years.size === 1 ? year : undefined
}

/** The years, days and ranges that a question names. */
export const linkTimes = (words: readonly Word[]): readonly Link[] => {
  const links: Link[] = []
  const single = onlyYear(words)
  const year0 = single ?? openYear
  const push = (tokens: readonly number[], time: TimeMention): void => {
    links.push({ tokens, meaning: { kind: 'time', time }, score: 1 })
  }
  for (let at = 0; at < words.length; at += 1) {
    const word = words[at]
    if (!word) continue
    if (word.token.kind === 'date') {
      push([at], timeOfDay(word.token.text))
      continue
    }
    const day = writtenDay(words, at)
    if (day) {
      push(day.tokens, timeOfDay(day.day))
      at += 2
      continue
    }
    const range = monthRange(words, at, year0) ?? untilMonth(words, at, year0) ?? yearPart(words, at, year0)
    if (range) {
      push(range.tokens, { ...timeOfDay(range.day), half: true })
      at += range.tokens.length - 1
      continue
    }
    const dated = dayInYear(words, at, single)
    if (dated) {
      push(dated.tokens, timeOfDay(dated.day))
      continue
    }
    const year = yearAt(words, at)
    if (year === undefined) continue
    const next = words[at + 1]
    const after = yearAt(words, at + 1)
    if (next?.token.joined && next.token.kind === 'number' && /^\d\d$/.test(next.token.text)) {
      push([at, at + 1], { year, edge: 'closing' })
      at += 1
    } else if (next?.token.joined && after !== undefined && after > year && after - year < 10) {
      push([at], { year })
      for (let between = year + 1; between < after; between += 1) push([at + 1], { year: between })
    } else push([at], { year })
  }
  return links
}
