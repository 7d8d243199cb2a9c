import { numeralOf } from '../../words/numerals.ts'
import type { Word } from '../read-words.ts'
import { monthOf } from './calendar.ts'

const earliest = 1990
const latest = 2100
const isYear = (value: number | undefined): value is number =>
  value !== undefined && Number.isInteger(value) && value >= earliest && value < latest
const moneyWord = /^(kr|kronor|krona|tkr|mnkr|mkr|msek|ksek|sek|miljoner|procent|deltagare|personer|%)$/

/** After these `22` is a year. */
const yearBefore =
  /^(ar|aret|halvaret|budget|budgeten|prognos|prognosen|bokslut|bokslutet|utfall|plan|tertialet|kvartalet|year|forecast|half)$/

export const yearAt = (words: readonly Word[], at: number): number | undefined => {
  const token = words[at]?.token
  if (!token) return undefined
  const next = words[at + 1]?.token
  if (next && next.sentence === token.sentence && next.start - token.end <= 1 && moneyWord.test(next.folded)) return undefined
  if (token.kind === 'number' && token.text.length !== 2) return /^\d{4}$/.test(token.text) && isYear(token.value) ? token.value : undefined
  const compact = token.folded.match(/^(?:ar)?((?:19|20)\d\d)(?:ars?)?$/)
  if (compact) return Number(compact[1])
  const before = words[at - 1]?.token.folded ?? ''
  if (token.kind === 'number' && /^[12]\d$/.test(token.text) && yearBefore.test(before) && monthOf(words[at + 1]) === undefined)
    return 2000 + Number(token.text)
  const spelled = token.kind === 'word' && token.folded.length > 10 ? numeralOf(token.folded) : undefined
  return isYear(spelled) ? spelled : undefined
}

/** The one year that a question names, where it names one. */
export const onlyYear = (words: readonly Word[]): number | undefined => {
  const years = new Set(words.flatMap((_, at) => yearAt(words, at) ?? []))
  const [year] = years
  return years.size === 1 ? year : undefined
}
