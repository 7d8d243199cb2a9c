import type { Note } from '../calculate/calculation.ts'
import type { Language } from '../model/language.ts'
import { formatAmount } from './format-amount.ts'

/** Kronor of a note's parameters as people write them. */
export const kr = (value: string | number | undefined, language: Language): string => formatAmount(Number(value) * 100, 'kr', language)

/** The years that an assumption holds for: `från 2026`, `2026–2027`, `bara 2026`. */
export function yearsOf({ from, to }: Note['parameters'], language: Language): string {
  if (to === undefined) return language === 'sv' ? `från ${from}` : `from ${from}`
  if (to === from) return language === 'sv' ? `bara ${from}` : `in ${from} only`
  return `${from}–${to}`
}

/** What is assumed to happen, from when: `minskar med 10 % per år från 2026`. */
export function changeWords(parameters: Note['parameters'], language: Language): string {
  const { percent, amount, set, repeat, freeze, yearly, floor } = parameters
  const sv = language === 'sv'
  const from = yearsOf(parameters, language)
  if (percent !== undefined) {
    const size = formatAmount(Math.abs(Number(percent)), 'percent', language)
    const way = Number(percent) < 0 ? (sv ? 'minskar' : 'falls') : sv ? 'ökar' : 'rises'
    const each = yearly ? (sv ? ' per år' : ' a year') : ''
    const down =
      floor === undefined
        ? ''
        : sv
          ? `, ${Number(percent) < 0 ? 'som lägst' : 'som högst'} till ${kr(floor, language)}`
          : `, ${Number(percent) < 0 ? 'down' : 'up'} to ${kr(floor, language)}`
    return sv ? `${way} med ${size}${each} ${from}${down}` : `${way} by ${size}${each} ${from}${down}`
  }
  if (amount !== undefined) return sv ? `ändras med ${kr(amount, language)} ${from}` : `changes by ${kr(amount, language)} ${from}`
  if (set !== undefined) return sv ? `är ${kr(set, language)} ${from}` : `is ${kr(set, language)} ${from}`
  if (repeat !== undefined) return sv ? `hålls på ${repeat} års nivå ${from}` : `stays at the level of ${repeat} ${from}`
  if (freeze !== undefined) return sv ? `är oförändrat ${from}` : `stays unchanged ${from}`
  return sv ? `utgår ${from}` : `is dropped ${from}`
}
