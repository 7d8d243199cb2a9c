import type { Word } from '../read-words.ts'
import { dayOf, monthEnd, monthOf } from './calendar.ts'
import { yearAt } from './year.ts'

/** `30 juni 2022`, `31 Dec 2022`, `June 30, 2022` starting at a token; the tokens taken and the day. */
export const writtenDay = (
  words: readonly Word[],
  at: number,
): { readonly tokens: readonly number[]; readonly day: string; readonly year: number } | undefined => {
  const [one, two] = [words[at]?.token, words[at + 1]?.token]
  const year = yearAt(words, at + 2)
  if (!one || !two || year === undefined) return undefined
  const monthFirst = monthOf(words[at])
  const monthSecond = monthOf(words[at + 1])
  const day = monthFirst === undefined ? one.value : two.value
  const month = monthFirst ?? monthSecond
  if (day === undefined || month === undefined || day > 31 || day < 1) return undefined
  return { tokens: [at, at + 1, at + 2], day: dayOf(year, month, day), year }
}

const ends = /^(sista|last|slutet|end|utgangen|halvarsskiftet)$/
/** `sista juni`, `end of June 2022`, `30 juni` in the one year that the question names. */
export const dayInYear = (
  words: readonly Word[],
  at: number,
  single: number | undefined,
): { readonly tokens: readonly number[]; readonly day: string } | undefined => {
  const month = monthOf(words[at])
  const own = yearAt(words, at + 1)
  const year = own ?? single
  if (month === undefined || year === undefined) return undefined
  const before = words[at - 1]?.token
  if (own === undefined && before?.kind === 'number' && before.value !== undefined && before.value <= 31)
    return { tokens: [at - 1, at], day: dayOf(year, month, before.value) }
  const near = [words[at - 1], words[at - 2]].some(word => ends.test(word?.token.folded ?? ''))
  return near ? { tokens: own === undefined ? [at] : [at, at + 1], day: monthEnd(year, month) } : undefined
}

const inMonth = /^(i|in|under|during|per|for)$/
/** `i augusti 2024`, `in August`: that month alone, told by its last day. */
export const wholeMonth = (
  words: readonly Word[],
  at: number,
  single: number,
): { readonly tokens: readonly number[]; readonly day: string } | undefined => {
  const month = monthOf(words[at])
  if (month === undefined || !inMonth.test(words[at - 1]?.token.folded ?? '')) return undefined
  const own = yearAt(words, at + 1)
  return { tokens: own === undefined ? [at] : [at, at + 1], day: monthEnd(own ?? single, month) }
}
