import { isMoney, type Unit } from '@finsam/domain'
import type { GateFigure } from './gate-figure.ts'
import { foldInPlace, type Mention, type Sense } from './mention.ts'
import type { NumberInText } from './number-in-text.ts'

const kinds: Partial<Record<Unit, string>> = {
  persons: 'people',
  participants: 'people',
  kr_per_person: 'kr',
  kr_per_participant: 'kr',
  year: 'year',
  years: 'years',
}
const kindOf = (unit: Unit): string => (isMoney(unit) ? 'kr' : (kinds[unit] ?? unit))

/** Whether the number, as precisely as it is written, may stand for the figure: their intervals meet and the figure rounds to it. */
export function standsFor(number: NumberInText, figure: GateFigure): boolean {
  if (
    number.unit === undefined
      ? isMoney(figure.unit) && Math.abs(number.value) < 1_000 && figure.value !== number.value
      : kindOf(number.unit) !== kindOf(figure.unit)
  )
    return false
  if (number.unit === undefined && (figure.unit === 'percent' || figure.unit === 'percentage_points')) return false
  const written = Math.abs(number.value)
  const slack = number.slack + 1e-9
  const low = Math.min(Math.abs(figure.low), Math.abs(figure.high))
  const high = Math.max(Math.abs(figure.low), Math.abs(figure.high))
  const close = Math.abs(Math.abs(figure.value) - written) <= slack
  return close || (number.slack <= 0.5 && written >= low && written <= high && high - low <= 2_000)
}

export const overlaps = <Key>(mention: Mention<Key> | undefined, keys: readonly Key[]): boolean =>
  !mention || keys.length === 0 || mention.keys.some(key => keys.includes(key))

const wordsOf = (text: string): string[] => foldInPlace(text).match(/[\p{L}]{3,}/gu) ?? []

/** A number beside no name is tied to a figure only by a word that the figure's name shares with the sentence or the question. */
export const sharesWord = (figure: GateFigure, text: string): boolean => {
  const said = wordsOf(text)
  return figure.names.flatMap(wordsOf).some(word => said.some(other => other.slice(0, 6) === word.slice(0, 6)))
}

/** A negative figure must be told as negative, a difference in its direction, a deficit as a deficit. */
export function signFits(number: NumberInText, senses: readonly Sense[], figure: GateFigure): boolean {
  const lower = senses.includes('lower')
  const higher = senses.includes('higher')
  const deficit = senses.includes('deficit')
  const surplus = senses.includes('surplus')
  if (figure.direction !== undefined && figure.value !== 0) {
    const said = lower === higher ? undefined : lower ? 'lower' : 'higher'
    if (said !== undefined && said !== figure.direction) return false
    if (number.negative) return figure.value < 0
    return figure.value > 0 || said === 'lower' || deficit
  }
  if (figure.value < 0) return (number.negative || deficit || lower) && !surplus
  return !number.negative && !(deficit && figure.value > 0 && !surplus)
}
