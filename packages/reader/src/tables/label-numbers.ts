import { COSTS } from '../number/costs.ts'
import type { Token } from './tokens.ts'

export const isYear = (text: string): boolean => /^(?:19|20)\d{2}$/.test(text)

/** What it costs to hold that a number before a row's amounts belongs to its label: a year, a code, a day, a note. */
export function leadingCost(token: Token, next: Token | undefined, hasNotes: boolean): number {
  if (token.kind === 'code') return COSTS.codeInLabel.nats
  if (token.kind === 'date') return 0.3
  if (token.kind === 'letter') return 0.8
  if (token.kind === 'mark') return 0.2
  if (token.kind === 'minus') return next?.kind === 'minus' ? 0.2 : COSTS.strayMark.nats
  if (token.kind === 'unit') return 0.2
  if (isYear(token.text)) return COSTS.yearInLabel.nats
  if (/^\d{6}$/.test(token.text) && isDay(token.text)) return COSTS.dayInLabel.nats
  if (/^[-−–—]/.test(token.text)) return COSTS.negativeInLabel.nats
  if (/^\d{1,2}$/.test(token.text) && Number(token.text) > 0) return hasNotes ? COSTS.noteExpected.nats : COSTS.noteUnexpected.nats
  return COSTS.numberInLabel.nats
}

const isDay = (text: string): boolean => {
  const month = Number(text.slice(2, 4))
  const day = Number(text.slice(4, 6))
  return month >= 1 && month <= 12 && day >= 1 && day <= 31
}
