import { numeralOf } from '../../words/numerals.ts'
import type { Word } from '../read-words.ts'
import { monthEnd, monthOf } from './calendar.ts'
import { yearAt } from './year.ts'

/** `januari–augusti 2021`, `Jan to June 2022`: a stretch of months, told by its last day, and by its first month where that is not January. */
export const monthRange = (words: readonly Word[], at: number, single: number): Stretch | undefined => {
  const first = monthOf(words[at])
  const joint = 1 + untilAt(words, at + 1)
  const last = monthOf(words[at + joint])
  if (first === undefined || last === undefined || last <= first) return undefined
  const whole = stretch(words, at, joint + 1, last, single)
  if (first === 1) return whole
  const between = words[at + 1]?.token
  return between?.joined || /^(till|to|through)$/.test(between?.folded ?? '') ? { ...whole, firstMonth: first } : undefined
}

/** Tokens that tell the year up to a day, from its start unless another month begins it. */
export interface Stretch {
  readonly tokens: readonly number[]
  readonly day: string
  readonly firstMonth?: number
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
  ['by'],
]
/** `Kvar efter augusti`: what is left then is what has not been used up to then. */
const afterWords: readonly (readonly string[])[] = [['efter'], ['after']]
const saysLeft = (words: readonly Word[]): boolean =>
  words.some(({ token }) => /^(kvar|aterstar|left|remains|remaining|unspent)$/.test(token.folded))
/** Words that join two months, and say `up to` only where a year follows. */
const joints: readonly (readonly string[])[] = [['till'], ['to'], ['och'], ['and']]
const lengthAt = (phrases: readonly (readonly string[])[], words: readonly Word[], at: number): number =>
  Math.max(0, ...phrases.map(said => (said.every((word, step) => words[at + step]?.token.folded === word) ? said.length : 0)))
/** How many tokens from here on say `up to and including`; 0 for none. */
const untilAt = (words: readonly Word[], at: number): number =>
  lengthAt(untilWords, words, at) || (saysLeft(words) ? lengthAt(afterWords, words, at) : 0) || lengthAt(joints, words, at)

/** `t.o.m. augusti`, `through August 2023`: the year up to the end of a month. */
export const untilMonth = (words: readonly Word[], at: number, single: number): Stretch | undefined => {
  const until = untilAt(words, at)
  const month = monthOf(words[at + until])
  if (until === 0 || month === undefined) return undefined
  const joins = lengthAt(joints, words, at) > 0 && lengthAt(untilWords, words, at) === 0
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
export const yearPart = (words: readonly Word[], at: number, single: number): Stretch | undefined => {
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
